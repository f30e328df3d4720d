"""When this happens, do that: the roof joins what the floors below may not know of each other."""

from plait.access.later import settle_soon
from plait.assessment.section_k import ADVICE, advice_told
from plait.cases.asked import ask_with
from plait.cases.evidence import tell_with
from plait.config.jobs import look_again
from plait.desk.elsewhere import taught_elsewhere
from plait.desk.recognising import to_recognise
from plait.family.later import carry_soon, tell_soon
from plait.family.words import WORDS as FOR_THE_FAMILY
from plait.journal.actions import listen
from plait.journal.models import Entry
from plait.returns.later import recheck_soon
from plait.watch.beside_today import lay_beside
from plait.watch.queries_asked import open_about

# New facts for many children: the whole area is checked and counted again.
FOR_THE_AREA = ("delivery_applied", "delivery_stopped", "delivery_taken_back")
# A new fact for one child: that child's data is checked again for the next return.
FOR_A_CHILD = (
    "date_corrected",
    "request_decided",
    "assessment_ended",
    "plan_issued",
    "review_held",
    "review_decided",
    "records_joined",
    "records_taken_apart",
)

# What a young person says of their record: their parents' ties follow it.
FOR_TIES = ("consent_recorded", "capacity_recorded")


def connect() -> None:
    """Join every listener to the journal's events, and the plan to the advice it rests on."""
    lay_beside(to_recognise)
    lay_beside(taught_elsewhere)
    ask_with(open_about)
    tell_with(advice_told, table=ADVICE)
    for what in FOR_THE_AREA:
        listen(what, _area_changed)
    for what in FOR_A_CHILD:
        listen(what, _child_changed)
    for what in FOR_THE_FAMILY:
        listen(what, _family_told)
    for what in FOR_TIES:
        listen(what, _ties_follow)
    listen("letter_sent", _letter_carried)


def _area_changed(entry: Entry) -> None:
    look_again(area=entry.area_id)


def _child_changed(entry: Entry) -> None:
    if entry.child_id is not None:
        recheck_soon(area=entry.area_id, child=entry.child_id)


def _family_told(entry: Entry) -> None:
    if entry.child_id is not None:
        tell_soon(area=entry.area_id, entry=entry.pk)


def _ties_follow(entry: Entry) -> None:
    if entry.child_id is not None:
        settle_soon(area=entry.area_id, child=entry.child_id)


def _letter_carried(entry: Entry) -> None:
    if entry.child_id is not None and entry.facts.get("how") == "email":
        carry_soon(area=entry.area_id, child=entry.child_id, letter=entry.facts["letter"])
