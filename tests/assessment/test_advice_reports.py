"""Reports that givers send: whole ones become passages, hostile ones are refused in words."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from advice_world import ask, assess, giver
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

pytestmark = pytest.mark.django_db(transaction=False)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(600)
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def word(*texts, extra=()):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    file = io.BytesIO()
    document.save(file)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parcel:
        for name, data in extra:
            parcel.writestr(name, data)
    return file.getvalue()


@pytest.fixture
def asked(world, arranging, acting):
    with arranging():
        assess(world)
    [sent] = ask(world, acting("caseworker"), giver(user=world.people["therapist"]))
    return sent.advice


@pytest.fixture
def send(asked, browse):
    """Send a file as the giver: `send(name, bytes)` gives the page that follows."""

    def sent(name, data, kind="application/octet-stream", version=1):
        giver_ = browse("therapist")
        upload = SimpleUploadedFile(name, data, kind)
        given = {"version": version, "report": upload, "do": "report"}
        return giver_.post(f"/advice/{asked.pk}/", given, follow=True)

    return sent


def passages(asked):
    from plait.cases.models import Passage

    return Passage.objects.filter(ref=asked.ref).order_by("place")


def test_a_word_reports_paragraphs_become_passages_that_can_be_quoted(send, asked, arranging):
    page = send("report.docx", word("Amina hears well.", "She will see a therapist weekly."))
    assert "its 2 paragraphs are below" in page.content.decode()
    with arranging():
        assert [one.text for one in passages(asked)] == [
            "Amina hears well.", "She will see a therapist weekly."
        ]  # fmt: skip


def test_a_second_report_takes_the_place_of_the_first(send, asked, arranging):
    send("one.docx", word("First words."))
    send("two.docx", word("Second words."), version=3)
    with arranging():
        assert [one.text for one in passages(asked)] == ["Second words."]
        asked.refresh_from_db()
        assert asked.report_file["file_name"] == "two.docx"


def test_words_written_beside_a_refused_report_are_kept(asked, browse, arranging):
    given = {
        "version": 1, "new-need-0": "Written beside.", "do": "report",
        "report": SimpleUploadedFile("x.docx", EXE),
    }  # fmt: skip
    page = browse("therapist").post(f"/advice/{asked.pk}/", given, follow=True).content.decode()
    assert "The report was not kept." in page
    assert "Written beside." in page


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.docx", EXE, "cannot be kept"),
        ("report.pdf", SVG, "cannot be kept"),
        ("drawing.svg", SVG, "cannot be kept"),
        ("report.docx", OLD_WORD, "cannot be kept"),
        ("report.docx", b"PK\x03\x04" + bytes(60), "damaged"),
        ("report.pdf", b"%PDF-1.7\nnothing more", "damaged"),
        ("notes.txt", b"Only words.", "Word (.docx) or a PDF"),
        ("empty.pdf", b"", ""),
    ],
)
def test_what_is_not_a_report_is_refused_in_words(send, asked, arranging, name, data, said):
    page = send(name, data)
    assert page.status_code == 200
    assert said in page.content.decode()
    with arranging():
        assert not passages(asked).exists()


def test_a_macro_is_refused_by_name(send):
    data = word("Words.", extra=[("word/vbaProject.bin", b"x")])
    assert "holds a macro" in send("report.docx", data).content.decode()


def test_a_bomb_is_refused_and_nothing_is_kept_of_it(send, asked, arranging, settings):
    bomb = word("Small.", extra=[("word/media/a.xml", bytes(70 * 1024 * 1024))])
    assert len(bomb) < 400_000
    page = send("report.docx", bomb).content.decode()
    assert "unpacks to more than 60 MB" in page
    with arranging():
        asked.refresh_from_db()
        assert asked.report_file == {}
    assert not any(path.is_file() for path in Path(settings.MEDIA_ROOT).rglob("*"))


def test_a_file_larger_than_the_limit_is_refused(send, settings):
    settings.PLAIT_LARGEST_DOCUMENT = 1024 * 1024
    large = word("Words.", extra=[("word/media/p.png", os.urandom(1_200_000))])
    assert "larger than 1 MB" in send("report.docx", large).content.decode()


def test_the_limit_is_25_megabytes():
    from django.conf import settings

    assert settings.PLAIT_LARGEST_DOCUMENT == 25 * 1024 * 1024


def test_a_name_with_slashes_is_only_a_name_and_the_file_is_never_run(
    send, asked, arranging, browse, world
):
    from plait.assessment.models import Advice

    send("..\\..\\etc\\<script>.docx", word("Amina hears well."))
    with arranging():
        held = Advice.objects.get(pk=asked.pk)
        assert held.report_file["file_name"] == "<script>.docx"
        Advice.objects.filter(pk=asked.pk).update(state="given", given_on=asked.asked_on)
    got = browse("caseworker").get(f"/children/{world.amina.pk}/advice/{asked.pk}/report")
    assert got["Content-Disposition"].startswith("attachment")
    assert got["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert got["X-Content-Type-Options"] == "nosniff"
    got.close()


def test_a_report_longer_than_400_paragraphs_is_refused_with_what_to_do(send):
    data = word(*(f"Paragraph number {n} of many." for n in range(401)))
    assert "Send it in parts" in send("long.docx", data).content.decode()


def test_words_of_a_report_are_shown_as_words(send):
    page = send("report.docx", word("<script>alert(1)</script> is what it says.")).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
