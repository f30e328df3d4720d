"""Children who must be found in the feeds, each in another way, and some who must not."""

from collections.abc import Iterator
from datetime import date, timedelta

from .month import FeedPlant, Month, referral
from .plants_taken import taken_for_another
from .pupils import Pupil, Schoolyard
from .rows import person
from .terms import AM, PM, school_days

ENOUGH_SESSIONS = 30


def plant(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    """Hide everything; what needs marks is hidden only once a term has some."""
    yield from _vanished(yard, month)
    yield from _part_time(yard, month)
    yield from _sent_home(yard, month)
    yield from _elsewhere(yard, month)
    yield from _notices(yard, month)
    yield from taken_for_another(yard, month)
    days = school_days(yard.on)
    if 2 * len(days) >= ENOUGH_SESSIONS:
        yield from _by_their_marks(yard, month, days)


def _enrolled(yard: Schoolyard, month: Month, many: int, age: int | None = None) -> list[Pupil]:
    made = [yard.pupil(age or 8 + place % 6) for place in range(many)]
    month.pupils += made
    return made


def _plant(kind: str, pupils: list[Pupil], find: str, *signs: str) -> FeedPlant:
    return FeedPlant(kind, [one.child for one in pupils], find, signs)


def _vanished(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    gone = _enrolled(yard, month, 3)
    for ago, one in zip((6, 13, 20), gone, strict=True):
        one.left, one.left_to = yard.ago(ago), "Not known"
    find = "Left a roll for no other: nobody knows where the child learns."
    yield _plant("vanished", gone, find, "signal:left_a_roll", "list:nobody_knows")
    lapsing = _enrolled(yard, month, 2)
    for one in lapsing:
        one.left, one.left_to = yard.ago(9), "Not known"
        row = referral(one, yard, 150, service="speech-and-language")
        month.tables["referrals.csv"].append(row)
    find = "Left a roll while speech therapy is open: it is asked whether to keep, move or end it."
    yield _plant("therapy_about_to_lapse", lapsing, find, "signal:left_a_roll", "question:health")
    moved = _enrolled(yard, month, 2, age=9)
    for one in moved:
        one.left = yard.ago(10)
        month.pupils.append(
            yard.enrol(one.child, yard.register.draw("primary", yard.rng), yard.ago(9))
        )
        month.pupils[-1].nhs = one.nhs
    yield _plant("changed_school", moved, "Left one roll and joined the next: nothing.", "quiet")


def _part_time(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    over = _enrolled(yard, month, 2)
    for one in over:
        month.tables["part_time.csv"].append(
            person(one, "S") | {
                "URN": one.school.urn, "Reason": "Worn out by noon", "Agreed by": "A parent",
                "Agreed on": yard.ago(62).isoformat(), "Hours a week": "15",
                "Plan to full time": "An afternoon more each fortnight",
                "Since": yard.ago(60).isoformat(), "Ends on": yard.ago(8).isoformat(),
            }
        )  # fmt: skip
    find = "The part-time timetable was to end last week, and runs on."
    yield _plant("part_time_overran", over, find, "signal:part_time_overran", "list:part_time")


def _sent_home(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    often = _enrolled(yard, month, 2, age=12)
    for one in often:
        month.tables["suspensions.csv"] += [_sent(one, yard.ago(ago), "S") for ago in (90, 40, 12)]
    find = "Suspended three times within a year."
    yield _plant("suspended_again", often, find, "signal:suspended_again", "list:suspended")
    out = _enrolled(yard, month, 1, age=13)
    month.tables["suspensions.csv"] += [_sent(one, yard.ago(16), "P") for one in out]
    find = "Permanently excluded, and on no new roll."
    yield _plant("excluded", out, find, "signal:excluded", "list:excluded")


def _sent(one: Pupil, day: date, kind: str) -> dict[str, str]:
    return person(one, "S") | {
        "URN": one.school.urn, "Category": kind, "Suspended from": day.isoformat(),
        "Sessions": "4" if kind == "S" else "",
    }  # fmt: skip


def _elsewhere(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    planned = [p for p in month.pupils if p.child.plan and not p.child.plan.ceased]
    schools = [p for p in planned if p.school.kind in ("primary", "secondary")]
    unregistered, without = schools[:1], _enrolled(yard, month, 2, age=13)
    for one in [*unregistered, *without]:
        full = one in unregistered
        month.tables["alternative.csv"].append(
            person(one, "S") | {
                "Provider name": "The Old Brewery" if full else "Riverside Skills",
                "Booked by URN": one.school.urn, "Entry reason": "Close to exclusion",
                "Hours a week": "24" if full else "10", "Since": yard.ago(75).isoformat(),
                "Registered": "no" if full else "yes",
                "Return on": (yard.on + timedelta(days=40)).isoformat() if full else "",
            }
        )  # fmt: skip
    find = "A child with a plan, full time, at a provider that is not registered as a school."
    signs = ("signal:unregistered_provision", "list:alternative")
    yield _plant("unregistered_provision", unregistered, find, *signs)
    find = "In alternative provision with no day of return."
    yield _plant("no_return", without, find, "signal:no_return_plan", "list:alternative")


def _notices(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    home = _enrolled(yard, month, 2)
    for one in home:
        one.left = yard.ago(30)
        since = yard.ago(29).isoformat()
        month.tables["home_education.csv"].append(
            person(one, "C") | {"Home educated since": since, "Told on": since,
                                "Told by": one.school.name, "Left URN": one.school.urn}
        )  # fmt: skip
    yield _plant("at_home", home, "A parent educates the child at home.", "list:home_educated")
    missing = _enrolled(yard, month, 2)
    for one in missing:
        month.tables["missing.csv"].append(
            person(one, "S") | {"Reported missing on": yard.ago(11).isoformat(),
                                "Reported by": one.school.name, "URN": one.school.urn,
                                "Last seen on": yard.ago(25).isoformat()}
        )  # fmt: skip
    yield _plant("missing", missing, "Reported missing, and nobody found them.", "list:missing")


def _by_their_marks(yard: Schoolyard, month: Month, days: list[date]) -> Iterator[FeedPlant]:
    hidden = _enrolled(yard, month, 2)
    for one in hidden:
        one.codes = {(day, PM): "C2" for day in days[-25:]}
    find = "Marked as part time every afternoon for weeks; no such timetable was told to anybody."
    yield _plant("hidden_part_time", hidden, find, "signal:hidden_part_time")
    severe = _enrolled(yard, month, 2)
    for one in severe:
        one.codes = {(d, h): "O" for d in days for h in (AM, PM) if d.toordinal() % 5 < 3}
    find = "Absent half the time or more this school year."
    yield _plant("half_absent", severe, find, "signal:half_absent", "list:severe_absence")
