"""A request that can go no further: why, under which provision, and which answer the law asks.

Every request ends in a reasoned decision. The examples are in data/worked_askings.csv.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plait.law.counting import months
from plait.law.rights import age
from plait.law.wording import day_in_words

TOO_OLD = 25
LATELY = 6  # months, CFA 2014 s.36(5)-(6) by way of s.36(3): no duty to assess again so soon


@dataclass(frozen=True)
class Asked:
    """What is known of a request on the day it was received; `None` is not known."""

    born: date
    received_on: date
    plan_since: date | None = None  # of a plan that is in force
    assessed_on: date | None = None  # the day the last assessment ended
    lives_here: bool | None = None


@dataclass(frozen=True)
class Stop:
    """One reason why a request goes no further, and what must follow from it.

    `event` is the way it takes in `plait.law.process`; `appeal_set` is the set of what the letter
    must hold where the answer opens a right to appeal; `may_go_on` where the authority may still
    choose to consider the request.
    """

    code: str
    words: str
    provision: str
    event: str
    appeal_set: str = ""
    may_go_on: bool = False


def stops(asked: Asked) -> tuple[Stop, ...]:
    """Every reason why a request goes no further, the plainest first; none: it is considered."""
    return tuple(_stops(asked))


def _stops(asked: Asked) -> Iterator[Stop]:
    if asked.received_on < asked.born:
        yield Stop(
            "not-born",
            f"The child is born on {day_in_words(asked.born)}, after the request was received.",
            "CFA 2014 s.83(2); EA 1996 s.579",
            "not_this_authority",
        )
    elif age(asked.born, asked.received_on) >= TOO_OLD:
        yield Stop(
            "too-old",
            f"The young person was 25 or over on {day_in_words(asked.received_on)}; the duty to "
            "assess reaches to the day before the 25th birthday.",
            "CFA 2014 ss.36(1), 83(2)",
            "not_this_authority",
        )
    if asked.lives_here is False:
        yield Stop(
            "other-area",
            "The child or young person is the responsibility of another authority, which must be "
            "asked; this one passes the request on if the family wishes.",
            "CFA 2014 s.24",
            "not_this_authority",
        )
    if asked.plan_since is not None:
        if asked.received_on >= asked.plan_since:  # an earlier one belongs to the plan's own road
            yield Stop(
                "plan-kept",
                f"An EHC plan is kept since {day_in_words(asked.plan_since)}, so this is a request "
                "to assess again, which has its own answer within 15 days.",
                "CFA 2014 ss.36(6), 44(2); SEND Regulations 2014, regs 24-25",
                "plan_already_maintained",
            )
    elif asked.assessed_on is not None and asked.received_on < months(asked.assessed_on, LATELY):
        yield Stop(
            "assessed-lately",
            f"An assessment ended on {day_in_words(asked.assessed_on)}, within the six months "
            "before the request. The authority need not assess again, and may.",
            "CFA 2014 s.36(3), (5), (6); s.51(2)(a)",
            "relies_on_recent_assessment",
            appeal_set="A",
            may_go_on=True,
        )
