"""The paragraphs of a report, whatever the file does to its reader."""

import io
import zipfile

import pytest
from docx import Document
from pypdf import PdfWriter

from plait.standards import report_text
from plait.standards.report_text import PDF, WORD, NotRead, joined, paragraphs


def word_of(*texts, table=()):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for cells in table:
            for cell, text in zip(grid.add_row().cells, cells, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_of(*texts, password=""):
    from weasyprint import HTML

    page = "".join(f"<p>{text}</p>" for text in texts)
    data = HTML(string=page).write_pdf()
    if not password:
        return data
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_word_report_gives_its_paragraphs_and_the_rows_of_its_tables_in_order():
    data = word_of(
        "Amina hears well.", "", "12", table=[("What", "How often"), ("Blending", "Daily")]
    )
    assert paragraphs(data, WORD) == ["Amina hears well.", "What | How often", "Blending | Daily"]


def test_a_pdf_report_gives_whole_paragraphs_and_not_its_lines():
    long = "A speech and language therapist will see Amina for thirty minutes. " * 6
    assert paragraphs(pdf_of("Amina hears well.", long.strip()), PDF) == [
        "Amina hears well.", long.strip()
    ]  # fmt: skip


def test_lines_are_joined_until_a_stop_before_the_margin():
    lines = ["a" * 60, "b" * 58, "and so it ended.", "c" * 60, "• one", "• two"]
    assert len(list(joined(lines))) == 4


def test_a_locked_pdf_is_refused_with_what_to_do():
    with pytest.raises(NotRead, match="without one"):
        paragraphs(pdf_of("Secret.", password="x"), PDF)


@pytest.mark.parametrize("kind", [WORD, PDF])
@pytest.mark.parametrize("cut", [0, 10, 300])
def test_a_damaged_file_is_refused_in_words(kind, cut):
    data = (word_of("Whole.") if kind == WORD else pdf_of("Whole."))[:cut]
    with pytest.raises(NotRead, match="damaged"):
        paragraphs(data, kind)


def test_a_word_file_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    file = io.BytesIO(word_of("Small."))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr("word/media/bomb.xml", b"\0" * (report_text.UNPACKED_AT_MOST + 1))
    assert len(file.getvalue()) < 200_000
    with pytest.raises(NotRead, match="60 MB"):
        paragraphs(file.getvalue(), WORD)


def test_entities_in_a_word_file_are_not_opened():
    plain = zipfile.ZipFile(io.BytesIO(word_of("HERE")))
    file = io.BytesIO()
    with plain, zipfile.ZipFile(file, "w") as parcel:
        for name in plain.namelist():
            data = plain.read(name)
            if name == "word/document.xml":
                start = data.index(b"<w:document")
                bad = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                data = data[:start] + bad + data[start:].replace(b"HERE", b"word &x; word")
            parcel.writestr(name, data)
    assert "root:" not in " ".join(paragraphs(file.getvalue(), WORD))
