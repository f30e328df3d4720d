"""The area's watched folders (PLAIT_FEEDS): AREA/SENDER, looked after by the worker by itself.

SENDER is the name of a key with which that sender's system sends: the folder may bring what the
key may, in its maker's name, for as long as it opens. Whoever may write into the folder needs no
secret, so who may is the business of the machine it lies on.
"""

import logging
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connections

from plait.access.context import acting_as
from plait.access.nightly import nightly_reader
from plait.access.reader import posts_of, reader_from
from plait.access.refusals import Refused
from plait.intake.folder import Seen, alone, take, whole
from plait.intake.keys import Sender
from plait.intake.kinds import guess
from plait.intake.loading import load_file, with_faults
from plait.intake.models import SendingToken
from plait.people.models import Area
from plait.standards.sen2.message import Unreadable

log = logging.getLogger(__name__)
NO_KEY = "No key of this name opens today."
MAKE_ONE = "Make a key under this name, under Files in; what it may send, the folder may bring."


class Place(NamedTuple):
    """One sender's folder of an area."""

    folder: Path
    area: str
    sender: str


def places() -> list[Place]:
    """Give the senders' folders; none where the setting names no folder, or none can be read."""
    if not settings.PLAIT_FEEDS:
        return []
    return [
        Place(folder, area.name, folder.name)
        for area in folders_in(Path(settings.PLAIT_FEEDS)) for folder in folders_in(area)
    ]  # fmt: skip


def folders_in(folder: Path) -> list[Path]:
    """Give the folders in one that are no links and not hidden; none where it cannot be read."""
    try:
        return [
            one for one in sorted(folder.iterdir())
            if one.is_dir() and not one.is_symlink() and not one.name.startswith(".")
        ]  # fmt: skip
    except OSError:
        return []


def look(seen: dict[Path, dict[Path, Seen]], *, at: datetime, today: date) -> list[dict[str, Any]]:
    """Take in what stayed as it was since the last look; one folder's fault stops no other's."""
    told: list[dict[str, Any]] = []
    for place in places():
        try:
            with alone(place.folder):
                told += _taken(place, seen.setdefault(place.folder, {}), at=at, today=today)
        except Refused:
            continue  # another process looks after it at this moment
        except (OSError, DatabaseError) as passing:
            log.warning("%s: not now (%s)", place.folder, type(passing).__name__)
    return told


def _taken(
    place: Place, seen: dict[Path, Seen], *, at: datetime, today: date
) -> Iterator[dict[str, Any]]:
    senders = senders_of(place, today=today)
    ready = whole(place.folder, seen)
    if not senders:  # files wait in their place until there is a key; the page of feeds says so
        return
    for path, kind in ready:
        try:
            yield take(path, place.folder, lambda one, k=kind: _load(one, k, senders, at))
        except Exception as why:
            log.warning("%s: not now (%s); it stays", path, type(why).__name__)
            if isinstance(why, DatabaseError):
                connections.close_all()


def senders_of(place: Place, *, today: date) -> list[Sender]:
    """Give the keys of a folder's sender that open today, each in its maker's name."""
    area = Area.objects.filter(code=place.area).first()
    if area is None:
        return []
    with acting_as(nightly_reader(area.pk, today=today)):
        named = SendingToken.objects.filter(
            area=area, name__iexact=place.sender, ended_on=None, until__gte=today
        )
        keys = list(named.filter(made_by__is_active=True).select_related("made_by"))
    readers = [
        reader_from(key.made_by, posts_of(key.made_by, today=today), area, today=today)
        for key in keys
    ]
    return [one for one in map(Sender, readers, keys) if one.kinds]


def _load(path: Path, kind: str, senders: list[Sender], at: datetime) -> dict[str, Any]:
    """Load a file by the key that may send its kind; one that no key may send is refused."""
    try:
        found = kind or guess(path) or ""
    except Unreadable:
        found = ""
    one = next((each for each in senders if found in each.kinds), None)
    if found and one is None:
        raise Refused(
            f"The key of {senders[0].key.name} does not send files of this kind ({found}).",
            who_can="Ask the area's officer who keeps the key.",
        )
    if one is None:
        raise Refused(
            "It is not known what this file is.",
            who_can="Put it into a folder that is named after its kind, such as roll.",
        )
    told = load_file(
        path, by=one.reader, at=at, kind=found, sender=one.key.name, by_itself=True
    )  # fmt: skip
    return with_faults(told, by=one.reader)


def why_not(folder: Path) -> str:
    """Say why a folder cannot be watched, or nothing."""
    if not folder.is_dir():
        return "is no folder"
    lacks = [word for word, bit in (("read", os.R_OK | os.X_OK), ("written", os.W_OK))
             if not os.access(folder, bit)]  # fmt: skip
    return f"cannot be {' or '.join(lacks)}" if lacks else ""
