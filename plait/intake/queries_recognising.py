"""Persons of files who wait for somebody, and what is laid beside them; each for a reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from plait.access.reader import Reader
from plait.intake.by_hash import levels_by_hash
from plait.intake.deciding import WAITING
from plait.intake.loaders import may_load
from plait.intake.models import Delivery, WaitingRow
from plait.journal.models import Change
from plait.people.incoming import NO_HASH, told_by_hash
from plait.people.models import Child, Identifier, Incoming, User
from plait.people.near import near, people_of
from plait.standards.matching.levels import Levels, compare
from plait.standards.matching.person import Person, person
from plait.standards.matching.rules import APART, Ruling, family_of, ruling
from plait.standards.matching.weights import preset

LATELY = 20
MOST_BESIDE, MOST_NEAR = 5, 2


def _yours(reader: Reader) -> Q:
    """Whose files a reader may load, they may say of whom those files tell."""
    if not reader.writes_all("incoming"):
        return Q(pk__in=())
    files = Delivery.objects.filter(area=reader.area, kind__in=may_load(reader))
    rows = WaitingRow.objects.filter(incoming=OuterRef("pk"), delivery__in=files)
    return Q(Exists(files.filter(source=OuterRef("source")))) | Q(Exists(rows))


def persons(reader: Reader) -> QuerySet[Incoming]:
    """Give the persons of files of whom a reader may say who they are."""
    found = Incoming.objects.filter(_yours(reader), area=reader.area)
    return found.select_related("source", "decided_by", "child")


def waiting(reader: Reader) -> QuerySet[Incoming]:
    """Give those who wait, the oldest first; whom the reader left to a colleague come last.

    Of whom no hash agrees there is nothing to decide: they are counted with their file.
    """
    left = Case(When(rule="left", decided_by=reader.user, then=Value(1)), default=Value(0))
    found = persons(reader).filter(state__in=WAITING).annotate(left=left)
    found = found.exclude(rule=NO_HASH)
    return found.order_by("left", "at", "pk")


def how_many_wait(reader: Reader) -> int:
    """Count those who wait for somebody like this reader."""
    return waiting(reader).count()


def waiting_of(reader: Reader, file: Delivery) -> int:
    """Count those of one file who wait."""
    here = WaitingRow.objects.filter(incoming=OuterRef("pk"), delivery=file, taken_at=None)
    return waiting(reader).filter(Exists(here)).count()


@dataclass(frozen=True)
class Place:
    """Where a person stands among those who wait: who comes before and after, and how many wait."""

    count: int
    before: int | None
    after: int | None


def place_of(reader: Reader, one: Incoming) -> Place:
    """Give a person's place in the order of waiting; it goes round at the ends."""
    order = [(left, at, pk) for pk, left, at in waiting(reader).values_list("pk", "left", "at")]
    mine = one.rule == "left" and one.decided_by_id == reader.user.pk, one.at, one.pk
    others = [place for place in order if place[2] != one.pk]
    if not others:
        return Place(len(order), None, None)
    after = min((place for place in others if place > mine), default=others[0])
    before = max((place for place in others if place < mine), default=others[-1])
    return Place(len(order), before[2], after[2])


def one_person(reader: Reader, incoming_id: int) -> Incoming | None:
    """Give one person of a file, or nothing."""
    return persons(reader).filter(pk=incoming_id).first()


def decided_lately(reader: Reader) -> QuerySet[Incoming]:
    """Give what people decided lately, the newest first."""
    found = persons(reader).filter(decided_by__isnull=False).exclude(state__in=WAITING)
    return found.order_by("-decided_at", "-pk")[:LATELY]


def links_of(reader: Reader, child_id: int) -> QuerySet[Incoming]:
    """Give the persons of files who were found to be one child."""
    return persons(reader).filter(child_id=child_id).order_by("at", "pk")


def file_of(reader: Reader, one: Incoming) -> Delivery | None:
    """Give the file in which a person came first, as far as the reader may load its kind."""
    files = Delivery.objects.filter(area=reader.area, kind__in=may_load(reader))
    return files.filter(source=one.source_id).first() if one.source_id else None


@dataclass(frozen=True)
class Held:
    """A child held, beside a person of a file: how far they agree, and what the rules say."""

    child: Child
    numbers: dict[str, str]
    levels: Levels
    ruling: Ruling
    family: str  # "twins" or "siblings" where it is another child of one family
    probability: float | None = None
    why: tuple[str, ...] = ()


def as_person(one: Incoming) -> Person:
    """Give a person of a file in the form in which records are compared."""
    born = one.birth_date.isoformat() if one.birth_date else ""
    told = {
        "forename": one.forename, "surname": one.surname, "dob": born, "sex": one.sex,
        "postcode": one.postcode, "upn": one.upn, "nhs": one.nhs,
    }  # fmt: skip
    return person("", told)


def beside(reader: Reader, one: Incoming, chosen: Sequence[int] = ()) -> list[Held]:
    """Give the children a person may be: whom somebody chose, then the likeliest first.

    Where the model showed nobody, those near whom no rule sets apart.
    """
    told = {row["child"]: row for row in one.evidence}
    ids = list(dict.fromkeys([*chosen, *told]))[:MOST_BESIDE]
    if not ids:
        near_ones = [held for held in _near(reader, one) if _shares_a_name(held)]
        return sorted(near_ones, key=_unlike)[:MOST_NEAR]
    found = {held.child.pk: held for held in _held(reader, one, ids, told)}
    return [found[pk] for pk in ids if pk in found]


def family_near(reader: Reader, one: Incoming) -> list[Held]:
    """Give the children of one family held: twins and siblings, whom no likelihood may join."""
    return [held for held in _near(reader, one) if held.family]


def _near(reader: Reader, one: Incoming) -> list[Held]:
    plain = as_person(one)
    ids = [int(p.key) for p in near([plain], [(one.forename, one.surname)], area=reader.area)]
    return _held(reader, one, ids, {})


def _shares_a_name(held: Held) -> bool:
    by_name = (held.levels.forename, held.levels.surname)
    return held.ruling.at_best != APART and set(by_name) != {"other"}


def _unlike(held: Held) -> float:
    return -preset().bits(held.levels, 0.5)


def _held(
    reader: Reader, one: Incoming, ids: Sequence[int], told: dict[int, dict]
) -> list[Held]:  # fmt: skip
    plain, by_hash = as_person(one), told_by_hash(one)
    numbers: dict[int, dict[str, str]] = {}
    for row in Identifier.objects.filter(child_id__in=ids, valid=True).order_by("pk"):
        mine = numbers.setdefault(row.child_id, {})
        mine[row.kind] = f"{mine[row.kind]}, {row.value}" if row.kind in mine else row.value
    found = []
    for child, other in people_of(ids, area=reader.area, asked=(plain.upn, plain.nhs)):
        levels, row = compare(plain, other), told.get(child.pk, {})
        if by_hash:
            levels = levels_by_hash(one, child)
        mine = {"upn": other.upn, "nhs": other.nhs} | numbers.get(child.pk, {})
        found.append(
            Held(child, mine, levels, ruling(levels), family_of(levels),
                 row.get("probability"), tuple(row.get("why", ())))
        )  # fmt: skip
    return found


def same_family_sent(reader: Reader, one: Incoming) -> list[Incoming]:
    """Give others whom the same sender tells of with this surname and birth date: twins, mostly."""
    if not one.birth_date:
        return []
    rows = persons(reader).filter(
        sender=one.sender, birth_date=one.birth_date, surname__iexact=one.surname
    )
    return list(rows.exclude(pk=one.pk).exclude(forename__iexact=one.forename)[:MOST_BESIDE])


def history_of(one: Incoming) -> list[Change]:
    """Give what a link was before each change, the oldest first."""
    rows = Change.objects.filter(of_table="people_incoming", of_row=one.pk, did="U")
    return list(rows.order_by("id"))


def names_of(ids: set[int]) -> dict[int, str]:
    """Give users' names."""
    return dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))


def child_to_link(reader: Reader, child_id: int) -> Child | None:
    """Give a child held whom somebody chose, or nothing."""
    return Child.objects.filter(area=reader.area, merged_into__isnull=True, pk=child_id).first()
