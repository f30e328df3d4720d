"""A letter about assessing again was sent: it meets its limit, and what follows begins.

The fifteen days (reg 25) and the fourteen weeks (reg 27) are met when the last of the family was
sent the letter. The time to appeal counts from that day too; the fourteen weeks count from the
first, which is the cautious reading for the authority.
"""

from datetime import date, datetime

from django.db.models import QuerySet

from plait.access.reader import Reader
from plait.cases import clocks_of_acts
from plait.cases.models import Clock, Letter, Request
from plait.cases.models_clocks import OPEN
from plait.journal import actions as journal

AGAIN = "again:"  # how the clocks and letters of one such request are told from all others
DECIDE, FINAL, APPEAL = "sr-r25-reassess-decision", "sr-r27-reassess-final", "tr-20-appeal-time"
# The limit that each letter meets.
MEETS = {
    "agree-to-reassess": DECIDE,
    "refuse-to-reassess": DECIDE,
    "keep-after-reassess": FINAL,
    "final-plan": FINAL,
}
WHY = "The letter was sent to the last of the family; the time to appeal counts from that day."


def told_again(letter: Letter, *, by: Reader, at: datetime) -> None:
    """Follow a letter that was sent, or a draft beside it that was put aside."""
    tells = letter.about.startswith(AGAIN) and letter.kind in MEETS
    if not (tells and letter.facts.get("family")) or letter.request is None:
        return
    same = Letter.objects.filter(about=letter.about, kind=letter.kind, request=letter.request)
    days = _first_days(same)
    if not days:
        return
    if not same.filter(state=Letter.State.DRAFT, facts__family=True).exists():
        clocks_of_acts.meet(ref=letter.about, duty=MEETS[letter.kind], on=max(days))
    if letter.kind == "agree-to-reassess":
        begin_fourteen_weeks(request=letter.request, ref=letter.about, on=min(days))
    if letter.appeal_set:
        _begin_time_to_appeal(letter, max(days), by, at)


def begin_fourteen_weeks(*, request: Request, ref: str, on: date) -> None:
    """Start the limit of regulation 27 once."""
    if not Clock.objects.filter(ref=ref, duty=FINAL).exists():
        clocks_of_acts.begin(request=request, duty=FINAL, on=on, ref=ref)


def _first_days(same: QuerySet[Letter]) -> list[date]:
    """Give the day each of the family was first sent this letter."""
    first: dict[str, date] = {}
    sent = same.filter(state=Letter.State.SENT, facts__family=True).order_by("sent_on")
    for to, on in sent.values_list("facts__to", "sent_on"):
        first.setdefault(str(to), on)
    return list(first.values())


def _begin_time_to_appeal(letter: Letter, told_on: date, by: Reader, at: datetime) -> None:
    old = Clock.objects.filter(OPEN, ref=letter.about, duty=APPEAL).first()
    if old is not None and old.started_on == told_on:
        return
    new = clocks_of_acts.begin(request=letter.request, duty=APPEAL, on=told_on, ref=letter.about)
    if old is None:
        return
    old.superseded_by, old.superseded_why = new, WHY
    old.save(update_fields=["superseded_by", "superseded_why"])
    journal.write(
        "clock_superseded", area=letter.area, child=letter.child, by=by.user, why=WHY, at=at,
        duty=APPEAL, was_due=old.due_on.isoformat(), due=new.due_on.isoformat(), clock=new.pk,
    )  # fmt: skip
