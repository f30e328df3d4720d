"""Which letters a child's record still owes, from the acts in its journal and the letters there."""

from collections.abc import Iterable, Iterator
from datetime import date

from plait.cases.acts_of_law import ACTS, EVENTS
from plait.cases.letter_persons import Person, persons_of
from plait.cases.models import Letter
from plait.journal.models import Entry
from plait.law.letters_told import Whom
from plait.law.owed_letters import Act, Owed, Sent, owed
from plait.people.models import Child

# A newer act of one of these takes the place of the older: a decision put right, another ending.
DECISIONS = ("request_decided", "assessment_ended", "plan_issued")


def owed_to(child: Child, *, today: date) -> list[Owed]:
    """Give every letter that the law asks for and that is not sent, with who waits for it."""
    entries = list(Entry.objects.filter(child=child, what__in=ACTS).order_by("id"))
    return owed_after(child, entries, list(Letter.objects.filter(child=child)), today=today)


def owed_after(
    child: Child, entries: Iterable[Entry], letters: Iterable[Letter], *, today: date
) -> list[Owed]:
    """Give what is owed after these acts, oldest first.

    Only acts recorded here count: what came in a file was answered elsewhere.
    """
    acts = list(_acts(entries))
    if not acts:
        return []
    people = {whom: persons_of(child, (whom,), on=today) for whom in Whom}
    keys = {whom: [person.key for person in found] for whom, found in people.items()}
    names = {person.key: person for found in people.values() for person in found}
    return [_named(one, names) for one in owed(acts, list(_there(letters)), keys)]


def _named(one: Owed, names: dict[str, Person]) -> Owed:
    return Owed(**{**one.__dict__, "to": names[one.to].name})


def _acts(entries: Iterable[Entry]) -> Iterator[Act]:
    newest: dict[tuple[object, str], Act | None] = {}
    for entry in entries:
        act = _act(entry)
        key = entry.what if entry.what in DECISIONS else f"{entry.what}:{entry.pk}"
        newest[entry.facts.get("request"), key] = act
    yield from (act for act in newest.values() if act)


def _act(entry: Entry) -> Act | None:
    event = EVENTS.get((entry.what, str(entry.facts.get("outcome", "")))) or EVENTS.get(
        (entry.what, "")
    )
    if event is None:
        return None
    if entry.what == "draft_served" and entry.facts.get("again"):
        event = "draft_changed_materially"
    on = entry.facts.get("on") or entry.facts.get("received_on")
    return Act(event, date.fromisoformat(on) if on else entry.at.date())


def _there(letters: Iterable[Letter]) -> Iterator[Sent]:
    for row in letters:
        if row.state == Letter.State.WITHDRAWN:
            continue
        key = str(row.facts.get("to", ""))
        beside = str(row.facts.get("beside", ""))
        yield Sent(row.kind, key, row.sent_on, made=row.sent_on is None, about=beside)
