"""Each block of a paper, written into a Word document."""

import io
from typing import Any

from plait.standards.paper_blocks import (
    Block,
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
    Words,
    runs,
)  # fmt: skip
from plait.ui.paper.readable import readable
from plait.ui.paper.word_xml import element, put

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class Writer:
    """Writes blocks in order; a right-to-left paper turns every paragraph and run."""

    def __init__(self, document: Any, *, right_to_left: bool, large: bool) -> None:
        self.document = document
        self.right_to_left = right_to_left
        self.large = large
        self._lists = 0

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(words, level):
                self.heading(words, level)
            case Paragraph(words):
                self.paragraph(words)
            case Listing(items, numbered):
                self._listing(items, numbered)
            case Table():
                self._table(block)
            case Pairs(pairs):
                for name, words in pairs:
                    self.paragraph((Run(f"{name}: ", bold=True), *runs(words)))
            case Picture():
                self.picture(block)
            case Quotation(paragraphs, who):
                for words in paragraphs:
                    self.paragraph(words, "Quote")
                if who:
                    self.paragraph((Run(who, bold=True),), "Quote")
            case Callout(title, paragraphs):
                self._boxed([(Run(title, bold=True),), *paragraphs])
            case PageBreak():
                self.document.add_page_break()
            case Signature(name, role, closing):
                self.paragraph(closing).paragraph_format.space_after = 36 * 12700
                self.paragraph((Run(name, bold=True), *((Run(f"\n{role}"),) if role else ())))
            case Part(_, inner):
                self.blocks(inner)

    def heading(self, words: str, level: int) -> None:
        paragraph = self.document.add_paragraph(style=f"Heading {level}")
        self._fill(paragraph, words)

    def paragraph(self, words: Words, style: str | None = None) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        self._fill(paragraph, words)
        return paragraph

    def lines(self, lines: tuple[str, ...], *, to_the_end: bool = False) -> None:
        """Several lines as one paragraph, as an address is."""
        if not lines:
            return
        paragraph = self.paragraph("\n".join(lines))
        if to_the_end:
            paragraph.alignment = 2  # the end of the line: left where words run right to left

    def _fill(self, paragraph: Any, words: Words) -> None:
        for run in runs(words):
            self._link(paragraph, run) if run.href else self.run(paragraph, run.text, run.bold)
        self.turn(paragraph)

    def run(self, paragraph: Any, text: str, bold: bool = False) -> Any:
        run = paragraph.add_run(readable(text))
        run.bold = bold or None
        if self.right_to_left:
            run.font.rtl = True
        return run

    def turn(self, paragraph: Any) -> None:
        """Let a paragraph begin on the right where the paper's language does."""
        if self.right_to_left:
            properties = paragraph._p.get_or_add_pPr()
            put(properties, "w:bidi", before=("w:spacing", "w:ind", "w:jc", "w:rPr"))

    def _link(self, paragraph: Any, run: Run) -> None:
        from docx.oxml.ns import qn

        link = element("w:hyperlink")
        target = paragraph.part.relate_to(readable(run.href), LINK_TYPE, is_external=True)
        link.set(qn("r:id"), target)
        written = self.run(paragraph, run.text, run.bold)
        written.font.underline = True
        link.append(written._r)
        paragraph._p.append(link)

    def field(self, paragraph: Any, name: str) -> None:
        """A number that Word works out, as of the page."""
        from docx.oxml.ns import qn

        field = element("w:fldSimple")
        field.set(qn("w:instr"), name)
        field.append(self.run(paragraph, "1")._r)
        paragraph._p.append(field)

    def _listing(self, items: tuple[Words, ...], numbered: bool) -> None:
        self._lists += numbered
        for item in items:
            paragraph = self.paragraph(item, "List Number" if numbered else "List Bullet")
            if numbered and self._lists > 1:
                self._count_anew(paragraph)

    def _count_anew(self, paragraph: Any) -> None:
        """Let this list begin at 1 again: it takes a count of its own."""
        from docx.oxml.ns import qn

        numbering = self.document.part.numbering_part.element
        style = self.document.styles["List Number"].element
        used = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
        wanted = 1000 + self._lists
        if not any(num.numId == wanted for num in numbering.num_lst):
            known = next(num for num in numbering.num_lst if num.numId == int(used))
            fresh = numbering.add_num(known.abstractNumId.val)
            fresh.add_lvlOverride(0).add_startOverride(1)
            fresh.numId = wanted
        number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = wanted

    def _table(self, block: Table) -> None:
        self.paragraph(block.caption, "Caption").paragraph_format.keep_with_next = True
        table = self._grid(len(block.rows) + 1, len(block.columns))
        look = table._tbl.tblPr
        put(look, "w:tblCaption", {"w:val": readable(block.caption)})
        first = table.rows[0]._tr.get_or_add_trPr()
        put(first, "w:cantSplit")
        put(first, "w:tblHeader")
        cells = [tuple((Run(name, bold=True),) for name in block.columns), *block.rows]
        grid = [list(row.cells) for row in table.rows]
        for number, row in enumerate(cells):
            for place, words in enumerate(row):
                if number and not place and block.named_rows:
                    words = tuple(Run(run.text, True, run.href) for run in runs(words))
                self._fill(grid[number][place].paragraphs[0], words)
        self.document.add_paragraph()

    def _grid(self, rows: int, columns: int) -> Any:
        table = self.document.add_table(rows, columns, style="Table Grid")
        if self.right_to_left:
            put(table._tbl.tblPr, "w:bidiVisual", before=("w:tblW", "w:jc", "w:tblLook"))
        return table

    def _boxed(self, paragraphs: list[Words]) -> None:
        """One cell with a border round it."""
        cell = self._grid(1, 1).cell(0, 0)
        for number, words in enumerate(paragraphs):
            paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
            self._fill(paragraph, words)
        self.document.add_paragraph()

    def picture(self, picture: Picture, *, to_the_end: bool = False) -> None:
        from docx.shared import Mm

        drawn = self.document.add_picture(io.BytesIO(picture.data), width=Mm(picture.width_mm))
        drawn._inline.docPr.set("descr", readable(picture.alt))
        if to_the_end:
            self.document.paragraphs[-1].alignment = 2
