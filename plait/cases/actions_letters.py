"""Letters made, mended, withdrawn: a draft for each person the regulations name."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from plait.access.context import say_why
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.actions_told_again import told_again
from plait.cases.hidden_addresses import ensure_hidden_stays_hidden, words_of
from plait.cases.letter_facts import About, about, facts_of, stored, told_besides
from plait.cases.letter_persons import Person, persons_of
from plait.cases.letter_rules import letter_rules
from plait.cases.models import Letter, Request
from plait.cases.queries_letters import mark_of, template_in_use, written_now
from plait.journal import actions as journal
from plait.law.letters import letter as letter_kind
from plait.law.letters_told import Whom, kind_for, whom
from plait.people.models import Child, FamilyTie
from plait.standards.letter_facts import Fact

TO = "write a letter"
POST, HERE = Letter.How.POST, Letter.How.HERE


def for_decision(
    request: Request, kind: str, decided_on: date, reasons: str, by: Reader, at: datetime
) -> list[Letter]:
    """Write the drafts that a decision calls for, one for each person to be told."""
    given: dict[str, Fact] = {"decided_on": decided_on}
    if reasons.strip():
        given["reasons"] = reasons.strip()
    return make(
        child=request.child, request=request, kind=kind, given=given, decided_on=decided_on,
        by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def make(
    *,
    child: Child,
    request: Request | None,
    kind: str,
    given: Mapping[str, Fact],
    by: Reader,
    at: datetime,
    decided_on: date | None = None,
    ref: str = "",
    asked: Person | None = None,
    only: Collection[str] | None = None,
) -> list[Letter]:
    """Write a draft for everybody the law names, or for the `asked` one an act itself names.

    `only` leaves out those of the named whose key it does not hold.

    A person for whom such a draft waits already gets no second one.
    """
    require_write("letter", child=child, by=by, to=TO)
    say_why("Write a letter")
    case = about(child, request, by=by, rules=letter_rules(by.area), ref=ref)
    persons = [asked] if asked else persons_of(child, whom(kind), on=by.today)
    if not persons:
        raise Refused(
            "There is nobody on the record to send this letter to.",
            who_can="Add a parent, carer or setting to the record first.",
        )
    made = [
        _draft(case, person, kind, given, persons, decided_on, by, at)
        for person in persons
        if (only is None or person.key in only) and not _waiting(child, request, kind, ref, person)
    ]
    if made:
        _tell("letters_made", child, by, at, kind=kind, letters=[letter.pk for letter in made])
    return made


def _waiting(child: Child, request: Request | None, kind: str, ref: str, person: Person) -> bool:
    return Letter.objects.filter(
        child=child, request=request, kind=kind_for(kind, person.whom), about=ref,
        state=Letter.State.DRAFT, facts__to=person.key, facts__beside=kind,
    ).exists()  # fmt: skip


def _draft(
    case: About,
    person: Person,
    kind: str,
    given: Mapping[str, Fact],
    persons: Sequence[Person],
    decided_on: date | None,
    by: Reader,
    at: datetime,
) -> Letter:
    own = kind_for(kind, person.whom)
    facts = facts_of(case, person, kind=kind, on=by.today)
    facts["told"] = told_besides(persons, person)
    day = decided_on or facts.get("decided_on")
    if day:
        facts["decided_on"] = day
    template = template_in_use(by.area, own)
    return Letter.objects.create(
        area=by.area, child=case.child, request=case.request, kind=own, about=case.ref,
        to_user_id=person.user, to_name=person.name, to_address=person.address,
        to_email=person.email, how=HERE if person.user and not person.unsafe else POST,
        language=template.language, text=template.text,
        facts={
            "given": stored(given), "record": stored(facts), "to": person.key,
            "beside": kind, "family": person.whom is Whom.FAMILY,
            "whom": person.whom.value, "template": template.pk,
        },
        appeal_set=letter_kind(own).appeal_set, decided_on=decided_on or day or None,
        made_by=by.user, made_at=at,
    )  # fmt: skip


@transaction.atomic
def change(
    *,
    letter: Letter,
    text: str,
    given: Mapping[str, Fact],
    envelope: Mapping[str, Any],
    shown: str,
    by: Reader,
    at: datetime,
) -> list[str]:
    """Keep an officer's own words in a draft; gives what still keeps the letter from going.

    `envelope` holds to_name, to_address, to_email and how; `shown` is the mark of the words that
    the page showed.
    """
    letter = held(letter, by)
    if mark_of(letter) != shown:
        raise ChangedMeanwhile(
            "Somebody changed this letter while you were here. Your words are below and are not "
            "kept yet: open the letter in a second window, bring both together, save again."
        )
    letter.text = text.replace("\r\n", "\n")
    letter.facts = letter.facts | {"given": letter.facts["given"] | stored(given)}
    for name, value in envelope.items():
        setattr(letter, name, value)
    ensure_can_reach(letter)
    found = written_now(letter, by=by)
    ensure_hidden_stays_hidden(letter, words_of(letter, found.paper))
    say_why("Change a letter")
    letter.save(update_fields=["text", "facts", *envelope])
    _tell("letter_changed", letter.child, by, at, letter=letter.pk)
    return found.hindrances


@transaction.atomic
def withdraw(*, letter: Letter, why: str, by: Reader, at: datetime) -> None:
    """Put a draft aside that will not be sent; it stays readable, with the reason."""
    letter = held(letter, by)
    say_why(why)
    letter.state = Letter.State.WITHDRAWN
    letter.save(update_fields=["state"])
    _tell("letter_withdrawn", letter.child, by, at, why, letter=letter.pk)
    told_again(letter, by=by, at=at)  # the last that others waited for


def held(letter: Letter, by: Reader) -> Letter:
    """Take hold of a draft until the act is done; one that was sent or put aside is refused."""
    require_write("letter", child=letter.child, by=by, to=TO)
    letter = (
        Letter.objects.select_for_update(of=("self",))
        .select_related("child", "request", "sent_by", "area")
        .get(pk=letter.pk)
    )
    if letter.state == Letter.State.SENT:
        raise Refused(
            f"This letter was sent already, by {letter.sent_by}. A sent letter never changes.",
            who_can="If it was wrong, write a new one that says so.",
        )
    if letter.state == Letter.State.WITHDRAWN:
        raise Refused("This letter was put aside and is not sent.", who_can="Write a new one.")
    return letter


def ensure_can_reach(letter: Letter) -> None:
    """Refuse a way of sending that this person cannot be reached by."""
    if why := out_of_reach(letter):
        raise Refused(why, who_can="Enter it, or choose another way.")


def out_of_reach(letter: Letter) -> str:
    """Say why a letter cannot reach its reader by the way that is chosen, or nothing."""
    if letter.how == HERE and letter.to_user_id is None:
        return f"{letter.to_name} cannot sign in here, so the letter cannot wait on their page."
    if letter.how == Letter.How.EMAIL and not letter.to_email:
        return "There is no e-mail address to send it to."
    if letter.how == POST and not letter.to_address.strip():
        return "There is no address to post it to."
    return ""


def warning_of(letter: Letter) -> str:
    """Give what the family's record warns of when it comes to this person, or nothing."""
    key = str(letter.facts.get("to", ""))
    if not key.startswith("carer:"):
        return ""
    warned = FamilyTie.objects.filter(
        child_id=letter.child_id, carer_id=key.removeprefix("carer:"), unsafe_to_tell=True
    ).first()
    return (warned.safety_note or "It may be unsafe to write to them.") if warned else ""


def _tell(
    what: str, child: Child, by: Reader, at: datetime, why: str = "", **facts: object
) -> None:
    journal.write(
        what, area=by.area, child=child, by=by.user, through=through(child.pk, by), why=why, at=at,
        **facts,
    )  # fmt: skip
