"""The one list, signals, questions and the board, always for somebody."""

from datetime import date

from django.db.models import Q, QuerySet

from plait.access.reader import Reader, in_force
from plait.people.models import Post, Role, User
from plait.watch.models import OutOfSchool, Question, Run, Signal, Told

KEEPERS = (Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER, Role.CASEWORKER)

# Whose strand is whose; those who keep the list see what waits in each strand they may read.
STRANDS = {Role.DCO: "health", Role.HEALTH_ADVISER: "health", Role.SOCIAL_CARE: "care"}


def entry_open_to(reader: Reader, entry_id: int) -> OutOfSchool | None:
    rows = OutOfSchool.objects.filter(area=reader.area, pk=entry_id)
    return rows.select_related("child", "owner").first()


def entry_of(child_id: int) -> OutOfSchool | None:
    """Give a child's open entry, as far as the reader sees it."""
    return OutOfSchool.objects.filter(child_id=child_id, ended_on__isnull=True).first()


def open_signals(reader: Reader) -> QuerySet[Signal]:
    """Give the signals that wait, the soonest due first; a named person's own before others'."""
    rows = Signal.objects.filter(area=reader.area, state=Signal.State.OPEN)
    return rows.select_related("child", "owner").order_by("due_on", "id")


def signal_open_to(reader: Reader, signal_id: int) -> Signal | None:
    rows = Signal.objects.filter(area=reader.area, pk=signal_id)
    return rows.select_related("child", "owner", "ended_by").first()


def questions_of(signal: Signal) -> list[Question]:
    """Give the questions of a signal that the reader sees."""
    rows = signal.questions.select_related("answered_by")
    return list(rows.order_by("strand", "id"))


def question_open_to(reader: Reader, question_id: int) -> Question | None:
    rows = Question.objects.filter(area=reader.area, pk=question_id)
    return rows.select_related("child", "signal").first()


def open_questions(reader: Reader) -> QuerySet[Question]:
    """Give the questions that wait for an answer in the strand the reader works in."""
    rows = Question.objects.filter(area=reader.area, answer="")
    if not reader.holds(*KEEPERS):
        rows = rows.filter(strand__in={STRANDS[role] for role in STRANDS if reader.holds(role)})
    return rows.select_related("child").prefetch_related("signal").order_by("due_on", "id")


def board_of(child_id: int) -> list[Told]:
    """Give who must know what of a child, the newest event first."""
    rows = Told.objects.filter(child_id=child_id).select_related("told_by")
    return list(rows.order_by("-happened_on", "id"))


def told_open_to(reader: Reader, told_id: int) -> Told | None:
    return Told.objects.filter(area=reader.area, pk=told_id).select_related("child").first()


def owners(reader: Reader) -> list[User]:
    """Give those who may own an entry of the list."""
    posts = Post.objects.filter(in_force(reader.today), area=reader.area, role__in=KEEPERS)
    return list(User.objects.filter(pk__in=posts.values("user")).order_by("name"))


def last_run(reader: Reader) -> Run | None:
    return Run.objects.filter(area=reader.area).order_by("-day", "-id").first()


def noise(reader: Reader, *, since: date) -> list[tuple[str, int, int, int]]:
    """Give how often each rule fired since a day, and how many were acted on and dismissed."""
    found: dict[str, list[int]] = {}
    rows = Signal.objects.filter(Q(fired_on__gte=since), area=reader.area)
    for rule, state in rows.values_list("rule", "state"):
        counts = found.setdefault(rule, [0, 0, 0])
        counts[0] += 1
        counts[1] += state == Signal.State.ACTED
        counts[2] += state == Signal.State.DISMISSED
    return [(rule, *counts) for rule, counts in sorted(found.items())]  # type: ignore[misc]


def dismissed(reader: Reader, *, since: date) -> list[tuple[str, str]]:
    """Give the rule and the reason of each signal that was dismissed since a day."""
    rows = Signal.objects.filter(
        area=reader.area, fired_on__gte=since, state=Signal.State.DISMISSED
    )
    return list(rows.values_list("rule", "done"))
