"""Recordings, drawings and photographs for section A: taken by their bytes, or refused."""

import io
import wave
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from record_world import NOW

from plait.access.refusals import Refused
from plait.cases.actions_papers import add_document
from plait.cases.documents import NotKept
from plait.cases.models import Document
from plait.plans.actions.statements import show_media
from plait.plans.queries import media_of
from plait.plans.reading import plan_text

pytestmark = pytest.mark.django_db


def sound():
    file = io.BytesIO()
    with wave.open(file, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(b"\0\1" * 800)
    return file.getvalue()


def picture(kind):
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, kind)
    return file.getvalue()


def box(brand):
    return b"\0\0\0\x20ftyp" + brand + b"\0\0\0\0" + brand + b"mp42isom" + bytes(400)


TAKEN = {
    "He says what he likes.wav": (sound(), "audio/x-wav"),
    "mp3 with a tag.mp3": (b"ID3\x03\0\0\0\0\0\x21" + bytes(600), "audio/mpeg"),
    "mp3 without a tag.mp3": (b"\xff\xfb\x90\x64" + bytes(600), "audio/mpeg"),
    "from a telephone.m4a": (box(b"M4A "), "audio/mp4"),
    "voice.ogg": (b"OggS\0\2" + bytes(22) + b"\x01\x1eOpusHead" + bytes(400), "audio/ogg"),
    "drawing.png": (picture("PNG"), "image/png"),
    "photograph.jpg": (picture("JPEG"), "image/jpeg"),
    "from a telephone.heic": (box(b"heic"), "image/heic"),
    "a sound called text.txt": (sound(), "audio/x-wav"),
}


def added(world, by, name, data, said="application/octet-stream"):
    upload = SimpleUploadedFile(name, data, said)
    return add_document(
        child=world.amina, upload=upload, title=name, shared="family", by=by, at=NOW
    )


@pytest.mark.parametrize("name", TAKEN)
def test_a_childs_recording_or_picture_is_kept_and_stands_in_section_a(
    world, acting, draft, settings, tmp_path, name
):
    settings.MEDIA_ROOT = tmp_path
    data, kind = TAKEN[name]
    by = acting("caseworker")
    paper = added(world, by, name, data)
    assert (paper.media_type, paper.size) == (kind, len(data))
    assert (paper.pk, name) in media_of(by, world.amina.pk)
    show_media(version=draft, ref="A1", document=paper.pk, by=by)
    (media,) = plan_text(draft).views[0].media
    assert media.document == str(paper.pk)


def parcel(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, data in files.items():
            made.writestr(name, data)
    return file.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED = {
    "drawing.svg": SVG,
    "drawing.png": b"<?xml version='1.0'?>" + SVG,
    "recording.mp3": b"<!doctype html><audio src=x onerror=alert(1)>",
    "recording.wav": b"MZ\x90\0" + bytes(600),
    "recording.ogg": parcel(a="x"),
    "film.mp4": box(b"isom"),
    "film.mov": box(b"qt  "),
    "film.webm": b"\x1aE\xdf\xa3\x42\x82\x84webm" + bytes(400),
    "animation.gif": b"GIF89a" + bytes(600),
    "program.m4a": b"\x7fELF\x02\x01\x01" + bytes(600),
    "playlist.mp3": b"\xff\xfe" + "#EXTM3U\nhttp://x".encode("utf-16-le"),
    "nothing.wav": b"",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_recording_or_picture_is_refused_whatever_it_is_called(
    world, acting, settings, tmp_path, name
):
    settings.MEDIA_ROOT = tmp_path
    by = acting("caseworker")
    with pytest.raises(NotKept) as told:
        added(world, by, name, REFUSED[name], "audio/mpeg")
    assert str(told.value).endswith((".", "Send one of: "))
    assert not Document.objects.exists()
    assert not [one for one in tmp_path.rglob("*") if one.is_file()]


def test_a_recording_that_is_too_large_is_refused_unread(world, acting, settings, tmp_path):
    settings.MEDIA_ROOT, settings.PLAIT_LARGEST_DOCUMENT = tmp_path, 1024 * 1024
    with pytest.raises(NotKept, match="larger than 1 MB"):
        added(world, acting("caseworker"), "long.wav", sound() + bytes(1024 * 1024))


def test_a_text_is_no_picture_and_is_not_shown_in_section_a(
    world, acting, draft, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    by = acting("caseworker")
    paper = added(world, by, "notes.txt", b"What he told me.")
    assert paper.pk not in [pk for pk, _ in media_of(by, world.amina.pk)]
    with pytest.raises(Refused, match="no picture, drawing or recording"):
        show_media(version=draft, ref="A1", document=paper.pk, by=by)


def test_a_recording_is_handed_over_as_what_it_is_and_never_run(
    world, acting, browse, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    data, _ = TAKEN["voice.ogg"]
    paper = added(world, acting("caseworker"), "voice.ogg", data)
    answer = browse("parent").get(f"/documents/{paper.pk}/file")
    assert b"".join(answer) == data
    assert answer["Content-Type"] == "audio/ogg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
