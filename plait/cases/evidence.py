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
_tellers: list[Teller] = []


def tell_with(teller: Teller) -> None:
    """Join an area that keeps advice; it is asked with the request's id."""
    if teller not in _tellers:
        _tellers.append(teller)


def advice_of(request_id: int) -> list[AdviceTold]:
    """Give every piece of advice of a request, in the order it was asked for."""
    return [told for teller in _tellers for told in teller(request_id)]
