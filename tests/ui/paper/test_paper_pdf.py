"""A PDF opened again: what a screen reader finds in it, and what is not in it at all."""

import hashlib
import io
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from ui.paper.conftest import read_out
from ui.paper.plan_like import plan_like, png

from plait.ui.paper import (
    Heading,
    Listing,
    NoPdf,
    Paragraph,
    Part,
    Picture,
    Run,
    Table,
    engine,
    paper_pdf,
    paper_word,
    pdf,
)  # fmt: skip

pikepdf = pytest.importorskip("pikepdf")
pytestmark = [pytest.mark.usefixtures("pango"), pytest.mark.slow]
CLONE = Path(__file__).resolve().parents[3]


def opened(paper, **manner):
    return pikepdf.open(io.BytesIO(paper_pdf(paper, **manner)))


def tags(file):
    return [str(one.S)[1:] for one in read_out(file.Root.StructTreeRoot.K[0])]


def test_a_screen_reader_is_told_the_title_and_the_language(paper):
    file = opened(paper(title="Your request & ours", language="cy"))
    assert bool(file.Root.MarkInfo.Marked)
    assert str(file.Root.Lang) == "cy"
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    assert str(file.docinfo.Title) == "Your request & ours"


def test_the_file_says_that_it_keeps_to_pdf_ua(paper):
    file = opened(paper())
    said = file.Root.Metadata.read_bytes()
    assert re.search(rb'pdfuaid:part="1"|<pdfuaid:part>1<', said)


def test_blocks_are_read_in_the_order_they_are_written(paper):
    written = (
        Heading("One"), Paragraph("p"), Listing(("a", "b")),
        Table("T", ("Who", "What"), (("x", "y"),), named_rows=True),
        Part("right-of-appeal", (Heading("Two"), Paragraph("q"))),
    )  # fmt: skip
    kept = [tag for tag in tags(opened(paper(*written))) if tag not in ("Span", "NonStruct")]
    assert kept == [
        "Document", "Art", "P", "H1", "H2", "P", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody",
        "Table", "Caption", "THead", "TR", "TH", "TH", "TBody", "TR", "TH", "TD",
        "Sect", "H2", "P",
    ]  # fmt: skip


def test_a_cell_knows_the_headings_of_its_row_and_column(paper):
    table = Table("T", ("Who", "What"), (("x", "y"),), named_rows=True)
    file = opened(paper(table))
    found = list(read_out(file.Root.StructTreeRoot.K[0]))
    ids = [str(one.ID) for one in found if one.S == "/TH"]
    cell = next(one for one in found if one.S == "/TD")
    assert sorted(map(str, cell.A.Headers)) == sorted(ids[1:])


def test_a_picture_says_what_it_shows(paper):
    file = opened(paper(Picture(png(), "A blue train & tracks")))
    figures = [one for one in read_out(file.Root.StructTreeRoot.K[0]) if one.S == "/Figure"]
    assert [str(one.Alt) for one in figures] == ["A blue train & tracks"]


def test_headings_are_bookmarks(paper):
    with opened(paper(Heading("One"), Heading("Under", 3), Heading("Two"))).open_outline() as tree:
        [title] = tree.root
        assert [one.title for one in title.children] == ["One", "Two"]
        assert [one.title for one in title.children[0].children] == ["Under"]


def test_every_piece_of_a_page_is_read_out_or_is_an_artifact(paper):
    file = opened(plan_like())
    nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
    reached = {one.objgen for one in read_out(file.Root.StructTreeRoot.K[0])}
    for number, page in enumerate(file.pages):
        owners = nums[2 * number + 1]
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                assert owners[int(operands[1].MCID)].objgen in reached


def test_only_our_own_typeface_is_needed_for_english_and_polish(paper):
    file = opened(paper(Paragraph("Łukasz Żółć is here")))
    fonts = [str(font.BaseFont) for font in file.pages[0].Resources.Font.values()]
    assert all("Atkinson" in name for name in fonts)
    assert len(fonts) == 3  # bold, plain, and a file of its own for the Polish letters


def test_two_alphabets_are_not_drawn_with_one_file(paper):
    """Under one name, two files of a typeface lent each other their letters: Ł became O."""
    file = opened(paper(Paragraph("ŁŁ"), Paragraph("aa")))
    drawn = [
        str(operands[0])
        for operands, operator in pikepdf.parse_content_stream(file.pages[0])
        if str(operator) == "Tf"
    ]
    assert len(set(drawn)) == 3


def test_nothing_runs_and_nothing_is_carried_along(paper):
    link = Paragraph((Run("the offer", href="https://larkshire.example/a?b=1&c=2"),))
    file = opened(paper(link))
    whole = b"".join(
        one.unparse(resolved=True) for one in file.objects if not isinstance(one, pikepdf.Stream)
    )
    for word in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFiles", b"/OpenAction", b"/AA"):
        assert word not in whole
    assert [str(one.A.URI) for one in file.pages[0].Annots] == [
        "https://larkshire.example/a?b=1&c=2"
    ]


def test_printing_opens_no_connection(paper, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a paper went to the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    hostile = "<img src='http://127.0.0.1/x'><link rel=stylesheet href='http://127.0.0.1/y'>"
    assert paper_pdf(paper(Paragraph(hostile), Picture(png(), hostile)))


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x", "https://larkshire.example/", "file:///etc/passwd", "data:,x",
        "plait:font/../../../settings", "plait:font/", "latin-400", "plait:picture/9",
    ],
)  # fmt: skip
def test_every_address_but_our_own_is_refused(address):
    with pytest.raises(ValueError, match="fetches nothing"):
        pdf.fetcher({}).fetch(address)


def test_large_print_has_no_letter_under_18_point(paper):
    table = Table("T", ("a", "b", "c", "d"), (("1", "2", "3", "4"),))
    blocks = (Paragraph("Words"), table, Heading("H", 2), Listing(("x",)))
    assert _smallest(opened(paper(*blocks, footer="Foot"), large=True)) >= 18
    assert _smallest(opened(paper(*blocks, footer="Foot"))) < 18


def _smallest(file):
    """The smallest letters of the first page in points: 0.75 of the size WeasyPrint writes."""
    sizes = [
        float(operands[1]) * 0.75
        for operands, operator in pikepdf.parse_content_stream(file.pages[0])
        if str(operator) == "Tf"
    ]
    return round(min(sizes), 2)


def test_the_same_paper_gives_the_same_bytes_in_another_process(paper):
    here = paper_pdf(plan_like())
    assert here == paper_pdf(plan_like())
    words = (
        "import hashlib; from plait.ui.paper import paper_pdf; "
        "from tests.ui.paper.plan_like import plan_like; "
        "print(hashlib.sha256(paper_pdf(plan_like())).hexdigest())"
    )
    said = subprocess.run(
        [sys.executable, "-c", words], cwd=CLONE, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_the_sample_plan_has_twelve_pages_or_more():
    assert 12 <= len(opened(plan_like()).pages) <= 14


def test_without_pango_a_pdf_is_refused_in_one_sentence_and_word_is_offered(paper, monkeypatch):
    class NoLibrary:
        @staticmethod
        def find_spec(name, *_):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0.so.0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [NoLibrary, *sys.meta_path])
    engine.why_no_pdf.cache_clear()
    try:
        with pytest.raises(NoPdf, match=r"Pango.*apt-get.*dnf.*brew.*Word"):
            paper_pdf(paper())
        assert paper_word(paper())
    finally:
        engine.why_no_pdf.cache_clear()
