"""A child's letters in words: by state, each with its four days, and those still owed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.urls import reverse

from plait.cases.models import Letter, LetterTemplate
from plait.journal.models import Entry
from plait.law.letters import letters
from plait.law.owed_letters import Owed
from plait.ui.tables import Cell
from plait.ui.words import day, long_day, moment, plural, short_day

NAMES = {
    "receipt-of-request": "Receipt of a request",
    "considering-assessment": "Considering whether to assess",
    "agree-to-assess": "There will be an assessment",
    "refuse-to-assess": "There will be no assessment",
    "assessed-lately": "No assessment: one was made lately",
    "not-this-authority": "Another authority is responsible",
    "plan-already-kept": "A plan is kept already",
    "ask-for-advice": "Asking for advice",
    "chase-advice": "Reminder of advice",
    "refuse-plan": "There will be no plan",
    "draft-plan": "Draft plan",
    "draft-plan-again": "Draft plan, served again",
    "consult-setting": "Asking a setting",
    "setting-named": "Setting named in a final plan",
    "final-plan": "Final plan",
    "agree-to-reassess": "There will be a new assessment",
    "refuse-to-reassess": "There will be no new assessment",
    "keep-after-reassess": "The plan stays after a new assessment",
    "answer-to-representations": "Answer to what the family said",
    "personal-budget-agreed": "Personal budget",
    "direct-payment-refused": "Direct payment refused",
    "direct-payment-reviewed": "Direct payment looked at again",
    "notice-of-delay": "Notice of a delay",
    "notify-others": "Notice to setting and services",
}


def name_of(kind: str) -> str:
    return NAMES.get(kind, kind.replace("-", " ").capitalize())


def day_or_not(value: date | None, otherwise: str = "Not yet") -> str:
    return short_day(value) if value else otherwise


def rows_of(found: Iterable[Letter]) -> list[dict[str, object]]:
    """Give letters as rows: what, to whom, and the four days apart."""
    return [
        {
            "what": Cell(name_of(one.kind), href=reverse("child:letter", args=[one.pk])),
            "to": Cell(one.to_name, note=one.get_how_display()),
            "decided": day_or_not(one.decided_on, "No decision"),
            "dated": day_or_not(one.dated_on),
            "sent": day_or_not(one.sent_on),
            "served": day_or_not(one.served_on, "Not recorded" if one.sent_on else "Not yet"),
        }
        for one in found
    ]


def owed_rows(found: Iterable[Owed], *, child_id: int) -> list[dict[str, object]]:
    """Give letters that are still to be sent, each with what asks for it."""
    return [
        {
            "what": Cell(
                name_of(one.kind),
                href="#drafts" if one.written else _to_write(one.beside, child_id),
                note="It opens a right of appeal." if one.opens_appeal else "",
            ),
            "to": one.to,
            "since": short_day(one.since),
            "law": one.provision,
            "state": Cell(
                "A draft waits to be sent" if one.written else "Not written yet",
                tag="running" if one.written else "at-risk",
            ),
        }
        for one in found
    ]


def _to_write(kind: str, child_id: int) -> str:
    """Lead to where a letter is written: with its decision, where it must be tied to that."""
    if kind.endswith("-reassess"):
        return reverse("assessment:again", args=[child_id])
    return reverse("child:letter_make", args=[child_id, kind])


def owed_words(found: list[Owed]) -> str:
    """Say in a sentence which letters are owed, and since when."""
    if not found:
        return ""
    names = "; ".join(dict.fromkeys(f"{name_of(one.kind)}, to {one.to}" for one in found[:4]))
    more = f"; and {plural(len(found) - 4, 'more', 'more')}" if len(found) > 4 else ""
    appeal = " A right of appeal begins with its letter." if found[0].opens_appeal else ""
    return f"Asked for since {long_day(min(one.since for one in found))}: {names}{more}.{appeal}"


def window_words(windows: Iterable[tuple[Letter, date, date]]) -> list[str]:
    """Say of each open time to appeal whose it is, until when, and how it was counted."""
    return [
        f"{letter.to_name} can appeal until {day(appeal)}: two months from "
        f"{long_day(letter.sent_on)}, when the letter “{name_of(letter.kind)}” was sent. "
        f"The mediation adviser must be contacted by {day(mediation)}."
        for letter, appeal, mediation in windows
    ]


def summary(letter: Letter) -> list[tuple[str, object]]:
    """Everything known of one letter, as rows."""
    served = letter.facts.get("served", {})
    how = Letter.How(served["how"]).label if served else ""
    proof = f" {served['note']}" if served.get("note") else ""
    by = f" Recorded by {served['by']}." if served else ""
    rows: list[tuple[str, object]] = [
        ("To", letter.to_name),
        ("How it reaches them", letter.get_how_display()),
        ("Decided", day_or_not(letter.decided_on, "No decision is behind this letter")),
        ("Dated", day_or_not(letter.dated_on)),
        ("Sent", _sent(letter)),
        ("Served", f"{long_day(letter.served_on)}. {how}.{proof}{by}" if served else "Not yet"),
        ("Why it is written", letters()[letter.kind].provision),
        ("Written by", f"{letter.made_by or 'Plait'}, {moment(letter.made_at)}"),
    ]
    return rows


def carriage(letter: Letter, entry: Entry | None) -> list[tuple[str, object]]:
    """Say how the e-mail of a letter went, or why it did not; nothing where it goes otherwise."""
    if letter.how != Letter.How.EMAIL or letter.state != Letter.State.SENT:
        return []
    if by := letter.facts.get("carried_by"):
        return [("E-mail", f"It went with the e-mail that {by}.")]
    if entry is None:
        return [("E-mail", "On its way. It goes from here; you need do nothing.")]
    if entry.what == "letter_not_carried":
        return [("E-mail", f"Not sent. {entry.why} Write a new letter, or send it another way.")]
    how = entry.facts.get("how", "")
    said = how if how.endswith(".") else f"To {letter.to_email}, {how}, {moment(entry.at)}."
    return [("E-mail", said)]


def _sent(letter: Letter) -> str:
    if not letter.sent_on:
        return "Not yet"
    return f"{long_day(letter.sent_on)}, by {letter.sent_by}"


def kind_choices(kinds: Iterable[str]) -> list[tuple[str, str, str]]:
    """Give each kind that fits: its id, its name, and what it says."""
    return [(kind, name_of(kind), letters()[kind].says) for kind in kinds]


def template_rows(in_use: Mapping[str, LetterTemplate]) -> list[dict[str, object]]:
    """Give each kind of letter with whose words it has."""
    return [
        {
            "what": Cell(
                name_of(kind), href=reverse("child:letter_template", args=[kind]), note=told.says
            ),
            "to": told.reader.capitalize(),
            "set": f"Set {told.appeal_set}" if told.appeal_set else "None",
            "words": _whose(in_use.get(kind)),
        }
        for kind, told in letters().items()
    ]


def _whose(row: LetterTemplate | None) -> str:
    return f"Area, since {short_day(row.changed_at)}" if row else "Product"


def files_of(letter: Letter) -> list[tuple[str, str]]:
    """Give the files of a sent letter: their words and their form."""
    pdf: list[tuple[str, Any]] = [("Save as PDF", "pdf")] if letter.pdf_sha256 else []
    return [*pdf, ("Save as Word", "docx")] if letter.word_sha256 else pdf
