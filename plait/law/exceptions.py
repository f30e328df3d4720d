"""What excuses a missed limit: an exception forgives, it never moves the day.

The words are "need not comply if it is impractical to do so because": the fact must be the cause,
there is no extended date, and each exception belongs to the limits that name it and no other.
"""

from dataclasses import dataclass

from plait.law.duties import DUTIES, duty


@dataclass(frozen=True)
class Excuse:
    """A circumstance that the Regulations name; `weeks` is the least that it must last unbroken."""

    code: str
    words: str
    weeks: int = 0


@dataclass(frozen=True)
class Refusal:
    """Why something may not be done, in words, with the provision."""

    why: str


EXCUSES = {
    excuse.code: excuse
    for excuse in (
        Excuse("school_closed", "the school or college asked for advice was closed", 4),
        Excuse("early_years_closed", "the early years provider asked for advice was closed", 4),
        Excuse("personal_circumstances", "exceptional personal circumstances of the family"),
        Excuse("absent_four_weeks", "the family was away from the authority's area", 4),
        Excuse("absent_two_weeks", "the family was away from the authority's area", 2),
        Excuse("exceptional_circumstances", "exceptional circumstances of the family"),
        Excuse("missed_appointment", "the child or young person missed the body's appointment"),
        Excuse("parent_absent", "the detained child's parent was away from the area", 4),
    )
}


def _reach(regulation: str, **paragraphs: str) -> dict[str, str]:
    """Which excuses a list names, each with its own provision."""
    return {code: f"{regulation}({letter})" for code, letter in paragraphs.items()}


def _reg_10_4(regulation: str) -> dict[str, str]:
    return _reach(
        regulation,
        school_closed="a",
        early_years_closed="b",
        personal_circumstances="c",
        absent_four_weeks="d",
    )


def _order_list(regulation: str) -> dict[str, str]:
    """Regs 44(3) and 45(7): their own two, and every circumstance of reg 10(4) through 13(3)."""
    through = dict.fromkeys(_reg_10_4(""), f"{regulation}(c)")
    own = _reach(regulation, personal_circumstances="a", absent_two_weeks="b")
    return through | own


_DETAINED = {"school_closed": "a", "personal_circumstances": "b", "parent_absent": "c"}
_DETAINED_ADVICE = {"exceptional_circumstances": "a", "parent_absent": "b"}
_ADVICE = {"exceptional_circumstances": "a", "absent_four_weeks": "b", "missed_appointment": "c"}
_ORDERS_REACHED = (
    "sr-r44-assess-notify",
    "sr-r44-assess-no-plan",
    "sr-r44-assess-final",
    "sr-r44-make-plan-draft",
    "sr-r44-make-plan-final",
)
_CONCESSIONS_REACHED = ("sr-r45-3-assess-notify", "sr-r45-6-issue-draft", "sr-r45-6-issue-final")

REACH: dict[str, dict[str, str]] = {
    "sr-r5-1-decide-assess": _reg_10_4("reg 5(4)"),
    "sr-r10-1-no-plan": _reg_10_4("reg 10(4)"),
    "sr-r13-2-final-plan": _reg_10_4("reg 13(3) with reg 10(4)"),
    "sr-r27-reassess-final": _reg_10_4("reg 27(3)"),
    "sr-r8-advice-6-weeks": _reach("reg 8(2)", **_ADVICE),
    "det-r5-1-decide-assess": _reach("SI 2015/62 reg 5(4)", **_DETAINED),
    "det-r10-1-no-plan": _reach("SI 2015/62 reg 10(4)", **_DETAINED),
    "det-r13-2-final-plan": _reach("SI 2015/62 reg 13(3) with reg 10(4)", **_DETAINED),
    "det-r8-advice-6-weeks": _reach(
        "SI 2015/62 reg 8(2)", **_DETAINED_ADVICE, missed_appointment="c"
    ),
    **dict.fromkeys(_ORDERS_REACHED, _order_list("reg 44(3)")),
    **dict.fromkeys(_CONCESSIONS_REACHED, _order_list("reg 45(7)")),
}

NO_EXCEPTION = {
    "sr-r4-1-": "Reg 5(4) reaches reg 5(1) only: record it against the decision whether to assess.",
    "sr-r44-": "Reg 44(3) reaches orders to assess (44(2)(b)) and to make a plan (44(2)(c)) only.",
    "sr-r45-3A-": "Reg 45(7) as printed does not name paragraph (3A); this is unresolved, so ask "
    "a solicitor; nothing can be excused here.",
    "sr-r45-": "Reg 45(7) reaches paragraphs (3) and (6) of reg 45 only.",
    "det-r15-1-": "Record it against the limit of SI 2014/1530 that goes on after release.",
}


def excuses_for(duty_id: str) -> tuple[Excuse, ...]:
    """The circumstances that may be recorded against a limit; most limits have none."""
    return tuple(EXCUSES[code] for code in REACH.get(duty(duty_id).id, {}))


def may_excuse(duty_id: str, excuse: Excuse | str) -> Refusal | None:
    """None if the limit names the circumstance; else why it cannot be recorded there."""
    law = duty(duty_id).law
    code = excuse if isinstance(excuse, str) else excuse.code
    if code not in EXCUSES:
        return Refusal(f"'{code}' is not a circumstance that any limit names.")
    reached = REACH.get(duty_id)
    if reached is None:
        return Refusal(_why_none(duty_id) or f"The limit in {law} has no exception.")
    if code not in reached:
        others = "; ".join(f"{EXCUSES[c].words} ({where})" for c, where in reached.items())
        return Refusal(
            f"{EXCUSES[code].words.capitalize()}: not an exception to {law}. It names: {others}."
        )
    return None


def _why_none(duty_id: str) -> str:
    return next((why for stem, why in NO_EXCEPTION.items() if duty_id.startswith(stem)), "")


def provision_of(duty_id: str, code: str) -> str:
    """The paragraph that lets this circumstance excuse this limit."""
    return REACH[duty_id][code]


def excusable() -> tuple[str, ...]:
    """Every duty against which something can be recorded."""
    return tuple(duty_id for duty_id in DUTIES if duty_id in REACH)
