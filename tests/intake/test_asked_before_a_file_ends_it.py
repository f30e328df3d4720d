"""A line that would end what is asked about is a fault that names the question; the rest loads."""

from datetime import date

import pytest

from intake import sending
from intake.sending import row, rows
from plait.cases.models import Plan
from plait.intake.models import LineFault
from plait.support.models import CareInvolvement
from plait.watch.models import Question, Signal

from .makers import file, person, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(arranging):
    """Ask whether something open is kept, moved or ended."""

    def asked(held, strand, about):
        day = date(2026, 11, 20)
        with arranging():
            signal = Signal.objects.create(
                area_id=held.area_id, child_id=held.child_id, rule="left_a_roll", key="1",
                fired_on=day, due_on=day,
            )  # fmt: skip
            return Question.objects.create(
                area_id=held.area_id, child_id=held.child_id, signal=signal, strand=strand,
                about=about, what="It", asked_on=day, due_on=day,
            )  # fmt: skip

    return asked


def test_a_line_of_social_care_waits_for_the_answer(load, ask):
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.CARE)), "care.csv", "care")
    held = CareInvolvement.objects.get()
    question = ask(held, "care", held.ref)
    done = load(rows(row(sending.CARE, {"Until": "2026-11-10"})), "care2.csv", "care")
    assert done.summary["done"]["refused"] == 1
    fault = LineFault.objects.get(rule="ASKED")
    assert (fault.line, fault.owner) == (2, "data officer")
    assert f"question {question.pk}, at /questions/{question.pk}/" in fault.mend
    assert CareInvolvement.objects.get().until is None


def test_a_return_that_ceases_a_plan_waits_and_brings_in_the_rest(load, ask):
    load(file(person() | {"Requests": [planned()]}))
    held = Plan.objects.get()
    question = ask(held, "education", f"plan:{held.pk}")
    more = planned(CeaseDate="2026-01-10", CeaseReason="9")
    load(file(person(Ethnicity="WOTH") | {"Requests": [more]}, serial="002"))
    held.refresh_from_db()
    assert held.ceased_on is None
    assert held.child.ethnicity == "WOTH"
    assert f"question {question.pk}" in LineFault.objects.get(rule="ASKED").mend
