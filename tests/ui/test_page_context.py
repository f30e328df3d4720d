"""What a page knows of its reader, and what it does when it knows nothing."""

from types import SimpleNamespace

import pytest
from django.template.loader import get_template
from django.test import RequestFactory, override_settings
from jinja2 import UndefinedError

from plait.ui import views
from plait.ui.context import page
from plait.ui.jinja import environment
from plait.ui.navigation import NavItem


class Person:
    is_authenticated = True

    def get_full_name(self) -> str:
        return "Jo Marsh"


def request(**attributes):
    made = RequestFactory().get("/")
    for name, value in attributes.items():
        setattr(made, name, value)
    return made


def test_a_page_greets_its_reader_and_shows_only_the_rooms_given():
    nav = [NavItem("Today", "/today", count=9)]
    asked = request(user=Person(), reader_role="EHC caseworker", nav=nav)
    html = get_template("plait/privacy.html").render({}, asked)
    assert "Jo Marsh, EHC caseworker" in html
    assert html.count("plait-nav__link") == 1
    assert "csrfmiddlewaretoken" in html


def test_a_stranger_sees_no_name_and_no_way_out():
    html = get_template("plait/privacy.html").render({}, request())
    assert "plait-reader" not in html
    assert page(request())["reader"] is None


@pytest.mark.parametrize("made_up", [True, False])
def test_a_made_up_area_says_so_and_a_real_one_does_not(made_up):
    area = SimpleNamespace(name="Larkshire", is_sample=made_up)
    html = get_template("plait/privacy.html").render({}, request(area=area))
    assert ("is made up" in html) is made_up


def test_a_misspelt_name_in_a_template_raises_instead_of_drawing_nothing():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ child.nmae }}").render(child={"name": "A"})


def test_how_a_reader_likes_pages_is_kept_in_their_own_browser():
    sent = RequestFactory().post("/site/preferences/", {"reading": ["larger", "evil"]})
    answer = views.preferences(sent)
    cookie = answer.cookies["plait_reading"]
    assert cookie.value == "larger"
    assert cookie["httponly"]
    asked = RequestFactory(HTTP_COOKIE="plait_reading=larger").get("/")
    assert "plait-reads-larger" in get_template("plait/privacy.html").render({}, asked)


def test_an_areas_own_colour_is_one_setting():
    with override_settings(PLAIT_BRAND="#00703c"):
        style = views.brand(request()).content.decode()
    assert "--plait-brand:#00703c" in style


@pytest.mark.parametrize("setting", ["", "red;}body{display:none", "#00703c;x"])
def test_only_a_colour_can_be_an_areas_colour(setting):
    from django.http import Http404

    with override_settings(PLAIT_BRAND=setting), pytest.raises(Http404):
        views.brand(request())
