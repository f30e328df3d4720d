"""What is asked about does not end before it is answered, in any strand, by any door."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from plait.access.refusals import Refused
from plait.cases.actions_dates import correct_date
from plait.cases.models import Plan
from plait.provision.actions.alternative import end as end_placement
from plait.provision.actions.eotas import end_part
from plait.provision.models import Alternative, EotasPart
from plait.support.models import CareInvolvement, SenSupport
from plait.watch.actions import answer
from plait.watch.models import Question, Signal

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
SINCE = date(2026, 2, 2)
MAKERS = {
    "care": (CareInvolvement, "until", "care", {"since": SINCE, "team": "North"}),
    "support": (SenSupport, "until", "education", {"since": SINCE}),
    "ap": (Alternative, "until", "education", {
        "since": SINCE, "provider_name": "The Boathouse", "entry_reason": "x",
    }),
    "eotas": (EotasPart, "until", "education", {
        "since": SINCE, "basis": "61", "what": "Tutor", "provider_name": "T", "hours_a_week": 5,
    }),
    "plan": (Plan, "ceased_on", "education", {"started_on": SINCE}),
}  # fmt: skip


@pytest.fixture
def asked(world, arranging):
    """Make something open that is asked about."""

    def made(kind):
        model, _, strand, values = MAKERS[kind]
        more = {"request": world.request} if kind == "plan" else {}
        with arranging():
            row = model.objects.create(area=world.area, child=world.amina, **values, **more)
            signal = Signal.objects.create(
                area=world.area, child=world.amina, rule="left_a_roll", key="1", fired_on=ON,
                due_on=ON,
            )  # fmt: skip
            question = Question.objects.create(
                area=world.area, child=world.amina, signal=signal, strand=strand,
                about=f"{kind}:{row.pk}", what="It", asked_on=ON, due_on=ON,
            )  # fmt: skip
        return row, question

    return made


@pytest.mark.parametrize("kind", MAKERS)
def test_the_database_keeps_it_open_until_it_is_answered(asked, arranging, acting, kind):
    row, question = asked(kind)
    model, column, _, _ = MAKERS[kind]
    with arranging(), pytest.raises(DatabaseError, match="not_while_asked"), transaction.atomic():
        model.objects.filter(pk=row.pk).update(**{column: ON})
    answer(question=question, said="end", why="She left.", on=ON, by=acting("manager"), at=AT)
    with arranging():
        assert model.objects.filter(pk=row.pk).update(**{column: ON}) == 1


@pytest.mark.parametrize("kind", ["ap", "eotas", "plan"])
def test_who_ends_it_is_told_which_question_comes_first_and_where(asked, acting, world, kind):
    row, question = asked(kind)
    by = acting("manager")
    ends = {
        "ap": lambda: end_placement(placement=row, on=ON, outcome="Back.", by=by, at=AT),
        "eotas": lambda: end_part(part=row, on=ON, why="Moved.", by=by, at=AT),
        "plan": lambda: correct_date(
            request=world.request, fact="plan-ceased", row_id=row.pk, shown=None, to=ON,
            why="Ceased.", by=by, at=AT,
        ),
    }  # fmt: skip
    with pytest.raises(Refused, match=f"question {question.pk}, at /questions/{question.pk}/"):
        ends[kind]()
    row.refresh_from_db()
    assert getattr(row, MAKERS[kind][1]) is None


def test_what_is_not_asked_about_ends_as_ever(asked, acting, arranging):
    row, question = asked("ap")
    with arranging():
        Question.objects.filter(pk=question.pk).update(about="ap:0")
    end_placement(placement=row, on=ON, outcome="Back in school.", by=acting("manager"), at=AT)
    row.refresh_from_db()
    assert row.until == ON


def test_health_does_not_answer_for_education_and_education_not_for_health(
    world, asked, acting, arranging, browse
):
    from plait.people.models import Post, User

    with arranging():
        dco = world.people["dco"] = User.objects.create_user("dco@example.org", "Dee Cio")
        Post.objects.create(area=world.area, user=dco, role="dco", since=date(2025, 9, 1))
    _, question = asked("ap")
    with pytest.raises(Refused, match="it is asked of education"):
        answer(question=question, said="end", why="x", on=ON, by=acting("dco"), at=AT)
    assert browse("dco").get(f"/questions/{question.pk}/").status_code == 403
    got = browse("dco").post(f"/questions/{question.pk}/", {"said": "end", "why": "x"})
    assert got.status_code == 403
    assert Question.objects.get().answer == ""
    with arranging():
        Question.objects.update(strand="health")
    question.refresh_from_db()
    with pytest.raises(Refused, match="it is asked of health"):
        answer(question=question, said="end", why="x", on=ON, by=acting("senco"), at=AT)
