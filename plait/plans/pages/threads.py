"""What a statement may be tied to, what it is tied to, and the threads of a whole version."""

from collections.abc import Iterable
from dataclasses import dataclass

from plait.cases.models import Passage
from plait.law.plan.thread import Evidence, Threads, threads_of
from plait.law.specificity import look_at, sentences
from plait.plans.models import Statement, Version
from plait.plans.reading import NONE, plan_text
from plait.ui.words import short_day

# Which sections a statement of each section is tied to.
TIES = {
    "B": (), "C": ("B",), "D": ("B",), "F": ("B", "C", "D", "E"), "G": ("B", "C", "E"),
    "H1": ("B", "D", "E"), "H2": ("B", "D", "E"), "J": ("F", "G", "H1", "H2", "B", "E"),
}  # fmt: skip
RESTS = ("B", "C", "D", "F", "G", "H1", "H2")  # sections whose statements rest on advice


@dataclass(frozen=True)
class Quotable:
    """A passage of advice that can be quoted."""

    pk: int
    text: str
    who: str


def passages(rows: Iterable[Passage]) -> list[Quotable]:
    """Give passages with who wrote them and when."""
    return [Quotable(row.pk, row.text, _who(row)) for row in rows]


def _who(row: Passage) -> str:
    day = short_day(row.given_on) if row.given_on else ""
    return ", ".join(part for part in (row.author_name, row.author_role, day) if part)


def choices(rows: Iterable[Passage], to: Statement) -> list[tuple[int, str]]:
    """Give passages as they are ticked, for a statement that may rest on advice."""
    if to.section not in RESTS:
        return []
    return [(row.pk, f"{row.author_name}: {_short(row.text)}") for row in rows]


def targets(version: Version, row: Statement) -> list[tuple[str, str]]:
    """Give the statements this one may be tied to."""
    wanted = TIES.get(row.section, ())
    others = version.statements.filter(section__in=wanted).exclude(ref=row.ref)
    return [
        (one.ref, f"{one.ref}: {_short(one.text)}")
        for one in others.order_by("section", "place", "id")
        if not one.facts.get(NONE)
    ]


def _short(text: str, most: int = 110) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def tied(version: Version, row: Statement) -> dict[str, list[object]]:
    """Give what a statement is tied to."""
    rows = list(version.threads.filter(source=row.ref))
    return {
        "targets": [one.target for one in rows if one.target],
        "passages": [one.passage_id for one in rows if one.passage_id],
    }


def wording(row: Statement) -> list[tuple[str, list[str]]]:
    """Give each sentence of provision with what is vague or missing in it; none where none is."""
    if row.section not in ("F", "G", "H1", "H2"):
        return []
    found = []
    for sentence in sentences(row.text):
        seen = look_at(sentence)
        said = [f"“{one.phrase}”: {one.why}" for one in seen.vague]
        said += [f"{one.fact.replace('_', ' ').capitalize()}: {one.why}" for one in seen.missing]
        if said:
            found.append((sentence, said))
    return found


def drawn(version: Version) -> Threads:
    """Draw the threads of a version."""
    return threads_of(plan_text(version))


def unused(version: Version, threads: Threads) -> list[tuple[int, Evidence]]:
    """Give the passages used nowhere, each with its own id."""
    rows = Passage.objects.filter(request_id=version.request_id, state=Passage.State.GIVEN)
    by_words = {(row.text, row.author_name): row.pk for row in rows.filter(unused_why="")}
    return [
        (by_words[(one.passage.text, one.advice.author)], one)
        for one in threads.unused
        if (one.passage.text, one.advice.author) in by_words
    ]
