"""Names as people have them and words as attackers type them: shown, and never obeyed."""

import io
from types import SimpleNamespace

import pytest
from docx import Document
from lxml import html
from ui.paper.plan_like import plan_like, png

from plait.ui.paper import (
    Heading,
    Listing,
    NoPdf,
    NotAPaper,
    Pairs,
    Paper,
    Paragraph,
    Picture,
    Run,
    Table,
    paper_html,
    paper_pdf,
    paper_word,
)  # fmt: skip
from plait.ui.paper.glyphs import refuse_boxes

HOSTILE = (
    "O'Neil & <script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]> --> {{ 7*7 }} {% raw %} {child_name} %s \\N",
    "محمد 👩‍👧 Łukasz 李",
    "a\x00b\x0bc\x1fd\ufffe\ud800e\u202ef",
    "&amp; &#60; =1+1",
)


def shown(text: str) -> str:
    gone = dict.fromkeys((0x00, 0x0B, 0x1F, 0xFFFE, 0x202E))
    return text.translate(gone).replace("\ud800", "\ufffd")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_come_out_of_the_page_as_they_went_in(paper, words):
    blocks = (Paragraph(words), Heading(words), Listing((words,)), Pairs(((words, words),)))
    table = Table(words, (words,), ((words,),))
    picture = Picture(png(), words)
    page = html.fromstring(
        paper_html(paper(*blocks, table, picture, title=words, address=(words,)))
    )
    for path in ("h1", "h2", "li", "caption", "th", "td"):
        assert page.find(f".//{path}").text_content().strip().startswith(shown(words)[:20])
    assert page.find(".//img").get("alt") == shown(words)
    assert not page.xpath("//script | //@onerror | //style | //@style")


@pytest.mark.parametrize("words", HOSTILE)
def test_words_come_out_of_word_as_they_went_in(paper, words):
    file = Document(io.BytesIO(paper_word(paper(Paragraph(words), title=words))))
    assert shown(words) in [p.text for p in file.paragraphs]
    assert file.core_properties.title == shown(words)


@pytest.mark.usefixtures("pango")
def test_hostile_words_are_printed_and_not_obeyed(paper):
    pikepdf = pytest.importorskip("pikepdf")
    words = [text.replace("李", "") for text in HOSTILE]  # not every machine has the letter
    made = paper_pdf(paper(*map(Paragraph, words), title=HOSTILE[0], footer=HOSTILE[1]))
    file = pikepdf.open(io.BytesIO(made))
    assert str(file.docinfo.Title) == HOSTILE[0]
    assert "/Annots" not in file.pages[0]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://x.example", "//x", "file:///x"])
def test_a_link_goes_only_where_a_letter_may_send_a_reader(address):
    with pytest.raises(NotAPaper, match="https://"):
        Run("here", href=address)


def test_a_page_of_a_paper_asks_for_nothing(paper):
    page = html.fromstring(paper_html(plan_like()))
    assert [src[:22] for src in page.xpath("//@src")] == ["data:image/png;base64,"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: Paper(" ", ()), "title"),
        (lambda: Paper("T", (), direction="up"), "ltr or rtl"),
        (lambda: Paper("T", (Heading("H", 3),)), "level 3 under one of level 1"),
        (lambda: Paper("T", (Heading("H", 1),)), "no less than 2"),
        (lambda: Picture(png(), ""), "words that say"),
        (lambda: Picture(b"<svg/>", "x"), "neither PNG nor JPEG"),
        (lambda: Table("T", ("a", "b"), (("1",),)), "Row 1 .* 1 cells for 2"),
        (lambda: Table("", ("a",), ()), "caption"),
    ],
)
def test_a_paper_that_some_reader_cannot_follow_is_refused(wrong, says):
    with pytest.raises(NotAPaper, match=says):
        wrong()


def test_a_letter_that_would_print_as_a_box_is_refused_and_a_sign_is_not():
    typeface = SimpleNamespace(missing={0x1F600: 900, 0xE000: 901})
    document = SimpleNamespace(fonts={"a": typeface})
    refuse_boxes(document)
    typeface.missing[0x6C1] = 902
    with pytest.raises(NoPdf, match=r"ہ; install .* Word"):
        refuse_boxes(document)


@pytest.mark.usefixtures("pango")
def test_a_sign_of_nobodys_script_does_not_stop_a_letter(paper):
    assert paper_pdf(paper(Paragraph("before \ue000 after")))
