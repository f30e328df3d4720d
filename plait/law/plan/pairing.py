"""Pair the statements of two versions: by reference, or by their words where renumbered."""

from collections.abc import Iterable, Iterator, Sequence

from plait.law.plan.statements import Statement
from plait.law.plan.words import likeness

ALIKE = 0.6
NOTHING_ALIKE = 0.15
Pair = tuple[Statement | None, Statement | None]


def pair_up(old: Sequence[Statement], new: Sequence[Statement]) -> Iterator[Pair]:
    """Give each statement once, beside the one it was or became, or beside none.

    A reference given to quite another statement does not make a pair.
    """
    were = {one.ref: one for one in old}
    left = dict(were)
    unpaired = []
    for one in new:
        was = were.get(one.ref)
        if was is not None and one.ref in left and _may_be_one(was, one):
            del left[one.ref]
            yield was, one
        else:
            unpaired.append(one)
    for one in unpaired:
        was = _most_alike(one, left.values())
        if was is not None:
            del left[was.ref]
        yield was, one
    for gone in left.values():
        yield gone, None


def _may_be_one(was: Statement, one: Statement) -> bool:
    if type(was) is not type(one):
        return False
    if type(one) is Statement or one.section in ("I", "J") or was.text == one.text:
        return True
    return likeness(was.text, one.text) > NOTHING_ALIKE or was.section != one.section


def _most_alike(one: Statement, among: Iterable[Statement]) -> Statement | None:
    same_kind = [was for was in among if type(was) is type(one) and was.section != ""]
    best = max(same_kind, key=lambda was: likeness(was.text, one.text), default=None)
    return best if best and likeness(best.text, one.text) >= ALIKE else None
