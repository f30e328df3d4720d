"""What no page sends but a script may: refused or cleaned, never an error of the server."""

import pytest
from plan_world import TEACHES

from plait.plans.models import Presence, Reason, Statement

NUL = "%00"


@pytest.mark.parametrize(
    "place", ["A4/" + "B" * 300, "x" * 300 + "/B1", f"{NUL}/B1", "none/B1"]
)  # fmt: skip
def test_a_reason_is_taken_for_nothing_but_a_warning_that_stands(browse, acting, draft, place):
    path = f"/plans/{draft.pk}/checks/{place}/"
    officer = browse("caseworker")
    assert officer.post(path, {"why": "Because."}).status_code == 404
    acting("caseworker")
    assert not Reason.objects.filter(version=draft).exclude(ref__regex=r"^[A-K][-\w.]*$").exists()


@pytest.mark.parametrize("of", [NUL, "B99", "x" * 3000])
def test_nothing_is_said_of_a_statement_that_is_not_there(browse, served, of):
    assert browse("parent").get(f"/plans/{served.pk}/say/?of={of}").status_code == 404


def test_words_are_kept_without_null_characters(browse, acting, draft):
    officer = browse("caseworker")
    given = {"base": TEACHES, "text": TEACHES + "\0 Always."}
    assert officer.post(f"/plans/{draft.pk}/F1/save", given).status_code == 302
    assert officer.post(f"/plans/{draft.pk}/present", {"ref": "F\x001"}).status_code == 200
    acting("caseworker")
    assert Statement.objects.get(version=draft, ref="F1").text == TEACHES + " Always."
    assert Presence.objects.get(version=draft).ref == "F1"
