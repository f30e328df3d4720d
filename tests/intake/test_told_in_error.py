"""A link undone: who was told because of it is to be told again, and somebody owns that."""

from datetime import date, timedelta

import pytest

from intake import sending
from intake.conftest import AT, TODAY
from intake.sending import row, rows
from plait.access.nightly import as_plait
from plait.access.refusals import Refused
from plait.intake.undoing import undo_link
from plait.journal.models import Entry
from plait.people.models import Child, Incoming, Post, User
from plait.watch import pages
from plait.watch.actions import end_signal, tell
from plait.watch.actions_run import run
from plait.watch.models import Signal, Told
from plait.watch.queries import board_of

pytestmark = pytest.mark.django_db
LEFT = date(2026, 10, 20)
WHY = "They are twins"


@pytest.fixture
def twin(load, officer):
    """Adah left; she is taken for Ada, of whom a signal tells it."""
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL)), "roll.csv")
    load(rows(row(sending.ROLL, forename="Adah", left_on=f"{LEFT}")), "leavers.csv")
    with as_plait(officer) as plait:
        run(by=plait, at=AT)
    return Incoming.objects.get(forename="Adah")


@pytest.fixture
def teller(officer, arranging):
    """An attendance officer of the area."""
    with arranging():
        user = User.objects.create_user("teller@example.test", "Tess Teller")
        Post.objects.create(
            area=officer.area, user=user, role="attendance_officer", since=date(2020, 1, 1)
        )
    return user


@pytest.fixture
def told(twin, officer, teller):
    """The school was told that Ada left; the attendance service was not yet."""
    with as_plait(officer):
        Told.objects.filter(party="school").update(
            told_at=AT, who="Ms Head", told_how="telephone", told_by=teller
        )
        signal = Signal.objects.get()
    return signal


def undo(twin, officer):
    undo_link(incoming=twin, why=WHY, by=officer, at=AT)


def test_who_was_told_is_to_be_told_again_and_who_was_not_never_is(twin, told, officer):
    undo(twin, officer)
    with as_plait(officer):
        lines = [(one.party, one.event, one.told_at) for one in Told.objects.order_by("id")]
    assert lines == [("school", "off_roll", AT), ("school", "error:off_roll", None)]


def test_the_signal_says_who_and_why_and_is_owned_by_whoever_told_them(twin, told, officer, teller):
    undo(twin, officer)
    with as_plait(officer):
        signal = Signal.objects.get(rule="told_in_error")
        assert (signal.owner, signal.state) == (teller, "open")
        assert signal.due_on == TODAY + timedelta(days=5)
        assert WHY in signal.facts[0]
        assert "The school or setting (Ms Head)" in signal.facts[1]
        written = Entry.objects.get(what="signals_withdrawn")
    assert len(written.facts["tell_again"]) == 1


def test_a_signal_that_was_ended_before_the_undoing_had_told_them_no_less(twin, told, officer):
    with as_plait(officer):
        Signal.objects.update(state="acted", done="Rang the school", ended_on=TODAY)
    undo(twin, officer)
    with as_plait(officer):
        assert Signal.objects.filter(rule="told_in_error").count() == 1
        assert Signal.objects.get(rule="left_a_roll").done == "Rang the school"


def test_nobody_told_asks_nobody(twin, officer):
    undo(twin, officer)
    with as_plait(officer):
        assert not Told.objects.exists()
        assert not Signal.objects.filter(rule="told_in_error").exists()


def test_another_event_of_that_day_was_told_rightly(twin, told, officer):
    with as_plait(officer):
        child = Child.objects.get()
        Told.objects.filter(party="school").update(event="moved")
    undo(twin, officer)
    with as_plait(officer):
        assert not Told.objects.filter(child=child, event__startswith="error:").exists()


def test_the_board_says_that_it_was_an_error_until_it_is_told(twin, told, officer):
    undo(twin, officer)
    with as_plait(officer) as plait:
        child = Child.objects.get()
        line, event, _, stands, _ = pages.board(board_of(child.pk))[-1]
        assert event == "Tell them it was an error: Left a roll, 20 Oct 2026"
        assert stands == "Not told yet"
        signal = Signal.objects.get(rule="told_in_error")
        ending = {"signal": signal, "state": "acted", "done": "Rang", "on": TODAY, "at": AT}
        with pytest.raises(Refused, match=r"Not everybody knows yet.*school or setting"):
            end_signal(**ending, by=plait)
        tell(told=line, who="Ms Head", how="telephone", by=plait, at=AT)
        end_signal(**ending, by=plait)
        assert Signal.objects.get(pk=signal.pk).state == "acted"


def test_the_page_of_the_signal_lists_who_must_hear_it(twin, told, officer, teller, client):
    from allauth.mfa.models import Authenticator
    from django.utils import timezone

    from plait.config.middleware_sign_in import SINCE

    undo(twin, officer)
    with as_plait(officer):
        signal = Signal.objects.get(rule="told_in_error")
    Authenticator.objects.create(user=teller, type="totp", data={"secret": "x"})
    client.force_login(teller, "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[SINCE] = timezone.now().timestamp()
    session.save()
    page = client.get(f"/signals/{signal.pk}/").content.decode()
    assert "Who must hear that it was an error?" in page
    assert "Told of the wrong child: put it right" in page
    assert "Ms Head" in page
