"""Two officers say what is true of the whole plan at once: nothing of either is lost."""

import pytest
from django.test import Client
from lxml import html
from record_world import BACKEND

from plait.plans.actions.whole import WholeClashed, said_of, say_of_the_whole

pytestmark = pytest.mark.slow


def said(version, by, base, **facts):
    say_of_the_whole(version=version, facts={**base, **facts}, by=by, base=base)
    version.refresh_from_db()


def test_different_things_are_both_kept_and_the_same_is_shown(acting, draft):
    base = said_of(draft)
    said(draft, acting("caseworker"), base, monitoring="Each term.", otherwise=True)
    said(draft, acting("manager"), base, took_part="She chose pictures and songs.")
    now = said_of(draft)
    assert (now["monitoring"], now["otherwise"]) == ("Each term.", True)
    assert now["took_part"] == "She chose pictures and songs."
    with pytest.raises(WholeClashed) as clashed:
        said(draft, acting("manager"), base, monitoring="Each week.", healthcare_plan=True)
    (clash,) = clashed.value.merged.clashes
    assert (clash.name, clash.mine, clash.theirs) == ("monitoring", "Each week.", "Each term.")
    draft.refresh_from_db()
    assert said_of(draft) == now


def sent_by(page):
    tree = html.fromstring(page.content.decode())
    (form,) = tree.xpath("//form[.//textarea[@name='took_part']]")
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


def test_the_page_shows_what_both_wrote_and_settles_it(world, arranging, draft):
    path, browsers = f"/plans/{draft.pk}/whole/", {}
    for who in ("caseworker", "manager"):
        browsers[who] = Client()
        browsers[who].force_login(world.people[who], backend=BACKEND)
    one, two = browsers.values()
    mine, theirs = sent_by(one.get(path)), sent_by(two.get(path))
    two.post(path, theirs | {"monitoring": "Each term.", "hearing_or_vision": "on"})
    page = one.post(path, mine | {"monitoring": "Each week.", "took_part": "By drawing."})
    assert page.status_code == 409
    assert "Saved meanwhile: Each term." in page.content.decode()
    settled = sent_by(page)
    assert (settled["monitoring"], settled["took_part"]) == ("Each week.", "By drawing.")
    assert one.post(path, settled).status_code == 302
    with arranging():
        draft.refresh_from_db()
        now = said_of(draft)
        assert (now["monitoring"], now["took_part"]) == ("Each week.", "By drawing.")
        assert now["hearing_or_vision"] is True
