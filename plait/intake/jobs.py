"""Reading, loading and taking back as jobs: the worker asks for the actor's access again."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from plait.access.reader import Reader, posts_of, reader_from
from plait.intake import applying, delivering, loading, rows_again, taking_back, watched
from plait.intake.folder import Seen
from plait.journal.later import queue_once
from plait.people.models import Area, User


def _reader(area: int, actor: int) -> Reader:
    today = timezone.localdate()
    user = User.objects.get(pk=actor)
    return reader_from(user, posts_of(user, today=today), Area.objects.get(pk=area), today=today)


@app.task(name="read_delivery", retry=2)
def read_delivery(*, area: int, actor: int, delivery: int) -> None:
    """Read a file to its end and say what it would change."""
    delivering.read(delivery, by=_reader(area, actor), at=timezone.now())


@app.task(name="apply_delivery", retry=2)
def apply_delivery(*, area: int, actor: int, delivery: int) -> None:
    """Load a file that was read, or go on where a load stopped."""
    applying.apply(delivery, by=_reader(area, actor), at=timezone.now())


@app.task(name="take_in_delivery", retry=2)
def take_in_delivery(*, area: int, actor: int, delivery: int) -> None:
    """Read a file and load it at once, as a system that sends by itself expects."""
    loading.take_in(delivery, by=_reader(area, actor), at=timezone.now(), by_itself=True)


@app.task(name="take_back_delivery")
def take_back_delivery(*, area: int, actor: int, delivery: int) -> None:
    """Take a loaded file back."""
    taking_back.take_back(delivery, by=_reader(area, actor), at=timezone.now())


@app.task(name="read_rows_again", retry=2)
def read_rows_again(*, area: int, actor: int, incoming: int) -> None:
    """Let the rows of a link that was undone wait again."""
    rows_again.rows_again(incoming, by=_reader(area, actor), at=timezone.now())


def rows_again_soon(*, incoming: int, by: Reader) -> None:
    """Queue the reading of a link's rows."""
    queue_once(
        read_rows_again, f"rows_again:{incoming}",
        area=by.area.pk, actor=by.user.pk, incoming=incoming,
    )  # fmt: skip


TASKS = {
    "read": read_delivery, "apply": apply_delivery, "take_in": take_in_delivery,
    "take_back": take_back_delivery,
}  # fmt: skip


def soon(what: str, *, delivery: int, by: Reader) -> None:
    """Queue one of the above for a delivery."""
    queue_once(
        TASKS[what], f"{what}_delivery:{delivery}",
        area=by.area.pk, actor=by.user.pk, delivery=delivery,
    )  # fmt: skip


SEEN: dict[Path, dict[Path, Seen]] = {}  # how each folder looked to this process the last time


@app.task(name="watch_folders", queueing_lock="watch_folders")
def watch_folders(timestamp: int) -> None:
    """Take in what lies whole in the area's watched folders."""
    watched.look(SEEN, at=timezone.now(), today=timezone.localdate())


if settings.PLAIT_FEEDS:  # without a folder nothing is watched, and no job is queued each minute
    app.periodic(cron="* * * * *")(watch_folders)
