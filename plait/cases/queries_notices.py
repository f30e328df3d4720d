"""Whom the law names to be told that an assessment is considered or will be made, and who was."""

from dataclasses import dataclass
from datetime import date

from plait.cases.letter_persons import Person, persons_of
from plait.cases.models import Letter, Request
from plait.law.letters_told import whom
from plait.people.models import FamilyTie


@dataclass(frozen=True)
class Named:
    """One person the regulations name: the letter they were sent, or how one would reach them."""

    person: Person
    sent: Letter | None
    draft: Letter | None
    how: str
    address: str
    email: str
    warning: str = ""


def named(request: Request, kind: str, *, today: date) -> list[Named]:
    """Give everybody the law names for a notice, each with what became of theirs."""
    rows = Letter.objects.filter(child=request.child_id, request=request, facts__beside=kind)
    mine = {str(row.facts.get("to")): row for row in rows.exclude(state="withdrawn").order_by("id")}
    return [
        _named(person, mine.get(person.key), request)
        for person in persons_of(request.child, whom(kind), on=today)
    ]


def _named(person: Person, letter: Letter | None, request: Request) -> Named:
    sent = letter if letter and letter.state == Letter.State.SENT else None
    draft = letter if letter and letter.state == Letter.State.DRAFT else None
    how, address, email = _reach(person, draft or _last_to(person, request))
    return Named(person, sent, draft, how, address, email, _warned(person, request))


def _last_to(person: Person, request: Request) -> Letter | None:
    """A school or service is written to as it was last time, whichever child that was about."""
    if person.key.startswith(("carer:", "user:", "child")):
        return None
    return Letter.objects.filter(
        area=request.area_id, facts__to=person.key, state=Letter.State.SENT
    ).order_by("-id").first()  # fmt: skip


def _reach(person: Person, known: Letter | None) -> tuple[str, str, str]:
    address = known.to_address if known and known.to_address else person.address
    email = known.to_email if known and known.to_email else person.email
    if known and (known.to_address or known.to_email):
        return known.how, address, email
    if person.user and not person.unsafe:
        return Letter.How.HERE, address, email
    return Letter.How.EMAIL if email or not address else Letter.How.POST, address, email


def _warned(person: Person, request: Request) -> str:
    if not person.unsafe:
        return ""
    tie = FamilyTie.objects.filter(
        child=request.child_id, carer=person.key.removeprefix("carer:"), unsafe_to_tell=True
    ).first()
    return (tie.safety_note if tie else "") or "It may be unsafe to write to them."
