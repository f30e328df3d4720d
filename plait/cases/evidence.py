"""The advice of a case, told to whoever writes its plan; the roof joins the two (config.wiring).

Advice is kept by one area of the house and quoted by another; they meet here, as plain values.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AdviceTold:
    """One piece of advice asked for: who, what kind, when given; or missing, and why."""

    ref: str  # "advice:12", as its passages carry it
    kind: str  # plait.law.plan.kinds.AdviceKind
    author: str
    role: str = ""
    dated: date | None = None
    missing: bool = False
    why_missing: str = ""
    consulted: str = ""


Teller = Callable[[int], list[AdviceTold]]
_tellers: dict[Teller, str] = {}


def tell_with(teller: Teller, *, table: str) -> None:
    """Join an area that keeps advice: asked with the request's id, it tells of one table's rows."""
    _tellers.setdefault(teller, table)


def advice_rows() -> tuple[str, ...]:
    """Name the tables whose rows are told of; each has an `id` and a `request_id`."""
    return tuple(_tellers.values())


def advice_of(request_id: int) -> list[AdviceTold]:
    """Give every piece of advice of a request, in the order it was asked for."""
    return [told for teller in _tellers for told in teller(request_id)]
