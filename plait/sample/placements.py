"""Where a child learned, from the first day that any of the files can tell of."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from . import figures
from .days import school_entry, weekday_from
from .settings import Register
from .shares import chance
from .stories import PhaseTransfer, Placement

OTHER_REASONS = (
    "Tuition at home while a place is found",
    "Type of setting named: mainstream school",
    "Hospital school outside the area",
)


@dataclass(frozen=True)
class Stage:
    """A stretch of childhood: early years, primary, secondary or after sixteen."""

    name: str
    starts: date
    ends: date


@cache
def stages(born: date) -> list[Stage]:
    entry = school_entry(born)
    years = {"early": entry - 3, "primary": entry, "secondary": entry + 7, "after": entry + 12}
    starts = [date(year, 9, 1) for year in years.values()] + [date(entry + 25, 9, 1)]
    ends = [date(start.year, 8, 31) for start in starts[1:]]
    return [Stage(*each) for each in zip(years, starts, ends, strict=False)]


def draw_placements(
    born: date, since: date, until: date, register: Register, rng: Random
) -> list[Placement]:
    """One main placement a stage, joined by moves in September."""
    made: list[Placement] = []
    for stage in stages(born):
        if stage.ends < since or stage.starts > until:
            continue
        where = _where(stage, made, rng)
        if made and _stays(made[-1], where, stage):
            made[-1].ends = None
            continue
        starts = stage.starts if made else _joined(stage, since, rng)
        made.append(_placement(where, stage, starts, register, rng))
        made[-1].ends = stage.ends
    if made and made[-1].ends and made[-1].ends >= until:
        made[-1].ends = None
    return [part for placement in made for part in _split(placement)]


def _where(stage: Stage, made: list[Placement], rng: Random) -> str:
    if stage.name == "early":
        return figures.WHERE_UNDER_FIVE.draw(rng)
    if stage.name == "after":
        return figures.WHERE_AFTER_SIXTEEN.draw(rng)
    if made and made[-1].setting and stage.name == "secondary" and chance(rng, 0.75):
        kind = made[-1].setting.kind
        return kind if "special" in kind else "mainstream"
    return figures.WHERE_AT_SCHOOL.draw(rng)


def _stays(last: Placement, where: str, stage: Stage) -> bool:
    """A special school teaches across stages; home education goes on."""
    if stage.name == "primary" and last.code == "EYP":
        return False
    same = last.setting.kind == where if last.setting else last.code == where
    return same and where in ("special", "independent special", "EHE", "OLA")


def _joined(stage: Stage, since: date, rng: Random) -> date:
    """The day of joining; some joined in the middle of a stage, which may reach years back."""
    if chance(rng, 0.7):
        return stage.starts
    latest = min(stage.ends - timedelta(days=60), max(since, stage.starts))
    span = (latest - stage.starts).days
    return weekday_from(stage.starts + timedelta(days=rng.randrange(span + 1)))


def _placement(
    where: str, stage: Stage, starts: date, register: Register, rng: Random
) -> Placement:
    if where in ("EYP", "EHE", "OLA", "OPA", "NEET", "NIEC", "NIEO", "OTH"):
        why = rng.choice(OTHER_REASONS) if where in ("OTH", "NIEO") else ""
        return Placement(None, where, starts, why=why)
    kind = _kind(where, stage)
    setting = register.draw(kind, rng)
    placement = Placement(setting, "", starts)
    placement.unit = setting.unit and chance(rng, 0.4)
    placement.resourced = setting.resourced and chance(rng, 0.4)
    if kind == "independent special" and chance(rng, 0.15):
        placement.residential = rng.choice("AAB")
    return placement


def _kind(where: str, stage: Stage) -> str:
    """The kind of setting on the register that stands for a place in the national table."""
    if where == "mainstream":
        return "primary" if stage.name in ("early", "primary") else "secondary"
    return "primary" if where == "PRU" and stage.name == "primary" else where


def _split(placement: Placement) -> list[Placement]:
    """A stay at a school that became an academy is two placements, one under each URN."""
    school = placement.setting
    if not school or not school.closed or not school.successor:
        return [placement]
    if placement.ends and placement.ends <= school.closed:
        return [placement]
    opened = school.successor.opened
    after = Placement(**{**vars(placement), "setting": school.successor})
    after.starts = max(placement.starts, opened)
    if placement.starts >= opened:
        return [after]
    placement.ends = school.closed
    return [placement, after]


def second_placement(main: Placement) -> Placement:
    """Some days a week are spent elsewhere, for as long as the main placement lasts."""
    return Placement(None, "OLA", main.starts, main.ends, second=True)


def draw_transfers(placements: list[Placement], born: date, plan: date, until: date,
                   rng: Random) -> list[PhaseTransfer]:  # fmt: skip
    """A phase transfer for each move between stages that the plan was there for."""
    moves = {stage.starts: stage.name for stage in stages(born)[1:]}
    due = {}
    for starts, stage in moves.items():
        day = date(starts.year, 3, 31) if stage == "after" else date(starts.year, 2, 15)
        joined = any(starts <= p.starts <= starts + timedelta(days=7) for p in placements)
        coming = until < starts and (starts - until).days < 300 and _will_move(placements, stage)
        if plan < day - timedelta(days=120) and (joined or coming):
            due[day] = _final(day, rng)
    return [PhaseTransfer(day, final) for day, final in due.items()]


def _will_move(placements: list[Placement], stage: str) -> bool:
    """Special schools go on to nineteen; every other setting ends with its stage."""
    last = next((p for p in reversed(placements) if not p.second), None)
    return bool(last and last.setting and "special" not in last.setting.kind) or stage == "primary"


def _final(due: date, rng: Random) -> date | None:
    draw = rng.random()
    if draw < 0.78:
        return weekday_from(due - timedelta(days=3 + int(rng.expovariate(1 / 18))))
    return weekday_from(due + timedelta(days=rng.randrange(1, 120))) if draw < 0.95 else None
