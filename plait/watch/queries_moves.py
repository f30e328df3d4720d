"""Where a child lived and who worked with them, in turn: from what the rows were before.

No file tells the day of a move or of a new worker; the day is the one the record learnt of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from django.utils import timezone

from plait.access.models import Tie
from plait.journal.models import Change
from plait.people.matching import postcode_key
from plait.people.models import Child, Role
from plait.support.models import CareInvolvement
from plait.watch.facts import Spell
from plait.watch.models import PostcodeWard


def homes(ids: list[int]) -> Iterator[tuple[int, Spell]]:
    """Give a child's addresses in turn; one that was blank before is no move."""
    was = _before("people_child", ids, "postcode")
    if not was:
        return
    rows = Child.objects.filter(pk__among=was).values_list("id", "birth_date", "postcode")
    lived = []
    for child, born, postcode in rows:
        told = [(day, postcode_key(value)) for day, value in was[child]]
        lived += [(child, one) for one in _in_turn(told, postcode_key(postcode), born)]
    outside = _outside({spell.name for _, spell in lived})
    for child, spell in lived:
        more = "outside" if spell.name in outside else ""
        yield child, Spell(f"home:{child}", spell.since, spell.until, spell.name, more)


def workers(ids: list[int]) -> Iterator[tuple[int, Spell]]:
    """Give a child's caseworkers and social care workers in turn."""
    ties = Tie.objects.filter(
        child__among=ids, role=Role.CASEWORKER, emergency=False, covers__isnull=True,
        user__isnull=False,
    )  # fmt: skip
    columns = ("child_id", "id", "since", "until", "user_id")
    for child, pk, since, until, user in ties.values_list(*columns):
        yield child, Spell(f"tie:{pk}", since, until, f"{user}", "caseworker")
    care = CareInvolvement.objects.filter(child__among=ids)
    held = list(care.values_list("child_id", "id", "since", "worker"))
    was = _before("support_careinvolvement", [pk for _, pk, _, _ in held], "worker")
    for child, pk, since, worker in held:
        for spell in _in_turn(was.get(pk, []), worker, since):
            more = f"care:{pk}"
            yield child, Spell(more, spell.since, spell.until, spell.name, more)


def _before(table: str, ids: Iterable[int], column: str) -> dict[int, list[tuple[date, str]]]:
    """Give what a column of rows said before each change, with the day of the change."""
    rows = Change.objects.filter(of_table=table, of_row__among=ids, did="U").order_by("id")
    found: dict[int, list[tuple[date, str]]] = defaultdict(list)
    for row, at, said in rows.values_list("of_row", "at", f"was__{column}"):
        found[row].append((at.astimezone(timezone.get_default_timezone()).date(), said or ""))
    return found


def _in_turn(was: list[tuple[date, str]], now: str, first: date) -> Iterator[Spell]:
    """Give each value in turn with its days: what was said, until it was another."""
    values = [value for _, value in was] + [now]
    days = [first, *(day for day, _ in was)]
    told = [(day, value) for day, value in zip(days, values, strict=True) if value]
    kept = told[:1] + [after for before, after in pairwise(told) if before[1] != after[1]]
    ends = [day for day, _ in kept[1:]] + [None]
    for (since, value), until in zip(kept, ends, strict=False):
        yield Spell("", since, until, value)


def _outside(postcodes: set[str]) -> set[str]:
    """Give those that the area's table of wards knows not; without a table, none."""
    held = PostcodeWard.objects.all()
    known = set(held.filter(postcode__in=postcodes).values_list("postcode", flat=True))
    return postcodes - known if known or held.exists() else set()
