"""What leaders ask: each measure is one set of rows, counted for a figure, opened for its children.

A row is (child, month, group, yes). The same rows give the count and the list, so a figure cannot
differ from the children behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    DateField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncMonth
from django.db.models.lookups import Exact

from plait.access.models import Tie
from plait.access.reader import Reader
from plait.cases.models import Assessment, Clock, Need, Placement, Plan, Request
from plait.cases.queries_clocks import OPEN, standing_is
from plait.law.standing import Standing
from plait.people.models import Role

MONTHS = 24
NO_MONTH = Value(None, output_field=DateField())
NO_GROUP = Value("", output_field=CharField())
ALL = Value(True, output_field=BooleanField())
Rows = QuerySet


@dataclass(frozen=True)
class Measure:
    """One question: its words, what counts as yes, and the rows that answer it."""

    id: str
    title: str
    asks: str  # how it is counted, in a sentence
    rows: Callable[[Reader], Rows]


def _rows(found: Rows, *, month=NO_MONTH, group=NO_GROUP, yes=ALL) -> Rows:
    """Give rows of (child, month, group, yes)."""
    return found.values("child_id", row_month=month, row_group=group, row_yes=yes).order_by()


def _since(reader: Reader) -> date:
    first = reader.today.replace(day=1)
    return (first - timedelta(days=31 * MONTHS)).replace(day=1)


def _yes(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))


def twenty_weeks(reader: Reader) -> Rows:
    """Plans issued, by the month of issue; cases with a reported exception left out."""
    issued = Assessment.objects.filter(
        area=reader.area,
        outcome="Y",
        outcome_on__range=(_since(reader), reader.today),
        request__received_on__isnull=False,
    ).exclude(week20_exception=True)
    in_time = Q(outcome_on__lte=F("request__received_on") + timedelta(weeks=20))
    return _rows(issued, month=TruncMonth("outcome_on"), yes=_yes(in_time))


def six_weeks(reader: Reader) -> Rows:
    """Decisions whether to assess, by the month of the decision."""
    decided = Request.objects.filter(
        area=reader.area,
        outcome__in=("Y", "N"),
        outcome_on__range=(_since(reader), reader.today),
        received_on__isnull=False,
    )
    in_time = Q(outcome_on__lte=F("received_on") + timedelta(weeks=6))
    return _rows(decided, month=TruncMonth("outcome_on"), yes=_yes(in_time))


def requests(reader: Reader) -> Rows:
    """Requests received, by month; yes where the assessment was agreed."""
    received = Request.objects.filter(
        area=reader.area, received_on__range=(_since(reader), reader.today)
    )
    return _rows(received, month=TruncMonth("received_on"), yes=_yes(Q(outcome="Y")))


def _standing(reader: Reader) -> Case:
    """Yes: past its legal day. What the newest file cannot know is not late."""
    return _yes(standing_is(Standing.LATE, reader=reader))


def _open_clocks(reader: Reader) -> QuerySet[Clock]:
    return Clock.objects.filter(OPEN, area=reader.area)


def standing_by_team(reader: Reader) -> Rows:
    """Open legal dates by the caseworker's team; yes where the day has passed."""
    worker = Tie.objects.filter(
        child=OuterRef("child"), role=Role.CASEWORKER, until__isnull=True
    ).values("post__team")[:1]
    team = Case(
        When(Exact(Subquery(worker), ""), then=Value("Caseworkers without a team's name")),
        default=Coalesce(Subquery(worker), Value("Nobody allocated")),
        output_field=CharField(),
    )
    return _rows(_open_clocks(reader), group=team, yes=_standing(reader))


def _place(outer: str) -> QuerySet[Placement]:
    return Placement.objects.filter(child=OuterRef(outer), left_on__isnull=True, rank="1")


def standing_by_setting(reader: Reader) -> Rows:
    """Open legal dates by setting; yes where the day has passed."""
    setting = Subquery(_place("child").values("organisation__name")[:1])
    named = Coalesce(setting, Value("No setting in the register"), output_field=CharField())
    return _rows(_open_clocks(reader), group=named, yes=_standing(reader))


def _plans(reader: Reader) -> QuerySet[Plan]:
    live = Q(ceased_on__isnull=True) | Q(ceased_on__gt=reader.today)
    return Plan.objects.filter(live, area=reader.area, started_on__lte=reader.today)


def needs(reader: Reader) -> Rows:
    """Plans in force by primary need."""
    primary = Need.objects.filter(request=OuterRef("request"), rank="1").values("kind")[:1]
    return _rows(
        _plans(reader),
        group=Coalesce(Subquery(primary), Value(""), output_field=CharField()),
    )


def placements(reader: Reader) -> Rows:
    """Plans in force by kind of setting: its phase or type, else the arrangement."""
    place = _place("child").annotate(
        where=Case(
            When(~Q(setting_kind=""), then=F("setting_kind")),
            When(organisation__type_name__icontains="special", then=Value("Special")),
            When(organisation__isnull=False, then=F("organisation__phase")),
            default=Value("Not in the register"),
            output_field=CharField(),
        )
    )
    where = Coalesce(
        Subquery(place.values("where")[:1]), Value("Not known"), output_field=CharField()
    )
    return _rows(_plans(reader), group=where)


MEASURES = {
    measure.id: measure
    for measure in (
        Measure("twenty_weeks", "Final plans issued within 20 weeks",
                "Plans issued in the month, by the day the request came; cases for which an "
                "exception is reported are left out, as in the national figure.", twenty_weeks),
        Measure("six_weeks", "Decisions whether to assess made within 6 weeks",
                "Decisions made in the month, by the day the request came.", six_weeks),
        Measure("requests", "Requests for an assessment, and how many were agreed",
                "Requests received in the month.", requests),
        Measure("standing_by_team", "Open legal dates past their day, by team",
                "The team of the child's caseworker.", standing_by_team),
        Measure("standing_by_setting", "Open legal dates past their day, by setting",
                "The setting in which the child is placed.", standing_by_setting),
        Measure("needs", "Plans by primary need", "Plans in force today.", needs),
        Measure("placements", "Plans by kind of setting", "Plans in force today.", placements),
    )
}  # fmt: skip
