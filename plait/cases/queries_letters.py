"""Letters and their templates, read for somebody; and a letter as it stands on a day."""

import hashlib
import json
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet

from plait.access.reader import Reader
from plait.cases.letter_facts import about, called, facts_of, read_back
from plait.cases.letter_paper import Written, written
from plait.cases.letter_persons import Person
from plait.cases.letter_rules import letter_rules
from plait.cases.models import Letter, LetterTemplate
from plait.journal.models import Entry
from plait.law.letters_told import Whom
from plait.people.models import Area
from plait.standards.letter_facts import Fact
from plait.standards.letter_template import default_template

ENGLISH = "en-gb"
# What may change between the writing and the sending is asked of the record again.
KEPT_AS_MADE = ("told", "decision")
# In the journal: the e-mail that carries a letter went, or did not.
CARRIED = ("letter_carried", "letter_not_carried")


@dataclass(frozen=True)
class InUse:
    """The words a letter of a kind begins from; no `pk` where they are the product's own."""

    text: str
    language: str
    pk: int | None


def template_in_use(area: Area, kind: str, language: str = ENGLISH) -> InUse:
    """Give the area's own words for a kind of letter, or the product's."""
    row = LetterTemplate.objects.filter(
        area=area, kind=kind, language=language, replaced_at__isnull=True
    ).first()
    if row:
        return InUse(row.text, row.language, row.pk)
    return InUse(default_template(kind), language, None)


def templates_of(area: Area, kind: str, language: str = ENGLISH) -> list[LetterTemplate]:
    """Give every template an area had for a kind, the newest first."""
    rows = LetterTemplate.objects.filter(area=area, kind=kind, language=language)
    return list(rows.select_related("changed_by").order_by("-changed_at", "-id"))


def letter_behind_link(letter_id: int) -> Letter | None:
    """Give the one sent letter that a link opens; the database shows no other."""
    return Letter.objects.filter(pk=letter_id, state=Letter.State.SENT).first()


def letter_to_carry(reader: Reader, letter_id: int) -> Letter | None:
    """Give a sent letter with all that its e-mail asks."""
    rows = Letter.objects.filter(pk=letter_id, area=reader.area, state=Letter.State.SENT)
    return rows.select_related("area", "to_user").first()


def letters_not_carried(reader: Reader) -> list[Letter]:
    """Give the letters of the last weeks that go by e-mail and of which no line says they went."""
    since = reader.today - timedelta(weeks=4)
    went = Entry.objects.filter(area=reader.area, what__in=CARRIED, at__date__gte=since)
    rows = Letter.objects.filter(
        area=reader.area, state=Letter.State.SENT, how=Letter.How.EMAIL, sent_on__gte=since,
        facts__carried_by__isnull=True,
    )  # fmt: skip
    rows = rows.exclude(pk__in=[entry.facts["letter"] for entry in went])
    return list(rows.order_by("id"))


def carried(letter: Letter) -> Entry | None:
    """Give what the journal says of the e-mail that carried a letter, or why none did."""
    lines = Entry.objects.filter(
        child_id=letter.child_id, what__in=CARRIED, facts__letter=letter.pk
    )
    return lines.order_by("-id").first()


def templates_in_use(area: Area) -> dict[str, LetterTemplate]:
    rows = LetterTemplate.objects.filter(area=area, replaced_at__isnull=True, language=ENGLISH)
    return {row.kind: row for row in rows.select_related("changed_by")}


def letters_of(child_id: int) -> list[Letter]:
    """Give a child's letters that the reader sees, newest first."""
    rows = Letter.objects.filter(child_id=child_id).select_related("made_by", "sent_by")
    return list(rows.order_by("-made_at", "-id"))


def letter_open_to(reader: Reader, letter_id: int) -> Letter | None:
    """Give a letter the reader sees, by their post or because it was sent to them."""
    rows = Letter.objects.filter(pk=letter_id, area=reader.area)
    return rows.select_related("child", "request", "made_by", "sent_by", "area").first()


def sent_to(reader: Reader, child_id: int) -> QuerySet[Letter]:
    """Give the letters about a child that were sent to the reader, newest first."""
    rows = Letter.objects.filter(
        to_user=reader.user, child_id=child_id, state=Letter.State.SENT, area=reader.area
    )
    return rows.order_by("-sent_on", "-id")


def mark_of(letter: Letter) -> str:
    """Give a mark that changes with any word of a draft."""
    words = [letter.text, letter.to_name, letter.to_address, letter.to_email, letter.how]
    given = json.dumps(letter.facts.get("given", {}), sort_keys=True)
    return hashlib.sha256("\0".join([*words, given]).encode()).hexdigest()[:16]


def filled(letter: Letter, *, by: Reader) -> dict[str, Fact]:
    """Give every fact of a draft: the record's as they are now, then the officer's own words."""
    kept = read_back(letter.facts.get("record", {}))
    as_made = {name: kept[name] for name in KEPT_AS_MADE if name in kept}
    case = about(
        letter.child, letter.request, by=by, rules=letter_rules(letter.area), ref=letter.about
    )
    now = facts_of(
        case, _person(letter), kind=letter.facts.get("beside", ""),
        on=letter.sent_on or by.today, dated=letter.dated_on,
    )  # fmt: skip
    given = {name: fact for name, fact in read_back(letter.facts.get("given", {})).items() if fact}
    decided = {"decided_on": letter.decided_on} if letter.decided_on else {}
    return {
        **now,
        **as_made,
        "recipient_name": called(_person(letter).whom, letter.to_name),
        **given,
        **decided,
    }


def _person(letter: Letter) -> Person:
    whom = Whom(letter.facts.get("whom", Whom.ONE_ASKED))
    key = letter.facts.get("to", "")
    return Person(whom, key, letter.to_name, is_the_child=key == "child")


def written_now(letter: Letter, *, by: Reader) -> Written:
    """Write a draft as it would go today."""
    return written(
        letter, filled(letter, by=by), rules=letter_rules(letter.area),
        dated=letter.dated_on or by.today,
    )  # fmt: skip
