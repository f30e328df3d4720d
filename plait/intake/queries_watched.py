"""How the watched folders are, for whoever looks after feeds. Looked up, not kept."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from plait.access.reader import Reader
from plait.intake import watched
from plait.intake.folder import REFUSED, REPORT, waiting_in
from plait.intake.loaders import may_load

LATE = 600  # seconds after which a file should have been taken


@dataclass(frozen=True)
class FolderHealth:
    """One sender's folder: what is wrong with it, how many files wait in it and were refused."""

    sender: str
    fault: str = ""
    mend: str = ""
    waiting: int = 0
    since: datetime | None = None  # of the file that waits longest
    refused: int = 0
    last: str = ""  # the newest refusal, in words


def folders(reader: Reader, *, at: datetime) -> list[FolderHealth]:
    """Give the folders of the area that are a reader's to look after."""
    if not settings.PLAIT_FEEDS:
        return []
    if fault := watched.why_not(Path(settings.PLAIT_FEEDS)):
        said = "Ask whoever runs Plait here; the setting is PLAIT_FEEDS."
        return [FolderHealth("PLAIT_FEEDS", f"The folder of feeds {fault}.", said)]
    return list(_folders(reader, at))


def _folders(reader: Reader, at: datetime) -> Iterator[FolderHealth]:
    may = set(may_load(reader))
    for place in watched.places():
        if place.area != reader.area.code:
            continue
        senders = watched.senders_of(place, today=reader.today)
        if senders and may.isdisjoint({kind for one in senders for kind in one.kinds}):
            continue
        yield _health(place, opens=bool(senders), at=at)


def _health(place: watched.Place, *, opens: bool, at: datetime) -> FolderHealth:
    fault, mend = watched.why_not(place.folder), "Ask whoever runs Plait here to open it to Plait."
    if fault:
        return FolderHealth(place.sender, f"The folder {fault}.", mend)
    if not opens:
        fault, mend = watched.NO_KEY, watched.MAKE_ONE
    times = [looked.st_mtime for path in waiting_in(place.folder) if (looked := _stat(path))]
    since = datetime.fromtimestamp(min(times), tz=UTC) if times else None
    if not fault and since and (at - since).total_seconds() > LATE:
        fault, mend = "A file was not taken in time.", "See whether the worker runs: plait worker."
    reports = sorted(
        (place.folder / REFUSED).glob(f"*{REPORT}"), key=lambda path: path.stat().st_mtime
    )
    return FolderHealth(
        place.sender, fault, mend if fault else "", len(times), since, len(reports),
        _last(reports[-1]) if reports else "",
    )  # fmt: skip


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # it was taken a moment ago
        return None


def _last(report: Path) -> str:
    try:
        told = json.loads(report.read_text(encoding="utf-8"))
        return f"{told['file']}: {told['refusal']}"[:300]
    except (OSError, ValueError, KeyError, TypeError):
        return report.name.removesuffix(REPORT)
