"""A personal budget: prepared sum by sum, proposed, decided with reasons, and looked at again."""

from datetime import date

import pytest
from letters_world import area_rules, sent
from record_world import NOW, TODAY

from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Clock, Letter, Plan
from plait.law.budget import grounds, paid_for
from plait.plans.actions import budget as acts
from plait.plans.actions import budget_deciding as deciding
from plait.plans.actions.budget_papers import into_section_j, letters_of_budget
from plait.plans.models import BudgetSum, PersonalBudget
from plait.plans.reading import plan_text

pytestmark = pytest.mark.django_db
CAME, STARTS = date(2026, 11, 16), date(2026, 12, 1)
REFUSE = deciding.Said(agreed=False, ground="not-secured", why="No therapist is to be found.")


@pytest.fixture(autouse=True)
def no_pdf(monkeypatch):
    from plait.cases import letter_files
    from plait.ui.paper import NoPdf

    def none(*_):
        raise NoPdf("Not drawn in this test.")

    monkeypatch.setattr(letter_files, "paper_pdf", none)


@pytest.fixture
def budget(world, draft, acting, arranging):
    """A budget that was asked for with the draft, with two sums for its one provision."""
    with arranging():
        area_rules(world.area)
    by = acting("caseworker")
    made = acts.ask_budget(
        request=world.request, asked_by="Pat Parent", asked_on=CAME, asked_when="draft", by=by,
        at=NOW,
    )  # fmt: skip
    add(made, by, how="direct", pounds_a_year=1200)
    add(made, by, how="arranged", pounds_a_year=300, what="Materials")
    return made


def add(budget, by, **more):
    given = {
        "provision": "F1", "what": "A speech therapist", "how": "direct", "pounds_a_year": None,
        "why_whole": "", "flexibility": "",
    }  # fmt: skip
    return acts.add_sum(budget=budget, by=by, at=NOW, **(given | more))


def propose(budget, by):
    return acts.propose(budget=budget, on=CAME, by=by, at=NOW)


def decide(budget, by, said=None, **more):
    row = budget.sums.get(how="direct")
    given = {"family_said": "We want it.", "on": TODAY, "starts_on": STARTS}
    said = {row.pk: said or deciding.Said(agreed=True)}
    return deciding.decide_budget(budget=budget, said=said, by=by, at=NOW, **(given | more))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"how": "direct"}, "pounds a year"),
        ({"how": "whole"}, "reg 4A"),
        ({"provision": "F9", "pounds_a_year": 5}, "F9 is no statement of provision"),
        ({"provision": "B1", "pounds_a_year": 5}, "B1 is no statement of provision"),
    ],
)
def test_a_sum_that_says_too_little_or_pays_for_nothing_in_the_plan_is_refused(
    budget, acting, more, said
):
    with pytest.raises(Refused, match=said):
        add(budget, acting("caseworker"), **more)


@pytest.mark.parametrize(("who", "before", "after"), [
    ("parent", 0, 2), ("father", 0, 2), ("senco", 0, 2), ("inspector", 2, 2), ("manager", 2, 2),
    ("other_parent", 0, 0), ("other_senco", 0, 0), ("colleague", 0, 0),
])  # fmt: skip
def test_the_family_reads_no_sum_before_it_is_proposed_and_each_afterwards(
    budget, acting, who, before, after
):
    acting(who)
    assert BudgetSum.objects.count() == before
    propose(budget, acting("caseworker"))
    acting(who)
    assert BudgetSum.objects.count() == after


@pytest.mark.parametrize("who", ["senco", "parent", "therapist", "inspector", "officer"])
def test_those_who_do_not_write_the_plan_propose_and_decide_nothing(budget, acting, who):
    with pytest.raises(Refused):
        propose(budget, acting(who))
    propose(budget, acting("caseworker"))
    by = acting(who)
    with pytest.raises(Refused):
        deciding.decide_budget(
            budget=budget, said={}, family_said="", on=TODAY, starts_on=STARTS, by=by, at=NOW
        )


def test_an_agreed_budget_has_its_letter_its_first_look_and_its_place_in_section_j(
    world, draft, budget, acting
):
    by = acting("caseworker")
    propose(budget, by)
    made = decide(budget, by)
    letters = letters_of_budget(budget=made, by=by, at=NOW)
    assert {one.kind for one in letters} == {"personal-budget-agreed"}
    text = sent(letters[0], by).facts["sent"]["budget"]
    assert text[0] == "A speech therapist (F1): £1,200 a year, as a direct payment"
    clock = Clock.objects.get(ref=made.ref)
    assert (clock.duty, clock.due_on) == ("pb-r11-first-review", date(2027, 2, 28))
    rows = into_section_j(budget=made, version=draft, by=by, at=NOW)
    assert len(rows) == 2
    assert into_section_j(budget=made, version=draft, by=by, at=NOW) == []
    paid, held = plan_text(draft).budgets
    assert (paid.pounds_a_year, paid.direct_payment, paid.provisions) == (1200, True, ("F1",))
    assert paid.needs
    assert paid.outcomes
    assert (held.pounds_a_year, held.direct_payment) == (300, False)


@pytest.mark.parametrize(
    ("said", "match"),
    [
        (deciding.Said(agreed=False, why="No."), "choose the ground"),
        (deciding.Said(agreed=False, ground="made-up", why="No."), "choose the ground"),
        (deciding.Said(agreed=False, ground="not-secured", why=" "), "give the reasons"),
    ],
)
def test_a_refusal_without_its_ground_or_its_reasons_is_refused(budget, acting, said, match):
    by = acting("caseworker")
    propose(budget, by)
    with pytest.raises(Refused, match=match):
        decide(budget, by, said)
    budget.refresh_from_db()
    assert budget.state == "proposed"


def test_a_refused_payment_has_a_letter_with_its_reasons_and_is_looked_at_again_once_asked(
    budget, acting
):
    by = acting("caseworker")
    propose(budget, by)
    made = decide(budget, by, REFUSE)
    kinds = {one.kind for one in letters_of_budget(budget=made, by=by, at=NOW)}
    assert kinds == {"personal-budget-agreed", "direct-payment-refused"}
    refusal = Letter.objects.filter(kind="direct-payment-refused").first()
    assert "No therapist is to be found." in refusal.facts["given"]["reasons"]
    assert not Clock.objects.filter(ref=made.ref).exists()
    row = made.sums.get(agreed=False)
    again = {"agreed": {row.pk}, "on": TODAY, "by": by, "at": NOW}
    with pytest.raises(Refused, match="No review waits"):
        deciding.decide_review(budget=made, why="Found one.", **again)
    deciding.ask_review(budget=made, on=TODAY, said="There is one.", by=by, at=NOW)
    with pytest.raises(Refused, match="asked for already"):
        deciding.ask_review(budget=made, on=TODAY, said="", by=by, at=NOW)
    with pytest.raises(Refused, match="Give the reasons"):
        deciding.decide_review(budget=made, why=" ", **again)
    made = deciding.decide_review(budget=made, why="A therapist was found.", **again)
    row.refresh_from_db()
    assert (row.agreed, row.ground) == (True, "")
    assert Clock.objects.filter(ref=made.ref).count() == 1
    letters = letters_of_budget(budget=made, by=by, at=NOW)
    assert {one.kind for one in letters} == {"direct-payment-reviewed"}


def test_no_word_of_a_budget_tells_a_hidden_address(budget, acting, arranging):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    by, tells = acting("caseworker"), "For the house at 1 Father Street."
    for more in ({"what": tells}, {"flexibility": tells}, {"how": "whole", "why_whole": tells}):
        with pytest.raises(Refused, match="address of Pat Father"):
            add(budget, by, **({"pounds_a_year": None if "how" in more else 5} | more))
    propose(budget, by)
    said = deciding.Said(agreed=False, ground="not-secured", why=tells)
    with pytest.raises(Refused, match="address of Pat Father"):
        decide(budget, by, said)
    made = decide(budget, by, REFUSE)
    deciding.ask_review(budget=made, on=TODAY, said="", by=by, at=NOW)
    with pytest.raises(Refused, match="address of Pat Father"):
        deciding.decide_review(budget=made, agreed=set(), on=TODAY, why=tells, by=by, at=NOW)


def test_days_that_cannot_be_are_refused(budget, acting):
    by = acting("caseworker")
    with pytest.raises(OutOfOrder):
        acts.propose(budget=budget, on=date(2026, 11, 24), by=by, at=NOW)
    propose(budget, by)
    for more in ({"on": date(2026, 11, 15)}, {"starts_on": CAME}, {"on": date(2026, 11, 24)}):
        with pytest.raises(OutOfOrder):
            decide(budget, by, **more)
    with pytest.raises(Refused, match="You cannot prepare"):
        add(budget, by, pounds_a_year=10)


def test_one_budget_is_prepared_at_a_time_and_asked_for_when_the_law_says(world, budget, acting):
    by = acting("caseworker")
    ask = {"request": world.request, "asked_by": "Pat", "asked_on": CAME, "by": by, "at": NOW}
    with pytest.raises(Refused, match="prepared already"):
        acts.ask_budget(asked_when="draft", **ask)
    with pytest.raises(Refused, match="no plan in force"):
        acts.ask_budget(asked_when="review", **ask)


def test_a_plan_in_force_says_to_the_return_that_there_is_a_budget(
    world, budget, acting, arranging
):
    with arranging():
        Plan.objects.create(
            area=world.area, child=world.amina, request=world.request, started_on=CAME
        )
    by = acting("caseworker")
    propose(budget, by)
    decide(budget, by)
    plan = Plan.objects.get(request=world.request)
    assert (plan.personal_budget, plan.direct_payment) == (True, "E")
    assert [paid_for(each) for each in ({"F"}, {"G"}, {"H1", "H2"}, {"F", "G"}, set())] == [
        "E", "H", "S", "I", "",
    ]  # fmt: skip


def test_each_ground_says_that_it_was_not_checked_against_the_text():
    assert {one.confidence for one in grounds().values()} == {"memory"}
    assert all("still to be checked" in one.words for one in grounds().values())


def test_the_pages_go_from_the_request_to_the_decision_and_the_family_reads_it(
    world, draft, acting, arranging, browse
):
    with arranging():
        area_rules(world.area)
    browser, at = browse("caseworker"), f"/children/{world.amina.pk}/budget/"
    assert f'href="{at}"' in browser.get(f"/children/{world.amina.pk}/plan/").content.decode()

    def day(name, on=CAME):
        return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}

    form = {"asked_by": "Pat Parent", "asked_when": "draft", **day("asked_on")}
    assert browser.post(f"{at}ask/", form).status_code == 302
    made = PersonalBudget.objects.get()
    form = {"provision": "F1", "what": "A therapist", "how": "direct", "pounds_a_year": "1200"}
    assert browser.post(f"{at}{made.pk}/sum/", form).status_code == 302
    mine = browse("parent").get(f"/my/{world.amina.pk}/").content.decode()
    assert "The authority must prepare it" in mine
    assert "A therapist" not in mine
    browser = browse("caseworker")
    assert browser.post(f"{at}{made.pk}/propose/", day("on")).status_code == 302
    row = made.sums.get()
    form = {f"agreed-{row.pk}": "no", **day("on", TODAY), **day("starts_on", STARTS)}
    refused = browser.post(f"{at}{made.pk}/decide/", form)
    assert "choose the ground" in refused.content.decode()
    form |= {f"ground-{row.pk}": "not-secured", f"why-{row.pk}": "None is to be found."}
    assert browser.post(f"{at}{made.pk}/decide/", form).status_code == 302
    mine = browse("parent").get(f"/my/{world.amina.pk}/").content.decode()
    for said in ("£1,200 a year", "None is to be found.", "ask for a review of the refusal"):
        assert said in mine
    browser = browse("caseworker")
    assert browser.post(f"{at}{made.pk}/ask-review/", day("on", TODAY)).status_code == 302
    form = {"why": "It stands.", **day("on", TODAY)}
    assert browser.post(f"{at}{made.pk}/review/", form).status_code == 302
    assert Letter.objects.filter(kind="direct-payment-reviewed").count() == 2
