"""Finding a child by name, number or birth date, among those open to the reader."""

from datetime import date

import pytest
from record_world import a_child

pytestmark = pytest.mark.django_db


def found(browser, typed) -> str:
    return browser.get("/children/search", {"q": typed}).content.decode()


@pytest.fixture
def more(world, arranging):
    from plait.people.models import Identifier

    with arranging():
        zoe = a_child(world.area, "Zoë", "Núñez-Roe", date(2016, 2, 29))
        Identifier.objects.create(
            area=world.area, child=zoe, kind="upn", value="A801200012345", valid=True
        )
    return zoe


@pytest.mark.parametrize(
    "typed",
    ["amina", "AMINA O'CONNELL", "o’connell amina", "O'Con", "o'connell, am", "  amina   o'c "],
)
def test_a_name_is_found_by_its_beginning_in_either_order(world, browse, typed):
    assert f"/children/{world.amina.pk}/" in found(browse("manager"), typed)


@pytest.mark.parametrize("typed", ["zoe", "Zoë", "nunez", "nunez-roe zoe"])
def test_accents_may_be_left_out(world, browse, more, typed):
    assert f"/children/{more.pk}/" in found(browse("manager"), typed)


@pytest.mark.parametrize(
    "typed",
    ["29/2/2016", "29.02.2016", "2016-02-29", "29 February 2016", "29th feb 2016", "29022016"],
)
def test_a_birth_date_is_understood_as_people_write_it(world, browse, more, typed):
    assert f"/children/{more.pk}/" in found(browse("manager"), typed)


@pytest.mark.parametrize("typed", ["A801200012345", "a801200012345", "A801 2000 12345"])
def test_a_number_is_found_however_it_is_spaced(world, browse, more, typed):
    assert f"/children/{more.pk}/" in found(browse("manager"), typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("30/2/2016", "not a real date"),
        ("x", "at least two letters"),
        ("Amina 2019", "One of them at a time"),
        ("%", "at least two letters"),
        ("' OR 1=1 --", "One of them at a time"),
        ("\x00\x00", "The beginning of a name"),
        ("nobody-of-this-name", "No child that you may see"),
    ],
)
def test_anything_else_typed_gets_words_that_help(world, browse, typed, said):
    assert said in found(browse("manager"), typed)


@pytest.mark.parametrize("who", ["other_senco", "other_parent", "colleague", "stranger"])
def test_a_child_without_a_tie_to_the_reader_is_not_found(world, browse, who):
    assert f"/children/{world.amina.pk}/" not in found(browse(who), "amina")


def test_a_search_is_one_line_among_those_who_looked(world, browse, arranging):
    from plait.journal.models import Look

    found(browse("manager"), "amina")
    with arranging():
        look = Look.objects.get()
    assert look.children == [world.amina.pk]


def test_a_joined_record_is_found_once(world, browse, arranging):
    with arranging():
        world.ben.merged_into = world.amina
        world.ben.save()
    assert f"/children/{world.ben.pk}/" not in found(browse("manager"), "ben")
