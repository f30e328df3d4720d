"""The facts of many children at once: one question a table, whoever asks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from plait.attendance.models import Enrolment, PartTime, Register, Suspension
from plait.cases.models import Placement, Plan
from plait.health.models import Episode
from plait.people.models import Area, Child
from plait.provision.models import Alternative, EotasPart, HomeEducation, MissingNotice
from plait.support.models import CareInvolvement, SenSupport
from plait.watch.facts import AlternativeSpell, Facts, PartTimeSpell, RollSpell, Spell
from plait.watch.queries_authority import authorities_of, other_than
from plait.watch.queries_moves import homes, workers

AT_ONCE = 2000


def facts_of(children: Iterable[tuple[int, Any]]) -> Iterator[Facts]:
    """Give the facts of children, each told as (id, date of birth)."""
    batch: list[tuple[int, Any]] = []
    for one in children:
        batch.append(one)
        if len(batch) == AT_ONCE:
            yield from _batch(batch)
            batch = []
    yield from _batch(batch)


def children_of(area: Area) -> Iterator[tuple[int, Any]]:
    """Give the children and young people of an area that the reader sees."""
    rows = Child.objects.filter(area=area, merged_into__isnull=True, died_on__isnull=True)
    return rows.order_by("id").values_list("id", "birth_date").iterator()


def _batch(children: list[tuple[int, Any]]) -> Iterator[Facts]:
    ids = [child for child, _ in children]
    found: dict[int, dict[str, Any]] = defaultdict(lambda: defaultdict(list))
    for name, spells in _SPELLS:
        for child, spell in spells(ids):
            found[child][name].append(spell)
    registers: dict[int, dict[tuple[str, int], bytes]] = defaultdict(dict)
    held = Register.objects.filter(child__among=ids)
    for child, setting, year, marks in held.values_list(
        "child_id", "setting_id", "school_year", "marks"
    ):
        registers[child][str(setting), year] = bytes(marks)
    for child, born in children:
        told = {name: tuple(spells) for name, spells in found[child].items()}
        yield Facts(child_id=child, born=born, registers=registers[child], **told)


def _rolls(ids: list[int]) -> Iterator[tuple[int, RollSpell]]:
    # A guest is registered elsewhere or nowhere; early years and health visiting keep no roll.
    not_on_a_roll = (Enrolment.Status.EARLY, Enrolment.Status.GUEST)
    rows = Enrolment.objects.filter(child__among=ids).exclude(status__in=not_on_a_roll)
    of_place = ("setting__name", "setting__la_code", "area__code", "left_to")
    named = list(rows.values_list("child_id", "id", "entered_on", "left_on", *of_place))
    whose = authorities_of({to for *_, to in named if to})
    for child, pk, since, until, name, of, own, to in named:
        yield (
            child,
            RollSpell(
                f"roll:{pk}",
                since,
                until,
                name or "",
                authority=other_than(own, of),
                to=to,
                to_authority=other_than(own, whose.get(to)),
            ),
        )
    places = Placement.objects.filter(child__among=ids).exclude(organisation=None, urn="")
    of_place = ("organisation__name", "organisation__la_code", "area__code")
    for child, pk, since, until, name, of, own in places.values_list(
        "child_id", "id", "entered_on", "left_on", *of_place
    ):
        spell = RollSpell(
            f"placement:{pk}", since, until, name or "", authority=other_than(own, of)
        )
        yield child, spell


def _elsewhere(ids: list[int]) -> Iterator[tuple[int, Spell]]:
    rows = Placement.objects.filter(child__among=ids, organisation=None, urn="")
    told = rows.exclude(setting_kind="").exclude(entered_on=None)
    for child, pk, since, until, code in told.values_list(
        "child_id", "id", "entered_on", "left_on", "setting_kind"
    ):
        yield child, Spell(f"placement:{pk}", since, until, code)


def _part_time(ids: list[int]) -> Iterator[tuple[int, Spell]]:
    for one in PartTime.objects.filter(child__among=ids).select_related("setting"):
        name = one.setting.name if one.setting else ""
        hours = f"{one.hours_a_week:.1f}".removesuffix(".0")
        yield (
            one.child_id,
            PartTimeSpell(
                f"part_time:{one.pk}",
                one.since,
                one.ended_on,
                name,
                to_end_on=one.ends_on,
                hours=hours,
            ),
        )


def _suspended(kind: str) -> Any:
    def rows(ids: list[int]) -> Iterator[tuple[int, Spell]]:
        held = Suspension.objects.filter(child__among=ids, kind=kind, withdrawn_on__isnull=True)
        for child, pk, since, name in held.values_list(
            "child_id", "id", "from_on", "setting__name"
        ):
            yield child, Spell(f"suspension:{pk}", since, None, name or "")

    return rows


def _alternative(ids: list[int]) -> Iterator[tuple[int, Spell]]:
    for one in Alternative.objects.filter(child__among=ids):
        hours = f"{one.hours_a_week:.1f}".removesuffix(".0") if one.hours_a_week else ""
        yield (
            one.child_id,
            AlternativeSpell(
                f"ap:{one.pk}",
                one.since,
                one.until,
                one.provider_name,
                hours,
                return_on=one.return_on,
                registered=one.registered,
            ),
        )


def _plain(model: Any, ref: str, since: str, until: str, name: str, more: str = "") -> Any:
    """Give the rows of a table as spells."""

    def rows(ids: list[int]) -> Iterator[tuple[int, Spell]]:
        columns = ["child_id", "id", since, until, name, *([more] if more else [])]
        for child, pk, began, ended, called, *rest in model.objects.filter(
            child__among=ids
        ).values_list(*columns):
            yield child, Spell(f"{ref}:{pk}", began, ended, called or "", *rest)

    return rows


_SPELLS: tuple[tuple[str, Any], ...] = (
    ("rolls", _rolls),
    ("part_time", _part_time),
    ("suspensions", _suspended("S")),
    ("exclusions", _suspended("P")),
    ("alternative", _alternative),
    ("at_home", _plain(HomeEducation, "home", "since", "until", "told_by")),
    ("missing", _plain(MissingNotice, "notice", "reported_on", "found_on", "reported_by")),
    ("eotas", _plain(EotasPart, "eotas", "since", "until", "provider_name", "basis")),
    ("elsewhere", _elsewhere),
    ("homes", homes),
    ("workers", workers),
    ("episodes", _plain(Episode, "episode", "referred_on", "ended_on", "service", "team")),
    ("care", _plain(CareInvolvement, "care", "since", "until", "team", "worker")),
    ("support", _plain(SenSupport, "support", "since", "until", "setting__name")),
    ("plans", _plain(Plan, "plan", "started_on", "ceased_on", "request__asked_by")),
)
