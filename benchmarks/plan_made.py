"""The largest realistic plan: 120 statements resting on 60 passages of advice, all made up."""

from datetime import date

from plait.law.plan.kinds import AdviceKind, Area, Kind, Per, Stage, Where, Whose
from plait.law.plan.model import Child, PlanText
from plait.law.plan.statements import Advice, Amount, Need, Outcome, Passage, Provision, View

KINDS = (
    AdviceKind.FAMILY, AdviceKind.EDUCATION, AdviceKind.HEALTH, AdviceKind.PSYCHOLOGY,
    AdviceKind.SOCIAL_CARE, AdviceKind.OTHER,
)  # fmt: skip
DATED = date(2026, 10, 5)
SENTENCE = (
    "A registered therapist will work with the child for {minutes} minutes in each week, alone, "
    "on the {number}th part of the programme, and will show the class teacher how to go on with it."
)


def made(*, hours_less: int = 0) -> PlanText:
    """Make it; with `hours_less` every third provision promises fewer minutes."""
    return PlanText(
        id="largest", version=2 if hours_less else 1, stage=Stage.DRAFT, kind=Kind.FIRST,
        dated=DATED, took_part="By pictures.", advice=_advice(), views=_views(), needs=_needs(),
        outcomes=_outcomes(), provisions=_provision(hours_less),
        child=Child(forename="Ola", surname="Made-Up", birth_date=date(2014, 3, 2), year_group=8),
    )  # fmt: skip


def _advice() -> tuple[Advice, ...]:
    return tuple(
        Advice(
            ref=f"K{a}", kind=kind, author=f"Giver {a}", role=kind.words, dated=DATED,
            passages=tuple(
                Passage(ref=f"K{a}.{n}", text=SENTENCE.format(minutes=30 + n, number=n))
                for n in range(1, 11)
            ),
        )
        for a, kind in enumerate(KINDS, 1)
    )  # fmt: skip


def _passages(place: int) -> tuple[str, ...]:
    return (f"K{place % 6 + 1}.{place % 10 + 1}", f"K{(place + 1) % 6 + 1}.{place % 10 + 1}")


def _views() -> tuple[View, ...]:
    return tuple(
        View(ref=f"A{n}", text=f"I like the {n}th thing most.", whose=Whose.CHILD, given_on=DATED,
             how="spoken", own_words=True, agreed_to_show=True)
        for n in range(1, 11)
    )  # fmt: skip


def _needs() -> tuple[Need, ...]:
    areas = list(Area)
    return tuple(
        Need(ref=f"B{n}", section="B", area=areas[n % 4], advice=_passages(n),
             text=f"The child finds the {n}th kind of thing hard in a busy room.")
        for n in range(1, 26)
    )  # fmt: skip


def _outcomes() -> tuple[Outcome, ...]:
    return tuple(
        Outcome(ref=f"E{n}", text=f"The child will do the {n}th thing alone.",
                by=date(2027 + n % 3, 7, 20), measure="seen", monitored="the SENCO",
                education_or_training=True)
        for n in range(1, 26)
    )  # fmt: skip


def _provision(hours_less: int) -> tuple[Provision, ...]:
    return tuple(_one(n, 30 - (hours_less if n % 3 == 0 else 0)) for n in range(1, 61))


def _one(n: int, minutes: int) -> Provision:
    return Provision(
        ref=f"F{n}", section="F", text=SENTENCE.format(minutes=minutes, number=n),
        who="therapist", expertise="registered", group_size=1, where=Where.IN_CLASS,
        amount=Amount(minutes=minutes, sessions=1, per=Per.WEEK), monitored_by="the SENCO",
        needs=(f"B{n % 25 + 1}",), outcomes=(f"E{n % 25 + 1}",), advice=_passages(n),
    )  # fmt: skip
