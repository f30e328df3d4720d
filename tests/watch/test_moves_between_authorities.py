"""A move over the area's boundary says what must happen, and tells the other authority."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from plait.access.context import set_context
from plait.access.nightly import nightly_reader
from plait.attendance.models import Enrolment
from plait.health.models import Episode
from plait.people.models import Organisation
from plait.support.models import CareInvolvement
from plait.watch.actions_run import run
from plait.watch.facts import Facts, RollSpell, Spell, as_of
from plait.watch.models import Question, Signal, Told
from plait.watch.queries_facts import facts_of
from plait.watch.rules_signals import signals
from plait.watch.thresholds import Thresholds

ON = date(2026, 11, 23)
DAY = timedelta(days=1)
AT = datetime(2026, 11, 23, 6, tzinfo=UTC)
HERE = RollSpell("roll:1", date(2024, 9, 2), ON - DAY, name="Larkfield")
THERE = RollSpell("roll:2", ON, name="Otherby", authority="825")
CHILD = Facts(
    1, born=date(2016, 3, 4), rolls=(replace(HERE, until=None),),
    episodes=(Spell("episode:1", date(2026, 1, 5), name="speech"),),
    plans=(Spell("plan:1", date(2025, 1, 5)),),
)  # fmt: skip
HOMES = (
    Spell("home:1", date(2016, 3, 4), ON - DAY, "NC12AB"),
    Spell("home:1", ON, None, "ZZ12AB", "outside"),
)


def fired(facts, on=ON):
    return {one.rule: one for one in signals(as_of(facts, on), on, Thresholds())}


def said(facts, on=ON):
    return " ".join(fired(facts, on)["moved_authority"].says)


def test_an_address_outside_the_area_says_that_the_plan_is_passed_and_by_when():
    says = said(replace(CHILD, homes=HOMES))
    # 15 working days, the day it was heard of being the first.
    assert "passes the EHC plan to the new one" in says
    assert "by 11 December 2026 (SEND Regulations 2014, regulation 15(2))" in says
    assert "each open episode is asked about" in says


def test_nothing_is_said_of_a_plan_or_of_health_where_neither_is_open():
    care = (Spell("care:1", date(2026, 1, 5)),)
    says = said(replace(CHILD, homes=HOMES, plans=(), episodes=(), care=care))
    assert "EHC plan" not in says
    assert "episode" not in says
    assert says.endswith("keep, move or end, and why.")


def test_a_move_over_the_boundary_is_told_once_and_not_also_as_any_move():
    found = fired(replace(CHILD, homes=HOMES, rolls=(HERE, THERE)))
    assert "moved" not in found
    assert found["moved_authority"].trips == "moved_authority"


def test_a_family_that_came_from_outside_is_told_within_six_weeks():
    came = tuple(replace(one, more=more) for one, more in zip(HOMES, ("outside", ""), strict=True))
    says = said(replace(CHILD, homes=came))
    assert "told within six weeks, by 4 January 2027" in says
    assert "passes the EHC" not in says


def test_a_school_over_the_boundary_asks_first_where_the_family_lives():
    says = said(replace(CHILD, rolls=(HERE, THERE)))
    assert "to Otherby, a school of another authority (825)" in says
    assert "is not yet a move. Ask the family" in says
    back = (replace(HERE, authority="825"), replace(THERE, authority=""))
    assert "from Larkfield, a school of another authority (825), to" in said(
        replace(CHILD, rolls=back)
    )


def test_two_schools_of_one_other_authority_are_any_move():
    found = fired(replace(CHILD, rolls=(replace(HERE, authority="825"), THERE)))
    assert "moved" in found
    assert "moved_authority" not in found


def test_a_leaver_for_another_authority_is_one_signal_before_and_after_the_new_roll():
    left = replace(HERE, to="Otherby", to_authority="825")
    before = fired(replace(CHILD, rolls=(left,)))
    after = fired(replace(CHILD, rolls=(left, THERE)))
    assert "for Otherby, of another authority (825)" in before["moved_authority"].says[0]
    assert before["moved_authority"].key == after["moved_authority"].key
    assert "left_a_roll" not in before


def test_a_leaver_with_nothing_open_has_left_a_roll_and_the_schools_word_is_repeated():
    left = replace(HERE, to="Otherby", to_authority="825")
    found = fired(replace(CHILD, rolls=(left,), plans=(), episodes=()))
    assert found["left_a_roll"].says[0].endswith("Where to, by the school: Otherby.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("to", "code"),
    [("Otherby", "825"), ("999999", "825"), ("825/4012", "825"), ("Same Name", ""), ("Abroad", "")],
)
def test_a_destination_is_known_by_number_urn_or_a_name_that_only_one_authority_has(
    world, arranging, to, code
):
    with arranging():
        some = {"kind": "setting", "la_code": "825"}
        Organisation.objects.create(name="Otherby", urn="999999", **some)
        for la in ("825", world.area.code):
            Organisation.objects.create(kind="setting", name="Same Name", la_code=la)
        Enrolment.objects.create(
            area=world.area, child=world.amina, setting=world.larkfield, left_to=to,
            entered_on=date(2024, 9, 2), left_on=ON - DAY,
        )  # fmt: skip
        facts = next(facts_of([(world.amina.pk, world.amina.birth_date)]))
    roll = next(one for one in facts.rolls if one.ref.startswith("roll:") and one.to == to)
    assert roll.to_authority == code


@pytest.mark.django_db
def test_the_run_asks_every_strand_and_puts_the_other_authority_on_the_board(world, arranging):
    with arranging():
        other = Organisation.objects.create(kind="setting", name="Otherby", la_code="825")
        Episode.objects.create(
            area=world.area, child=world.amina, service="18", referred_on=date(2026, 2, 2)
        )
        CareInvolvement.objects.create(
            area=world.area, child=world.amina, since=date(2026, 2, 1), team="Disability"
        )
        of = {"area": world.area, "child": world.amina}
        since, left = date(2024, 9, 2), ON - DAY
        Enrolment.objects.create(**of, setting=world.larkfield, entered_on=since, left_on=left)
        Enrolment.objects.create(**of, setting=other, entered_on=ON)
    reader = nightly_reader(world.area.pk, today=ON)
    set_context(user=reader.user.pk, area=world.area.pk, today=ON)
    run(by=reader, at=AT)
    signal = Signal.objects.get(child=world.amina, rule="moved_authority")
    strands = set(Question.objects.filter(signal=signal).values_list("strand", flat=True))
    assert strands >= {"health", "care"}
    parties = Told.objects.filter(child=world.amina, event="moved_authority")
    assert "authority" in set(parties.values_list("party", flat=True))
