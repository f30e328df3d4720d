"""One statement of a plan as blocks: its words, then its particulars, each with a name."""

from collections.abc import Iterator
from datetime import date

from plait.law.plan.kinds import Where
from plait.law.plan.model import PlanText
from plait.law.plan.statements import Budget, Need, Outcome, Placement, Provision, Statement, View
from plait.law.plan.week import amount_in_words
from plait.standards.paper_blocks import Block, Heading, Pairs, Paragraph, Quotation

WHERE = {
    Where.IN_CLASS: "in class", Where.OUTSIDE_CLASS: "outside class", Where.HOME: "at home",
    Where.CLINIC: "at a clinic", Where.COMMUNITY: "in the community",
    Where.ELSEWHERE: "outside school",
}  # fmt: skip
Named = tuple[tuple[str, str], ...]


def blocks_of(one: Statement, plan: PlanText) -> Iterator[Block]:
    """Give the blocks of one statement."""
    if isinstance(one, View):
        yield from _view(one)
        return
    yield Heading(one.ref, 3)
    if one.text:
        yield Paragraph(one.text)
    if named := tuple((name, said) for name, said in _particulars(one, plan) if said):
        yield Pairs(named)


def _view(one: View) -> Iterator[Block]:
    whose = one.whose.value.replace("_", " ").capitalize() if one.whose else ""
    told = ", ".join(part for part in (whose, one.how, day(one.given_on)) if part)
    if one.text:
        yield Quotation((one.text,), told)
    for shown in one.media:
        if one.agreed_to_show and shown.described:
            yield Paragraph(f"{shown.kind.capitalize()}: {shown.described}")


def _particulars(one: Statement, plan: PlanText) -> Named:
    match one:
        case Provision():
            return _provision(one, plan)
        case Need():
            area = one.area.value.replace("_", " ").capitalize() if one.area else ""
            return (
                ("Area", area),
                ("Diagnosis", one.diagnosis),
                ("Known from", _authors(one.advice, plan)),
            )
        case Outcome():
            return (
                ("By", day(one.by) or one.timescale),
                ("How we will know", one.measure),
                ("Steps on the way", "; ".join(one.steps)),
                ("Who follows it", one.monitored or plan.monitoring),
            )
        case Placement():
            return (("Name", one.name), ("Type", one.type), ("Number", one.urn))
        case Budget():
            pounds = f"£{one.pounds_a_year:,} a year" if one.pounds_a_year is not None else ""
            return (
                ("How much", pounds),
                ("Direct payment", "yes" if one.direct_payment else "no"),
                ("How it may be used", one.flexibility),
                ("For", ", ".join((*one.provisions, *one.needs, *one.outcomes))),
            )
    return ()


def _provision(one: Provision, plan: PlanText) -> Named:
    who = ", ".join(part for part in (one.who, one.expertise) if part)
    group = {None: "", 1: "alone"}.get(one.group_size, f"in a group of up to {one.group_size}")
    where = ", ".join(part for part in (WHERE.get(one.where, ""), one.setting) if part)  # type: ignore[arg-type]
    return (
        ("Who", who),
        ("How much", amount_in_words(one.amount) if one.amount else one.why_not_counted),
        ("With whom", group),
        ("Where", where),
        ("Until", day(one.until)),
        ("Looked at again on", day(one.review_on)),
        ("Who sees that it is given", one.monitored_by),
        ("Meets", ", ".join(one.needs)),
        ("Works towards", ", ".join(one.outcomes)),
        ("Advised by", _authors(one.advice, plan)),
    )


def _authors(refs: tuple[str, ...], plan: PlanText) -> str:
    """Name who said so, each once, with the passages."""
    found: dict[str, list[str]] = {}
    for ref in refs:
        if ref in plan.passages:
            found.setdefault(plan.passages[ref][1].author, []).append(ref)
    return "; ".join(f"{author} ({', '.join(where)})" for author, where in found.items())


def day(on: date | None) -> str:
    """A day in words: 5 October 2026."""
    return f"{on.day} {on:%B %Y}" if on else ""
