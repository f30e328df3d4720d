"""Everything the page of one legal date says, and what the date was before."""

from datetime import date

from plait.child.pages.legal_dates import LegalDate, capital
from plait.ui.tables import Cell
from plait.ui.words import long_day

FACT_WORDS = {
    "review_meeting": "review meeting",
    "last_review": "last review",
    "certificate": "mediation certificate",
    "notice_date": "date on the notice",
    "told_from": "reviews are told from",
}


def told(shown: LegalDate) -> list[tuple[str, object]]:
    """Everything the page of one date says, as rows of a summary."""
    clock, duty = shown.clock, shown.duty
    facts = [
        (capital(FACT_WORDS.get(name, name.replace("_", " "))), long_day(date.fromisoformat(day)))
        for name, day in sorted(clock.facts.items())
    ]
    rows: list[tuple[str, object]] = [
        ("Who must do it", shown.whose),
        ("Counted from", f"{long_day(clock.started_on)}. {capital(duty.counted_from)}."),
        *facts,
        ("How it was counted", shown.because),
        ("Due", Cell(long_day(clock.due_on), note=_target(shown))),
        ("How it stands", Cell(shown.stands, tag=shown.tag)),
    ]
    if clock.done_on:
        rows.append(("Done", long_day(clock.done_on)))
    if clock.ended_on:
        rows.append(("Fell away", f"{long_day(clock.ended_on)}. {clock.ended_why}"))
    if clock.known_to:
        rows.append(
            (
                "What the record knows",
                f"The newest evidence speaks up to {long_day(clock.known_to)}.",
            )
        )
    rows += [
        ("Provision", Cell(duty.law, href=duty.source_url)),
        ("How sure we are", duty.how_sure),
    ]
    return rows


def _target(shown: LegalDate) -> str:
    target = shown.last_working_day
    if target == shown.clock.due_on:
        return "This is a working day."
    return f"The last working day before it is {long_day(target)}; the legal day does not move."


def earlier(old: LegalDate) -> dict[str, object]:
    """A counting that was superseded: its day, what it was counted from, and why it changed."""
    return {
        "due": Cell(long_day(old.clock.due_on), href=old.href()),
        "from": long_day(old.clock.started_on),
        "why": old.clock.superseded_why,
    }
