"""Half a page for every adult who meets the child: how to help me."""

from collections.abc import Sequence
from datetime import date

from plait.standards.paper import Paper
from plait.standards.paper_blocks import Block, Heading, Paragraph
from plait.standards.plan_paper.statements import day

PARTS = (
    ("What I like", "likes"),
    ("What is hard for me", "hard"),
    ("What helps", "helps"),
    ("What does not help", "not_helpful"),
)


def help_paper(
    name: str, said: dict[str, str], *, approved: Sequence[tuple[str, date]] = ()
) -> Paper:
    """Make the half page; only what people wrote stands on it, and who approved it."""
    blocks: list[Block] = []
    for heading, part in PARTS:
        if said.get(part, "").strip():
            blocks += [Heading(heading), *map(Paragraph, _paragraphs(said[part]))]
    names = ", ".join(f"{who} ({day(on)})" for who, on in approved)
    return Paper(
        title=f"How to help me: {name}",
        blocks=tuple(blocks) or (Paragraph("Nothing is written yet."),),
        footer=f"Approved by {names}" if names else "Not approved yet",
    )


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
