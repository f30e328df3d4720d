"""Load files without a page: who loads, which file comes first, and what came of each."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from plait.access.context import acting_as
from plait.access.nightly import nightly_user
from plait.access.reader import Reader, posts_of, reader_from
from plait.access.refusals import Refused
from plait.intake.applying import apply
from plait.intake.delivering import State, read, receive
from plait.intake.feeds import FEEDS
from plait.intake.kinds import guess
from plait.intake.models import Delivery, LineFault
from plait.intake.sen2.feed import message_of
from plait.people.models import Area, Role, User
from plait.standards.sen2.message import Unreadable

CHUNK = 1 << 20


def loader(code: str, email: str, *, today: date) -> Reader:
    """Give the reader a command loads as: a named data officer, else Plait itself."""
    area = Area.objects.filter(code=code).first()
    if area is None:
        raise Refused(f"There is no area {code}.", who_can=f"Open it: plait area add {code}")
    if email:
        user = User.objects.filter(email=email.lower()).first()
        if user is None:
            raise Refused(f"Nobody here has the address {email}.")
        return reader_from(user, posts_of(user, today=today), area, today=today)
    # Whoever runs the command already holds the whole database.
    roles = frozenset({Role.DATA_OFFICER.value, Role.PLAIT.value})
    return Reader(nightly_user(area, today=today), area, today, roles, role=Role.PLAIT.value)


def files_in_order(paths: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """Give the files to load, those first on which others build, and what was passed over."""
    order, passed_over = list(FEEDS), []
    found: list[tuple[int, tuple[int, str], str, Path]] = []
    for path, chosen in _files(paths):
        try:
            kind = guess(path)
        except Unreadable:
            kind = None
        if kind is None and not chosen:
            passed_over.append(path.name)
            continue
        place = order.index(kind) if kind else len(order)
        found.append(
            (place, _period(path) if kind == Delivery.Kind.SEN2 else (0, ""), str(path), path)
        )
    return [path for *_, path in sorted(found)], passed_over


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, bool]]:
    """Give each file named, and each file of a folder named; the latter may be anything."""
    for path in paths:
        if not path.exists():
            raise Refused(f"There is no file {path}.")
        if path.is_dir():
            yield from ((inside, False) for inside in sorted(path.iterdir()) if inside.is_file())
        else:
            yield path, True


def _period(path: Path) -> tuple[int, str]:
    """Say for which year and day a return speaks, so that the later enriches the earlier."""
    try:
        message = message_of(path)
    except Unreadable:
        return 9999, ""
    return message.year, message.header.get("ReferenceDate", "")


def take_in(delivery_id: int, *, by: Reader, at: datetime, by_itself: bool = False) -> Delivery:
    """Read and apply a file that was received; a load that was cut off is gone on with.

    One that a person stopped a person goes on with, and no system that sends `by_itself`.
    """
    with acting_as(by):
        delivery = Delivery.objects.get(pk=delivery_id)
    if delivery.state in (State.RECEIVED, State.READING):
        delivery = read(delivery.pk, by=by, at=at)
    go_on = (State.READ, State.APPLYING, *(() if by_itself else (State.STOPPED,)))
    if delivery.state in go_on:
        delivery = apply(delivery.pk, by=by, at=at)
    return delivery


def load_file(
    path: Path,
    *,
    by: Reader,
    at: datetime,
    kind: str = "",
    sender: str = "",
    by_itself: bool = False,
) -> dict[str, Any]:
    """Receive, read and apply one file; a load that was cut off is gone on with."""
    with acting_as(by), path.open("rb") as file:
        chunks = iter(lambda: file.read(CHUNK), b"")
        delivery, again = receive(
            by=by, name=path.name, chunks=chunks, at=at, kind=kind, sender=sender,
            by_itself=by_itself,
        )  # fmt: skip
    whole_again = again and delivery.state in (State.APPLIED, State.TAKEN_BACK)
    delivery = take_in(delivery.pk, by=by, at=at, by_itself=by_itself)
    return {
        "file": path.name,
        "kind": delivery.kind,
        "delivery": delivery.pk,
        "again": whole_again,
        "rows": delivery.rows,
        "counts": {} if whole_again else delivery.summary.get("done", {}),
        "faults": delivery.summary.get("faults", {}),
        "severity": delivery.summary.get("severity", {}),
        "refusal": delivery.refusal,
    }


def with_faults(told: dict[str, Any], *, by: Reader, most: int = 1000) -> dict[str, Any]:
    """Add to what came of a file its faults, each with its line and mend; of many the first."""
    names = ("rule", "severity", "row", "line", "field", "value", "message", "mend", "owner")
    with acting_as(by):
        found = LineFault.objects.filter(delivery=told["delivery"]).order_by("line", "row", "pk")
        return told | {"faults_listed": list(found.values(*names)[:most])}
