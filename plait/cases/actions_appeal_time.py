"""The time to appeal begins when the letter of the decision is sent to the family."""

from datetime import date, datetime

from plait.access.reader import Reader
from plait.cases.actions_told_again import AGAIN
from plait.cases.clocks import APPEAL
from plait.cases.keeping import keep_clocks
from plait.cases.models import Assessment, Clock, Letter, Plan, Request
from plait.cases.models_clocks import OPEN

# The decision each letter tells of: where its day stands, and the day of the decision itself.
TELLS_OF = {
    "refuse-to-assess": (Request, "pk", "outcome_on"),
    "assessed-lately": (Request, "pk", "outcome_on"),
    "refuse-plan": (Assessment, "request", "outcome_on"),
    "final-plan": (Plan, "request", "started_on"),
}
WHY = "The letter of the decision was sent; the time to appeal counts from that day."


def begin_time_to_appeal(letter: Letter, *, by: Reader, at: datetime) -> None:
    """Count the time to appeal from the day the family was told; an older count is superseded.

    With several letters the time is over for nobody before the last of them was sent: each
    person's first letter counts, and of these the latest.
    """
    if letter.request_id is None or not (letter.appeal_set and letter.facts.get("family")):
        return
    if letter.about.startswith(AGAIN):
        return  # plait.cases.actions_told_again
    table, key, decided = TELLS_OF.get(letter.kind, (None, "", ""))
    row = (
        table
        and table.objects.select_for_update(of=("self",)).filter(**{key: letter.request_id}).first()
    )
    if not row:
        return
    told_on = _told_on(letter.request_id, letter.kind, getattr(row, decided))
    if told_on is None or told_on == row.told_on:
        return
    row.told_on = told_on
    row.save(update_fields=["told_on"])
    keep_clocks(Request.objects.get(pk=letter.request_id), why=WHY, by=by.user, at=at)
    _in_place_of_older(letter.request_id)


def tell_again(row: Request | Assessment | Plan, column: str, *, request_id: int) -> None:
    """When the day of a decision is put right, look anew which letters told of it."""
    for kind, (table, _, decided) in TELLS_OF.items():
        if not isinstance(row, table) or column != decided:
            continue
        told_on = _told_on(request_id, kind, getattr(row, decided))
        if told_on is not None and told_on != row.told_on:
            row.told_on = told_on
            row.save(update_fields=["told_on"])


def _told_on(request_id: int, kind: str, decided_on: date | None) -> date | None:
    """A letter sent before the decision on record tells of another one."""
    same = Letter.objects.filter(request=request_id, kind=kind, state="sent").exclude(
        about__startswith=AGAIN
    )
    first: dict[str, date] = {}
    for to, sent_on in same.order_by("sent_on").values_list("facts__to", "sent_on"):
        if decided_on and sent_on >= decided_on:
            first.setdefault(str(to), sent_on)
    return max(first.values(), default=None)


def _in_place_of_older(request_id: int) -> None:
    """A clock that an act began with the final plan itself gives way to the letter's."""
    clocks = Clock.objects.filter(OPEN, request=request_id, duty=APPEAL)
    new = clocks.filter(ref="").order_by("-id").first()
    if new is not None:
        # A decision about another assessment has a time to appeal of its own.
        others = clocks.exclude(ref="").exclude(ref__startswith=AGAIN)
        others.update(superseded_by=new, superseded_why=WHY)
