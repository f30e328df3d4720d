"""The register as a home-educating family reads it: each thing held, why, and who reads it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.access.matrix import REACH, READS
from plait.people.models import Role
from plait.people.roles import FAMILY_ROLES
from plait.provision.pages.at_home import value
from plait.standards.home_education import (
    APART,
    FIELDS,
    FORBIDDEN,
    OPTIONAL,
    REQUIRED,
    SOURCES,
    Source,
    Stands,
    coming,
    in_order,
    stands,
)
from plait.ui.words import long_day

STATES = {
    REQUIRED: later("The law requires it"),
    OPTIONAL: later("You need not give it"),
    FORBIDDEN: later("It must not be held"),
}
SURE = {
    "read": later("We have read the text of this law."),
    "read-secondary": later("A guide says so; we have not seen the text of this law."),
    "memory": later("We have not yet checked this against the text of the law."),
    "ours": later("This is how we read a general rule. You may be advised otherwise."),
}
# What the register holds besides its fields: the entry's own facts.
OWN = {
    "name": later("The child’s name"),
    "born": later("The child’s date of birth"),
    "since": later("Educated at home since"),
    "told": later("Who told the council, and when"),
    "left_setting": later("The school the child left"),
    "contact": later("When the council was last in contact with you"),
    "suitable": later("Whether the council finds the education suitable, and why"),
    "until": later("When and why home education ended"),
}
BY_COUNCIL = ("told", "contact", "suitable", "until")
FROM_SCHOOL = ("name", "born", "left_setting")
IDENTITY = ("name", "born")


@dataclass(frozen=True)
class Held:
    """One thing that is held, as the family reads it."""

    key: str
    words: str
    says: str
    told: str
    state: str
    tag: str
    why: str
    law: str
    href: str
    sure: str
    later: str


def held(entry: Any, child: Any, today: date, *, home: bool) -> list[Held]:
    """Give everything held; where somebody lives is held back from who may not know it."""
    own = [_own(key, says, today) for key, says in _own_facts(entry, child).items() if says]
    return [*own, *_fields(entry, today, home=home)]


def _fields(entry: Any, today: date, *, home: bool) -> list[Held]:
    found = []
    for key, now in in_order(entry.whole, today):
        says, who, on = value(entry.whole, key)
        apart = entry.whole.get(key) == APART  # the database keeps it back
        if not says and not apart:
            continue
        if apart or (key in FIELDS and FIELDS[key].where and not home):
            says = _(
                "It is held, and not shown to you: the record does not say that the child lives "
                "with you. Ask the officer of the register."
            )
        day = long_day(date.fromisoformat(on)) if on else ""
        found.append(_held(key, says, ", ".join(part for part in (who, day) if part), now))
    return found


def one(entry: Any, child: Any, key: str, today: date, *, home: bool) -> Held | None:
    """Give one thing that is held, or nothing."""
    everything = held(entry, child, today, home=home)
    return next((field for field in everything if field.key == key), None)


def _held(key: str, says: str, told: str, now: Stands) -> Held:
    source = now.source
    return Held(
        key, words_of(key), says, told, _(STATES[now.state]), _tag(now.state), _(source.says),
        source.law, source.href, _(SURE[source.sure]), _coming(key, now),
    )  # fmt: skip


def _tag(state: str) -> str:
    return {REQUIRED: "running", OPTIONAL: "not-known", FORBIDDEN: "late"}[state]


def _coming(key: str, now: Stands) -> str:
    next_one = coming(key) if key in FIELDS else None
    if next_one is None or next_one.state == now.state:
        return ""
    law = next_one.source.law
    if next_one.state == REQUIRED:
        return _("Once %(law)s is in force, the law will require it. No day is appointed.") % {
            "law": law
        }
    return _("Once %(law)s is in force, it may be held. No day is appointed.") % {"law": law}


def _own_facts(entry: Any, child: Any) -> dict[str, str]:
    suitable = {True: _("Yes"), False: _("No"), None: _("Not known")}[entry.suitable]
    told_on = long_day(entry.told_on) if entry.told_on else ""
    return {
        "name": child.name,
        "born": long_day(child.birth_date),
        "since": long_day(entry.since),
        "told": ", ".join(part for part in (entry.told_by, told_on) if part),
        "left_setting": entry.left_setting.name if entry.left_setting else "",
        "contact": long_day(entry.last_contact_on) if entry.last_contact_on else "",
        "suitable": ". ".join(part for part in (suitable, entry.suitable_why) if part),
        "until": ", ".join((long_day(entry.until), entry.end_why)) if entry.until else "",
    }


def _own(key: str, says: str, today: date) -> Held:
    """The register is of use only with these: they are held to do what the law asks today."""
    source: Source = SOURCES["school-tells" if key in FROM_SCHOOL else "find"]
    one = _held(key, says, "", Stands(OPTIONAL, source))
    if key in BY_COUNCIL:
        return replace(one, state=_("Written by the council"))
    register = SOURCES["register"].in_force_from
    if key in IDENTITY and register and register <= today:
        return _held(key, says, "", Stands(REQUIRED, SOURCES["register"]))
    return one


def words_of(key: str) -> str:
    if key in OWN:
        return _(OWN[key])
    return _(FIELDS[key].words) if key in FIELDS else key


def not_held(entry: Any, today: date) -> list[Held]:
    """Give what may or must be held and is not, so that the family knows it need not ask."""
    return [
        _held(key, "", "", now)
        for key, now in in_order((), today)
        if now.state != FORBIDDEN
        and not value(entry.whole, key)[0]
        and entry.whole.get(key) != APART
    ]


def forbidden(entry: Any, today: date) -> list[Held]:
    """Give what must not be held; none of it should be."""
    return [_held(key, "", "", stands(key, today)) for key, now in in_order((), today)
            if now.state == FORBIDDEN]  # fmt: skip


def who_reads() -> list[str]:
    """Say who may read the register, from the very table that the database obeys."""
    found = []
    for role, kinds in READS.items():
        if "home_education" not in kinds.split() or role in (Role.PLAIT, *FAMILY_ROLES):
            continue
        label = _(str(Role(role).label))
        found.append(
            _("%(role)s: the whole register") % {"role": label}
            if REACH[Role(role)] == "area"
            else _("%(role)s: only with a tie to your child") % {"role": label}
        )
    return found


def said(objection: Any, reader: Any, *, home: bool) -> dict[str, Any]:
    """Give what the family said of one thing, and the answer.

    What another said of where somebody lives is held back as the field itself is.
    """
    kinds = {"correction": _("This is wrong"), "objection": _("I object to this being held")}
    by = _("You") if objection.by_id == reader.pk else _("Another member of the family")
    field = FIELDS.get(objection.field)
    apart = bool(field and field.where) and not home and objection.by_id != reader.pk
    return {
        "words": words_of(objection.field),
        "kind": kinds.get(objection.kind, objection.kind),
        "says": _("Kept back: it is about where somebody lives.") if apart else objection.says,
        "by": by,
        "on": long_day(objection.at.date()),
        "answer": "" if apart else objection.answer,
        "answered_on": long_day(objection.answered_on) if objection.answered_on else "",
        "answered_by": objection.answered_by.name if objection.answered_by else "",
    }
