"""What looking again at a refused payment leaves behind: days of each sum, outcomes, letters."""

from datetime import date

import pytest
from record_world import NOW, TODAY
from test_personal_budget import REFUSE, STARTS, add, budget, decide, no_pdf, propose

from plait.cases.models import Clock, Letter, Plan
from plait.plans.actions import budget as acts
from plait.plans.actions import budget_deciding as deciding
from plait.plans.actions.budget_papers import letters_of_budget
from plait.plans.pages.budget import for_family, shown

__all__ = ["budget", "no_pdf"]
pytestmark = pytest.mark.django_db
LOOKED = date(2026, 12, 14)


@pytest.fixture
def later(acting):
    """The caseworker, three weeks on."""
    from dataclasses import replace

    return replace(acting("caseworker"), today=LOOKED)


@pytest.fixture
def refused(budget, acting):
    """One payment agreed from 1 December and one refused."""
    by = acting("caseworker")
    second = add(budget, by, what="A second therapist", pounds_a_year=800)
    propose(budget, by)
    first = budget.sums.get(how="direct", what="A speech therapist")
    return deciding.decide_budget(
        budget=budget, said={first.pk: deciding.Said(agreed=True), second.pk: REFUSE},
        family_said="", on=TODAY, starts_on=STARTS, by=by, at=NOW,
    )  # fmt: skip


def look_again(made, by, *, agreed=(), why="It stands.", on=LOOKED):
    deciding.ask_review(budget=made, on=on, said="Look again.", by=by, at=NOW)
    return deciding.decide_review(budget=made, agreed=set(agreed), on=on, why=why, by=by, at=NOW)


def test_a_payment_that_began_earlier_keeps_its_day_and_the_letter_lists_each_with_its_own(
    refused, later
):
    row = refused.sums.get(agreed=False)
    made = look_again(refused, later, agreed={row.pk}, why="One was found.")
    days = dict(made.sums.values_list("what", "starts_on"))
    assert days == {
        "A speech therapist": STARTS, "Materials": STARTS, "A second therapist": LOOKED,
    }  # fmt: skip
    assert made.starts_on == STARTS
    assert Clock.objects.get(ref=made.ref).due_on == date(2027, 2, 28)
    letter = letters_of_budget(budget=made, by=later, at=NOW)[0]
    assert letter.facts["given"]["budget"] == [
        "A speech therapist (F1): £1,200 a year, as a direct payment, from 1 December 2026",
        "A second therapist (F1): £800 a year, as a direct payment, from 14 December 2026",
    ]
    assert "{budget}" in letter.text


def test_a_review_that_changes_nothing_says_that_nothing_is_paid(budget, acting):
    by = acting("caseworker")
    propose(budget, by)
    made = look_again(decide(budget, by, REFUSE), by, on=TODAY)
    letter = letters_of_budget(budget=made, by=by, at=NOW)[0]
    assert letter.facts["given"]["budget"] == ["No direct payment: the refusal stands."]


def test_the_first_outcome_stays_on_the_pages_when_a_second_review_is_asked(refused, later):
    made = look_again(refused, later, why="None was found yet.")
    deciding.ask_review(budget=made, on=LOOKED, said="There is one now.", by=later, at=NOW)
    made.refresh_from_db()
    facts = shown(made, [], into_j=False).facts
    assert ("Outcome of an earlier review", "14 December 2026. None was found yet.") in facts
    mine = for_family(made)["review"]
    assert "None was found yet." in mine[0]
    assert "You asked on 14 December 2026" in mine[1]
    row = made.sums.get(agreed=False)
    made = deciding.decide_review(
        budget=made, agreed={row.pk}, on=LOOKED, why="One was found.", by=later, at=NOW
    )
    assert [why for _, why in made.outcomes] == ["None was found yet.", "One was found."]


def test_the_letters_are_offered_only_while_one_is_owed(refused, later):
    def offered(made):
        return bool(
            shown(made, list(Letter.objects.filter(about=made.ref)), into_j=False).letters_at
        )

    assert offered(refused)
    letters_of_budget(budget=refused, by=later, at=NOW)
    assert not offered(refused)
    deciding.ask_review(budget=refused, on=LOOKED, said="", by=later, at=NOW)
    refused.refresh_from_db()
    assert not offered(refused)
    made = deciding.decide_review(
        budget=refused, agreed=set(), on=LOOKED, why="It stands.", by=later, at=NOW
    )
    assert offered(made)
    letters_of_budget(budget=made, by=later, at=NOW)
    assert not offered(made)


def test_the_plan_tells_of_all_that_was_agreed_in_whichever_budget(
    world, budget, acting, arranging
):
    by = acting("caseworker")
    propose(budget, by)
    decide(budget, by)
    with arranging():
        plan = Plan.objects.create(
            area=world.area, child=world.amina, request=world.request, started_on=TODAY
        )
    second = acts.ask_budget(
        request=world.request, asked_by="Pat", asked_on=TODAY, asked_when="review", by=by, at=NOW
    )
    add(second, by, how="arranged", pounds_a_year=50)
    acts.propose(budget=second, on=TODAY, by=by, at=NOW)
    deciding.decide_budget(
        budget=second, said={}, family_said="", on=TODAY, starts_on=TODAY, by=by, at=NOW
    )
    plan.refresh_from_db()
    assert (plan.personal_budget, plan.direct_payment) == (True, "E")
