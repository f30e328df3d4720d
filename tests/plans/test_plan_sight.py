"""Who sees which version: the family what was served, its writers all, others nothing."""

import pytest
from django.test import Client
from plan_world import TEACHES
from record_world import BACKEND, NOW

from plait.plans.actions import statements as write
from plait.plans.actions.versions import begin_next
from plait.plans.models import Statement, Thread, Version

pytestmark = pytest.mark.slow

STRANGERS = ["other_parent", "other_senco", "colleague", "stranger"]
PAGES = ["", "changes/", "thread/", "files/plan.json"]


def seen(model):
    return set(model.objects.values_list("version_id", flat=True))


@pytest.fixture
def going_on(acting, served):
    """A draft with the family, and the next one being written with fewer minutes."""
    by = acting("caseworker")
    version = begin_next(version=served, by=by, at=NOW)
    less = TEACHES.replace("45", "30")
    write.save_statement(version=version, ref="F1", base=TEACHES, text=less, by=by, at=NOW)
    return version


@pytest.mark.parametrize("who", ["parent", "father", "senco", "therapist"])
def test_what_is_written_is_not_there_for_those_who_see_what_was_served(
    acting, served, going_on, who
):
    acting(who)
    assert [one.pk for one in Version.objects.all()] == [served.pk]
    assert seen(Statement) == seen(Thread) == {served.pk}


@pytest.mark.parametrize("who", ["caseworker", "manager", "inspector"])
def test_those_who_write_or_inspect_see_both(acting, served, going_on, who):
    acting(who)
    assert set(Version.objects.values_list("pk", flat=True)) == {served.pk, going_on.pk}


@pytest.mark.parametrize("who", STRANGERS)
def test_others_see_no_version_and_no_word_of_it(acting, served, going_on, who):
    acting(who)
    for model in (Version, Statement, Thread):
        assert not model.objects.exists()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", STRANGERS)
def test_no_page_of_a_plan_opens_to_others(world, served, going_on, who, page):
    assert answered(world, who, f"/plans/{served.pk}/{page}") in (403, 404)
    assert answered(world, who, f"/plans/{going_on.pk}/{page}") in (403, 404)


@pytest.mark.parametrize("page", [*PAGES, "write/", "checks/", "serve/", "final/"])
def test_no_page_of_a_version_being_written_opens_to_the_family(world, going_on, page):
    assert answered(world, "parent", f"/plans/{going_on.pk}/{page}") == 404


@pytest.mark.parametrize("page", PAGES)
def test_the_family_reads_what_was_served(world, served, going_on, page):
    assert answered(world, "parent", f"/plans/{served.pk}/{page}") == 200


def test_the_family_cannot_choose_a_hidden_version_to_compare_with(world, served, going_on):
    path = f"/plans/{served.pk}/changes/?from={going_on.pk}"
    assert answered(world, "parent", path) == 404


def test_the_change_view_puts_what_promises_less_first(world, going_on):
    page = signed_in(world, "caseworker").get(f"/plans/{going_on.pk}/changes/").content.decode()
    assert "What changed: 1 softer." in page
    assert "<del>" in page
    assert "taken out:" in page
    assert "came in:" in page


def signed_in(world, who):
    client = Client()
    client.force_login(world.people[who], backend=BACKEND)
    return client


def answered(world, who, path):
    return signed_in(world, who).get(path).status_code
