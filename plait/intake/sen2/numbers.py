"""A child's numbers over time: a changed UPN makes the old one former."""

from functools import lru_cache

from plait.intake.sen2.held import HeldChild
from plait.intake.sen2.load import Load
from plait.intake.sen2.reading import PersonIn
from plait.people.models import Identifier
from plait.standards.identifiers import check

Kind = Identifier.Kind


def merge_numbers(load: Load, held: HeldChild, person: PersonIn, *, newer: bool) -> bool:
    """Add the numbers the file gives; the newest of a kind is the one in force."""
    upn = _merge(load, held, Kind.UPN, person.who.upn, person.line, newer)
    uln = _merge(load, held, Kind.ULN, person.who.uln, person.line, newer)
    return upn or uln


def _merge(
    load: Load, held: HeldChild, kind: Kind, value: str, line: int | None, newer: bool
) -> bool:
    if not value or any(n.value == value and n.kind in _alike(kind) for n in held.numbers):
        return False
    current = [n for n in held.numbers if n.kind == kind and n.until is None]
    if newer:
        for number in current:
            number.until = load.as_at
            number.kind = Kind.FORMER_UPN if kind == Kind.UPN else kind
            load.changes.change(number, ("until", "kind"))
    former = not newer and bool(current)
    row = load.changes.add_told(
        Identifier, line or 0,
        area_id=load.area.pk, child_id=held.child.pk, value=value, valid=_valid(kind.value, value),
        kind=(Kind.FORMER_UPN if former and kind == Kind.UPN else kind).value,
        until=load.as_at if former else None,
    )  # fmt: skip
    held.numbers.append(row)
    return True


def _alike(kind: Kind) -> tuple[str, ...]:
    return (Kind.UPN, Kind.FORMER_UPN) if kind == Kind.UPN else (kind,)


@lru_cache(maxsize=1 << 12)
def _valid(kind: str, value: str) -> bool:
    return check(kind, value).valid
