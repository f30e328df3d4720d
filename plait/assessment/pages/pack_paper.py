"""The panel's pack on paper: the same record as its page, as tagged PDF or Word."""

from collections.abc import Iterator
from datetime import date

from plait.assessment.pages.panels import By, Pack
from plait.cases.queries import Record
from plait.ui.paper import Block, Heading, Listing, Paper, Paragraph, Quotation, Table
from plait.ui.words import long_day, moment

Limbs = list[tuple[str, str, str, str]]
NOTHING = "None on record."


def pack_paper(
    record: Record, pack: Pack, limbs: Limbs, *, title: str, due: By | None, area: str, today: date
) -> Paper:
    """Give the pack as a paper; whoever prints it reads what they may read on the page."""
    child = record.child
    return Paper(
        title=f"Panel pack: {child.name}",
        blocks=tuple(_blocks(record, pack, limbs, title, due)),
        sender=(area,),
        dated=today,
        footer=f"{child.name}. Made from the record on {long_day(today)}. Confidential.",
    )


def _blocks(
    record: Record, pack: Pack, limbs: Limbs, title: str, due: By | None
) -> Iterator[Block]:
    told = f" To be told by {long_day(due.due_on)}: {due.because} {due.law}." if due else ""
    yield Paragraph(f"{title}. Born {long_day(record.child.birth_date)}.{told}")
    yield Heading("Needs on record")
    yield Paragraph("; ".join(pack.needs) or NOTHING)
    yield Heading("What happened")
    yield Table("What happened, oldest first", ("Day", "What"), tuple(pack.history))
    for how, parts in pack.asked:
        yield Heading(f"Asked: {how}")
        for part in parts:
            yield Heading(part.title, 3)
            for label, text in part.answers:
                yield Paragraph(f"{label}:")
                yield Quotation(tuple(line for line in text.splitlines() if line.strip()))
    yield Heading("Documents")
    papers = [f"{p.title}, {moment(p.at)}, {p.written_by.name}" for p in record.documents]
    yield Listing(tuple(papers)) if papers else Paragraph(NOTHING)
    yield Heading("Notes")
    for note in record.notes:
        yield Quotation((note.text,), f"{note.written_by.name}, {moment(note.at)}")
    if limbs:
        yield Heading("The test, part by part")
        rows = tuple((q, answer, why or "No reason yet", law) for q, answer, why, law in limbs)
        yield Table("The test", ("Question", "Answer", "Why", "Provision"), rows)
