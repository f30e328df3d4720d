"""Files of wards that are no such thing: a refusal in words, never an accident."""

import json

import pytest

from plait.watch import wards

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}


def shape(properties: object, geometry: object = SQUARE) -> str:
    one = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [one]})


@pytest.mark.parametrize("properties", ["Elm", ["ward"], 7, True, {"ward": 7}, {"ward": "  "}])
def test_a_shape_whose_properties_name_nothing_is_refused(properties):
    with pytest.raises(wards.NotWards):
        wards.shapes(shape(properties))


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '{"features":' + "9" * 6000 + "}", "7", '"a"', "[]"]
)
def test_what_is_no_collection_is_refused(text):
    with pytest.raises(wards.NotWards):
        wards.shapes(text)


@pytest.mark.parametrize("name", ["Elm\0Ward", "Elm\ud800"])
def test_a_name_that_cannot_be_kept_is_kept_without_what_cannot_be(name):
    assert list(wards.shapes(shape({"ward": name}))) in (["ElmWard"], ["Elm"])


def test_a_nought_in_a_table_of_postcodes_is_left_out():
    assert wards.postcodes("postcode,ward\nZZ1 1AA,Elm\0 Ward\n") == {"ZZ11AA": "Elm Ward"}


@pytest.mark.django_db
def test_hostile_files_are_answered_in_words_and_change_nothing(world, browse):
    from django.core.files.uploadedfile import SimpleUploadedFile

    manager = browse("manager")
    for field, told in (
        ("postcodes", b"postcode,ward\nZZ1 1AA,<script>alert(1)</script>\0\n"),
        ("shapes", shape({"ward": "</script><script>alert(1)</script>\0"}).encode()),
        ("shapes", shape("Elm").encode()), ("shapes", b"[" * 100_000),
        ("postcodes", "postcode,ward\n".encode("utf-16")),
    ):  # fmt: skip
        file = SimpleUploadedFile("f", told)
        assert manager.post("/not-in-school/by-ward/load/", {field: file}).status_code in (302, 422)
    page = manager.get("/not-in-school/by-ward/").content
    assert b"<script>alert" not in page
