"""A folder that partners' systems put files in: each is taken in once whole, then moved aside.

A file in a folder named after a kind is of that kind; others are known by what is in them. What
was loaded lies in `done`, what was not in `refused`, each beside a report with every fault. Killed
at any moment, the next look goes on: a file still in its place is taken in again, which changes
nothing that was done.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from plait.access.refusals import Refused
from plait.intake.feeds import FEEDS

DONE, REFUSED, LOCK = "done", "refused", ".plait-watching"
# Names under which senders write a file that is not whole yet.
NOT_YET = (".part", ".partial", ".tmp", ".filepart", ".crdownload", "~")
REPORT = ".report.json"


class Seen(NamedTuple):
    """How a file looked: one that looks the same twice is no longer being written."""

    size: int
    changed: int
    inode: int


def whole(folder: Path, seen: dict[Path, Seen]) -> list[tuple[Path, str]]:
    """Give the files that stayed as they were since the last look, each with its kind if told."""
    now = {path: (_seen(path), kind) for path, kind in _waiting(folder)}
    ready = [
        (path, kind) for path, (looks, kind) in now.items()
        if looks is not None and looks.size and seen.get(path) == looks
    ]  # fmt: skip
    seen.clear()
    seen.update({path: looks for path, (looks, _) in now.items() if looks is not None})
    return sorted(ready, key=_by_kind)


def take(path: Path, folder: Path, load: Callable[[Path], dict[str, Any]]) -> dict[str, Any]:
    """Load one file, write its report beside where it goes, and move it there.

    One that was written over meanwhile stays, for its sender put another in its place.
    """
    looked = _seen(path)
    try:
        told = load(path)
    except Refused as why:
        told = {"file": path.name, "refusal": f"{why.why} {why.who_can}".strip()}
    if _seen(path) != looked:
        return told | {"moved_to": ""}
    to = _free(folder / (REFUSED if told.get("refusal") else DONE), path.name)
    to.parent.mkdir(exist_ok=True)
    _write_whole(to.with_name(to.name + REPORT), json.dumps(told, ensure_ascii=False, indent=1))
    path.replace(to)
    return told | {"moved_to": str(to)}


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time watch a folder; the system lets go when it dies."""
    import fcntl

    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as held:
            raise Refused(
                f"Another `plait feed watch` looks after {folder}.",
                who_can="Stop it first, or watch another folder.",
            ) from held
        yield


def waiting_in(folder: Path) -> list[Path]:
    """Give the files that are there to be taken."""
    return [path for path, _ in _waiting(folder)]


def _waiting(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name in FEEDS:
            yield from (
                (inside, path.name) for inside in sorted(path.iterdir()) if _is_file(inside)
            )
        elif _is_file(path):
            yield path, ""


def _is_file(path: Path) -> bool:
    """Say whether this is a file to take in: no link, no folder, nothing half written or hidden."""
    name = path.name.lower()
    return (
        path.is_file() and not path.is_symlink()
        and not name.startswith(".") and not name.endswith((*NOT_YET, REPORT))
    )  # fmt: skip


def _seen(path: Path) -> Seen | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Seen(found.st_size, found.st_mtime_ns, found.st_ino)


def _by_kind(one: tuple[Path, str]) -> tuple[int, str]:
    """Order files so that those on which others build come first."""
    from plait.intake.kinds import guess
    from plait.standards.sen2.message import Unreadable

    path, kind = one
    try:
        kind = kind or guess(path) or ""
    except (Unreadable, OSError):
        kind = ""
    order = list(FEEDS)
    return (order.index(kind) if kind in order else len(order)), str(path)


def _free(folder: Path, name: str) -> Path:
    """Give a name that is not taken there."""
    path, n = folder / name, 1
    while path.exists():
        n += 1
        path = folder / f"{Path(name).stem}-{n}{Path(name).suffix}"
    return path


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)
