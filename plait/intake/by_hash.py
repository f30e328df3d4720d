"""How far a person told of by hash agrees with a child held: as it was found, else asked anew."""

from plait.intake.hash_keys import key_of
from plait.intake.models import WaitingRow
from plait.people.models import Child, Incoming
from plait.people.near_hashed import under_key
from plait.standards.matching.hashed_files import KEY_MARK, mark_of, person_in
from plait.standards.matching.levels import LADDERS, UNKNOWN, Levels, compare

NOT_KNOWN = Levels(*(UNKNOWN for _ in LADDERS))


def levels_by_hash(one: Incoming, child: Child) -> Levels:
    """Give how far they agree; where the sender's key changed since, nothing is known any more."""
    found = next((row["levels"] for row in one.evidence if row["child"] == child.pk), None)
    if found:
        return Levels(**found)
    rows = WaitingRow.objects.filter(incoming=one, says__has_key=KEY_MARK)
    for row in rows.select_related("delivery").order_by("-pk")[:5]:
        key = key_of(one.area, row.delivery.kind, one.sender)
        if key and row.says[KEY_MARK] == mark_of(key):
            asked = person_in(row.says)
            return compare(asked, under_key(child, key=key, asked=asked))
    return NOT_KNOWN
