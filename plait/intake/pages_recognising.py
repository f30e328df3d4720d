"""A person of a file beside a child held, in words: what agrees, what differs, what warns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from plait.intake.models import Delivery
from plait.intake.queries_recognising import Held
from plait.journal.models import Change
from plait.people.incoming import told_by_hash
from plait.people.models import Child, Incoming
from plait.standards.matching.levels import UNKNOWN, Levels
from plait.ui.tables import Cell
from plait.ui.words import moment, plural, short_day

FACTS = (
    ("forename", "Forename"), ("surname", "Surname"), ("born", "Date of birth"), ("sex", "Sex"),
    ("postcode", "Postcode"), ("upn", "UPN"), ("nhs", "NHS number"),
)  # fmt: skip
AGREE = {
    "same": ("The same", "met"), "short": ("A short form or other spelling", "at-risk"),
    "swapped": ("Changed places", "at-risk"), "near": ("One slip away", "at-risk"),
    "alike": ("Near, but each is a name of its own", "at-risk"),
    "begins": ("One begins the other", "at-risk"), "part": ("A part or other spelling", "at-risk"),
    "before": ("The same as an earlier postcode", "met"),
    "district": ("Another in the same district", "at-risk"), "other": ("Different", "late"),
}  # fmt: skip
HIDDEN = "Hashed"
OF_BIRTH = {
    "near": ("Differs in one part", "at-risk"),
    "swapped": ("Day and month changed places", "at-risk"),
}
RULES = {
    "likely": "Linked by likelihood and the rules",
    "same file": "Linked to another person of the same file",
    "no hash": "Nobody on record agrees with the hashes",
    "nobody": "Nobody on record was like this",
    "unclear": "Left to a person by the rules",
    "twice": "The sender knows this child by another number",
    "person": "Decided by a person",
    "left": "Left to a colleague",
    "undone": "The link was undone",
}


@dataclass(frozen=True)
class Choice:
    """One child held beside the person: its rows of facts, why, and what to beware of."""

    child: Child
    words: str
    likely: str
    why: tuple[str, ...]
    beware: tuple[str, ...]
    rows: list[dict[str, object]]


def choice(one: Incoming, held: Held) -> Choice:
    """Lay a child held beside a person of a file."""
    beware = [held.ruling.why] if held.ruling.why and held.ruling.at_best != "link" else []
    if held.family:
        beware.insert(0, f"By the rules these are {held.family}, not one child.")
    if held.child.pk in one.not_these:
        beware.append("Somebody said before that it is not this child.")
    return Choice(
        held.child, born(held.child), _likely(held.probability), held.why, tuple(beware),
        _rows(one, held),
    )  # fmt: skip


def _likely(probability: float | None) -> str:
    if probability is None:
        return "The model finds it less likely than what it shows by itself."
    return f"The model gives {100 * probability:.0f} in 100."


def born(child: Child) -> str:
    """Name a child with what tells namesakes apart."""
    return f"{child.name}, born {short_day(child.birth_date)}"


def _rows(one: Incoming, held: Held) -> list[dict[str, object]]:
    child, numbers = held.child, held.numbers
    sent = _facts(one)
    here = (
        child.forename, child.surname, _day(child.birth_date), _sex(child.sex), child.postcode,
        numbers.get("upn", ""), numbers.get("nhs", ""),
    )  # fmt: skip
    if told_by_hash(one):  # what it hides is said to be hidden
        sent = tuple(_hidden(name, held.levels, told) for (name, _), told in
                     zip(FACTS, sent, strict=True))  # fmt: skip
    return [
        {"fact": words, "sent": told or None, "held": known or None,
         "agree": _agree(name, getattr(held.levels, name), told, known)}
        for (name, words), told, known in zip(FACTS, sent, here, strict=True)
    ]  # fmt: skip


def _facts(one: Incoming) -> tuple[str, ...]:
    born, sex = _day(one.birth_date), _sex(one.sex)
    return one.forename, one.surname, born, sex, one.postcode, one.upn, one.nhs


def _hidden(name: str, levels: Levels, told: str) -> str:
    return told or ("" if getattr(levels, name) == UNKNOWN else HIDDEN)


def _sex(code: str) -> str:
    """Say a code of sex in a word; another code stays as it was sent."""
    return {"M": "Male", "F": "Female"}.get(code, code)


def _day(day: object) -> str:
    return short_day(day) if day else ""


def _agree(name: str, level: str, told: str, known: str) -> Cell | str:
    if not told or not known:
        return Cell("Only one says", tag="not-known") if told or known else "Neither says"
    if name in {"upn", "nhs"} and level == "same" and told != known:
        return Cell("Also held, beside this one", tag="met")
    words = OF_BIRTH.get(level) if name == "born" else None
    if told == HIDDEN and level == "same":
        words = ("The hash is the same", "met")
    elif told == HIDDEN and level == "other":
        words = ("Another hash: different, or a slip", "late")
    text, tag = words or AGREE.get(level, ("Cannot be compared", "not-known"))
    return Cell(text, tag=tag)


def alone(one: Incoming) -> list[dict[str, object]]:
    """Give a person's facts where no child is laid beside them."""
    told = _facts(one)
    return [
        {"fact": words, "sent": value or None}
        for (_, words), value in zip(FACTS, told, strict=True)
    ]


OF_FAMILY = {
    "twins": "By the rules a twin is on record:",
    "siblings": "By the rules a brother or sister is on record:",
}


def family_warnings(held: Sequence[Held], sent: Sequence[Incoming]) -> list[tuple[str, int | None]]:
    """Warn of twins and siblings, each with the record to lay beside: held, or sent alike."""
    first = sorted(held, key=lambda one: one.family != "twins")
    said = [(f"{OF_FAMILY[one.family]} {born(one.child)}.", one.child.pk) for one in first]
    also = "The same sender tells of {} too, born on the same day: perhaps twins."
    return [*said, *((also.format(name_of(one)), None) for one in sent)]


def came_from(one: Incoming, file: Delivery | None) -> str:
    """Say who sent a person, in which file and when."""
    name = file.file_name if file else (one.source.name if one.source else "a file")
    return f"Sent by {one.sender}, in {name}, {moment(one.at)}."


def name_of(one: Incoming) -> str:
    """Name a person of a file."""
    if told_by_hash(one):
        return f"Number {one.their_key.split(':', 2)[-1]} (hashed)"
    return f"{one.forename} {one.surname}".strip() or "Name not told"


def waiting_rows(page: Iterable[Incoming]) -> list[dict[str, object]]:
    """List persons who wait, each with why."""
    return [
        {
            "name": Cell(name_of(one), href=reverse("intake:recognise_one", args=[one.pk])),
            "born": short_day(one.birth_date) if one.birth_date else None,
            "sender": Cell(one.sender, note=one.source.name if one.source else ""),
            "why": Cell(_standing(one), note=one.why),
        }
        for one in page
    ]


def link_rows(page: Iterable[Incoming]) -> list[dict[str, object]]:
    """List links, each with the child it leads to and who decided."""
    return [
        {
            "name": Cell(name_of(one), href=reverse("intake:link", args=[one.pk])),
            "child": born(one.child) if one.child else None,
            "sender": one.sender,
            "how": Cell(RULES.get(one.rule, one.rule), note=_who(one)),
        }
        for one in page
    ]


def _standing(one: Incoming) -> str:
    if one.rule == "left" and one.decided_by:
        return f"Left by {one.decided_by.name}"
    return RULES.get(one.rule, one.rule)


def _who(one: Incoming) -> str:
    if not one.decided_by:
        return "Plait, by the rules"
    return f"{one.decided_by.name}, {moment(one.decided_at)}"


def facts_of_link(one: Incoming) -> list[tuple[str, str]]:
    """Give how a link stands: state, rule, model, likelihood, who decided and why."""
    likely = "Not asked" if one.probability is None else f"{100 * one.probability:.1f} in 100"
    return [
        ("How it stands", one.get_state_display()),
        ("Linked to", born(one.child) if one.child else "Nobody"),
        ("Rule", RULES.get(one.rule, one.rule)),
        ("Model", f"Version {one.model}" if one.model else "Did not speak"),
        ("Likelihood", likely),
        ("Decided by", _who(one)),
        ("Why", one.why or "Not said"),
    ]


def past_of_link(
    one: Incoming, changes: Sequence[Change], names: dict[int, str]
) -> list[tuple[str, str, str]]:
    """Tell each state a link was in, the oldest first, by when it was changed and by whom."""
    told = [(change.at, change.by_ref) for change in changes]
    states = [change.was for change in changes]
    states.append({"state": one.state, "rule": one.rule, "why": one.why, "child_id": one.child_id})
    begun = [(one.at, None), *told]
    steps = [
        (when, was)
        for place, (when, was) in enumerate(zip(begun, states, strict=True))
        if not place or _step(was) != _step(states[place - 1])
    ]
    return [
        (
            moment(at),
            Incoming.State(was["state"]).label,
            f"{RULES.get(was['rule'], was['rule'])}. {was['why']} "
            f"{names.get(by or 0, 'Plait')}.".strip(),
        )
        for (at, by), was in steps
    ]


def _step(was: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(was[name] for name in ("state", "rule", "why", "child_id"))


def left_to_do(count: int) -> str:
    """Say how many wait."""
    return f"{plural(count, 'person', 'people')} in files {'waits' if count == 1 else 'wait'}."
