"""Papers: letters and documents made from one source as a page, as tagged PDF and as Word."""

from plait.standards.paper import Labels, Paper, parts_of, walk
from plait.standards.paper_blocks import (
    Block,
    Callout,
    Heading,
    Listing,
    NotAPaper,
    PageBreak,
    Pairs,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Run,
    Signature,
    Table,
)
from plait.ui.paper.engine import NoPdf, why_no_pdf
from plait.ui.paper.html import paper_html
from plait.ui.paper.pdf import paper_pdf
from plait.ui.paper.word import paper_word

__all__ = [
    "Block", "Callout", "Heading", "Labels", "Listing", "NoPdf", "NotAPaper", "PageBreak", "Pairs",
    "Paper", "Paragraph", "Part", "Picture", "Quotation", "Run", "Signature", "Table",
    "paper_html", "paper_pdf", "paper_word", "parts_of", "walk", "why_no_pdf",
]  # fmt: skip
