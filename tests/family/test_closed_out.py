"""Somebody of the family whose tie ends is told the same day, in words that tell nothing else."""

import pytest
from record_world import NOW, TODAY

from plait.family.models import Notice, Preference

pytestmark = pytest.mark.django_db


@pytest.fixture
def ended(world, acting, arranging, django_capture_on_commit_callbacks):
    """End somebody's tie as a manager does, and let Plait tell of it."""
    from plait.access.actions.ties import end_tie
    from plait.access.context import acting_as
    from plait.access.models import Tie
    from plait.access.nightly import nightly_reader
    from plait.family.actions.telling import tell_of
    from plait.journal.models import Entry

    def end(who):
        manager = acting("manager")
        tie = Tie.objects.get(user=world.people[who], child=world.amina)
        end_tie(tie=tie, on=TODAY, why="A court order.", by=manager)
        with arranging():
            plait = nightly_reader(world.area.pk, today=TODAY)
        with django_capture_on_commit_callbacks(execute=True), acting_as(plait):
            entry = Entry.objects.filter(what="tie_ended").latest("id")
            for _ in range(2):
                tell_of(entry, by=plait, at=entry.at)
            return list(Notice.objects.filter(entry=entry.pk).select_related("user"))

    return end


@pytest.mark.parametrize("how", ["email", "nothing"])
def test_a_parent_who_is_closed_out_is_told_once_and_nobody_else(
    world, arranging, ended, mailoutbox, how
):
    with arranging():
        Preference.objects.create(user=world.people["father"], how=how, changed_at=NOW)
    (notice,) = ended("father")
    assert notice.user == world.people["father"]
    (message,) = mailoutbox
    assert message.to == ["father@example.org"]
    assert "You can no longer read a record" in message.body
    for word in ("Amina", "O'Connell", "court"):
        assert word not in message.subject + message.body + notice.text


def test_where_the_record_warns_no_word_is_sent_and_no_notice_left(
    world, arranging, ended, mailoutbox
):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__name="Pat Father").update(unsafe_to_tell=True)
    assert ended("father") == []
    assert mailoutbox == []


def test_the_family_is_not_told_when_a_professionals_tie_ends(ended, mailoutbox):
    assert ended("therapist") == []
    assert mailoutbox == []
