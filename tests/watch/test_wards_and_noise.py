"""Out of school by ward, small numbers hidden; and how much noise the rules make."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile as File
from record_world import TODAY, a_child

from plait.watch.models import OutOfSchool, PostcodeWard, Run, Signal
from plait.watch.pages import reasons
from plait.watch.pages_wards import map_of, rows
from plait.watch.wards import NotWards, postcodes, shapes

SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]


def drawn(*names):
    return json.dumps({"features": [
        {"properties": {"WD24NM": name}, "geometry": {"type": "Polygon", "coordinates": SQUARE}}
        for name in names
    ]})  # fmt: skip


def test_a_small_number_is_hidden_and_never_alone():
    shown = {one["ward"]: one["children"] for one in rows({"A": 5, "B": 9, "C": 0, "D": 8})}
    assert shown == {"A": "hidden", "B": "9", "C": "0", "D": "hidden"}


def test_the_map_hides_what_the_table_hides():
    counts = {"A": 2, "B": 3, "C": 40}
    said = [one.says for one in map_of(counts, shapes(drawn("A", "B", "C")))[0]]
    assert said == ["A: hidden", "B: hidden", "C: 40"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("code,ward\nA,B\n", "must name the columns"),
        ("postcode,ward\nNC1 1AA,\n", "Line 2"),
        ("postcode,ward\nNC1 1AA,A\nnc11aa,B\n", "Line 3"),
    ],
)
def test_a_file_of_postcodes_that_cannot_be_used_says_which_line(text, why):
    with pytest.raises(NotWards, match=why):
        postcodes(text)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"features": []}', '{"features": [{"properties": {"name": "A"}}]}',
             '{"features": [{"properties": {}, "geometry": null}]}'],
)  # fmt: skip
def test_a_file_that_holds_no_shapes_is_refused_in_words(text):
    with pytest.raises(NotWards):
        shapes(text)


@pytest.mark.django_db
def test_wards_are_loaded_counted_and_drawn(world, browse, arranging):
    with arranging():
        for number in range(7):
            child = a_child(world.area, f"C{number}", "D", TODAY - timedelta(days=4000),
                            postcode="NC1 1AA")  # fmt: skip
            OutOfSchool.objects.create(
                area=world.area, child=child, reason="missing", since=TODAY, next_check_on=TODAY
            )
    client = browse("manager")
    got = client.post("/not-in-school/by-ward/load/", {
        "postcodes": File("p.csv", b"postcode,ward\nNC1 1AA,Harbour <i>\n"),
        "shapes": File("s.json", drawn("Harbour <i>").encode()),
    }, follow=True)  # fmt: skip
    page = got.content.decode()
    assert PostcodeWard.objects.get().postcode == "NC11AA"
    assert "7 children are" in page
    assert "<title>Harbour &lt;i&gt;: 7</title>" in page
    bad = client.post("/not-in-school/by-ward/load/", {"shapes": File("s.json", b"\xff\xfe{")})
    assert "not UTF-8" in bad.content.decode()


def test_reasons_in_the_same_words_are_counted_together():
    told = [("moved", "Known already. "), ("moved", "known  already."), ("excluded", "Overturned")]
    assert [(one["why"], one["count"]) for one in reasons(told)] == [
        ("Known already.", "2"), ("Overturned", "1"),
    ]  # fmt: skip


@pytest.mark.django_db
def test_noise_says_rate_and_reasons_and_only_who_sets_thresholds_is_sent_there(
    world, browse, arranging
):
    from record_world import NOW

    with arranging():
        Run.objects.create(area=world.area, day=TODAY, at=NOW, children=500)
        for n, state in enumerate(("acted", "dismissed")):
            Signal.objects.create(
                area=world.area, child=world.amina, rule="moved", key=f"{n}", fired_on=TODAY,
                due_on=TODAY, state=state, done="Known already.", ended_on=TODAY,
            )  # fmt: skip
    page = browse("manager").get("/signals/noise/").content.decode()
    for words in ("1.0", "1 of 2", "Known already.", "/area-rules/"):
        assert words in page


SQUARES = [{"properties": None, "geometry": {"type": "Polygon", "coordinates": SQUARE}}]


@pytest.mark.parametrize(
    "features",
    [
        SQUARES,
        [{"properties": {"name": "A"}, "geometry": {"type": "Polygon", "coordinates": [[[1]]]}}],
        [{"properties": {"name": "A"},
          "geometry": {"type": "Polygon", "coordinates": [[[10**400, 1]]]}}],
        [{"properties": {"name": "A"},
          "geometry": {"type": "Polygon", "coordinates": [[[float("nan"), 1]]]}}],
    ],
)  # fmt: skip
def test_a_shape_that_is_none_is_refused_in_words(features):
    with pytest.raises(NotWards):
        shapes(json.dumps({"features": features}))


def test_a_ward_of_two_islands_keeps_both():
    assert len(shapes(drawn("A", "A"))["A"]) == 2
