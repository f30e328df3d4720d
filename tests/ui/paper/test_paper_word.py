"""A Word file opened again with the library and, where it hides things, as its own XML."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from ui.paper.plan_like import plan_like, png

from plait.ui.paper import (
    Callout,
    Heading,
    Listing,
    PageBreak,
    Pairs,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Run,
    Signature,
    Table,
    paper_word,
)  # fmt: skip


def opened(paper, **manner):
    return Document(io.BytesIO(paper_word(paper, **manner)))


def test_headings_are_headings_and_not_large_letters(paper):
    blocks = (Heading("One"), Part("reasons", (Heading("Under", 3),)), Heading("Two"))
    found = [(p.style.name, p.text) for p in opened(paper(*blocks)).paragraphs]
    assert [one for one in found if one[0].startswith("Heading")] == [
        ("Heading 1", "A letter"), ("Heading 2", "One"),
        ("Heading 3", "Under"), ("Heading 2", "Two"),
    ]  # fmt: skip


def test_the_file_knows_its_title_language_author_and_day(paper):
    file = opened(paper(language="pl", sender=("Larkshire",)))
    core = file.core_properties
    assert (core.title, core.language, core.author) == ("A letter", "pl", "Larkshire")
    assert core.created.date().isoformat() == "2026-11-20"
    spoken = file.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert spoken.get(qn("w:val")) == "pl"


def test_a_picture_says_what_it_shows(paper):
    [picture] = opened(paper(Picture(png(), "A blue train"))).inline_shapes
    assert picture._inline.docPr.get("descr") == "A blue train"


def test_the_first_row_of_a_table_is_its_heading_on_every_page(paper):
    [table] = opened(paper(Table("Dates", ("What", "When"), (("a", "b"),)))).tables
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert heads == [True, False]
    assert [cell.text for cell in table.rows[0].cells] == ["What", "When"]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Dates"


def test_there_are_no_macros_and_nothing_is_fetched(paper):
    link = Paragraph((Run("offer", href="https://larkshire.example/?a=1&b=2"),))
    file = zipfile.ZipFile(io.BytesIO(paper_word(paper(link, Picture(png(), "x")))))
    assert not [name for name in file.namelist() if "vba" in name.lower() or "ole" in name.lower()]
    assert b"macroEnabled" not in file.read("[Content_Types].xml")
    outside = [
        (relation.get("Type").rsplit("/", 1)[1], relation.get("Target"))
        for name in file.namelist()
        if name.endswith(".rels")
        for relation in etree.fromstring(file.read(name))
        if relation.get("TargetMode") == "External"
    ]
    assert outside == [("hyperlink", "https://larkshire.example/?a=1&b=2")]


def test_the_same_paper_gives_the_same_bytes(monkeypatch):
    import time

    once = paper_word(plan_like())
    later = time.time() + 4000
    monkeypatch.setattr(time, "time", lambda: later)
    assert paper_word(plan_like()) == once


def test_a_second_numbered_list_begins_at_1_again(paper):
    lists = (Listing(("a", "b"), True), Paragraph("between"), Listing(("c",), True))
    file = opened(paper(*lists))
    numbers = [
        p._p.pPr.numPr.numId.val if p._p.pPr.numPr is not None else None
        for p in file.paragraphs
        if p.style.name == "List Number"
    ]
    assert numbers[:2] == [None, None]
    [fresh] = [n for n in file.part.numbering_part.element.num_lst if n.numId == numbers[2]]
    assert fresh.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"


def test_a_right_to_left_letter_turns_every_paragraph_and_table(paper):
    blocks = (Paragraph("سلام"), Table("ت", ("ا", "ب"), (("1", "2"),)))
    file = opened(paper(*blocks, title="خط", language="ur", direction="rtl"))
    said = [p for p in file.paragraphs if p.text]
    assert all(p._p.pPr.find(qn("w:bidi")) is not None for p in said)
    assert all(run.font.rtl for p in said for run in p.runs)
    assert file.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_large_print_is_18_point_and_reads_down(paper):
    file = opened(paper(Table("T", ("a", "b", "c", "d"), (("1", "2", "3", "4"),))), large=True)
    assert not file.tables
    assert "c: 3" in [p.text for p in file.paragraphs]
    sizes = [style.font.size.pt for style in file.styles if style.type == 1 and style.font.size]
    used = {p.style.name for p in file.paragraphs} | {"Footer"}
    assert min(file.styles[name].font.size.pt for name in used) >= 18
    assert sizes


def test_every_block_brings_its_words(paper):
    blocks = (
        Pairs((("Born", "3 May"),)), Quotation(("I like trains.",), "Tobi"), PageBreak(),
        Callout("Mind", ("this",)), Signature("Jo Marsh", "Coordinator"),
    )  # fmt: skip
    file = opened(paper(*blocks, address=("Ms A", "1 Mill Lane"), reference="R/1", footer="Foot"))
    words = "\n".join(p.text for p in file.paragraphs)
    for said in ("Born: 3 May", "I like trains.", "Tobi", "Jo Marsh\nCoordinator", "R/1", "1 Mill"):
        assert said in words
    assert file.tables[0].cell(0, 0).text == "Mind\nthis"
    assert file.sections[0].footer.paragraphs[0].text.startswith("Foot")


@pytest.mark.parametrize("member", ["word/document.xml", "word/footer1.xml", "docProps/core.xml"])
def test_each_member_is_sound_xml_even_for_a_hostile_paper(paper, member):
    from ui.paper.test_hostile_words import HOSTILE

    made = paper_word(
        paper(Paragraph("x"), *map(Paragraph, HOSTILE), title=HOSTILE[0], footer=HOSTILE[0])
    )
    assert etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(member)) is not None
