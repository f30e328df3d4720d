"""Write advice, save it, come back, send it: signed in or through a link, and only while asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from plait.access.actions.guest_links import withdraw_guest_links
from plait.access.lengths import PASSAGE, WHY, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.models import Advice
from plait.assessment.reports import take
from plait.assessment.specific import points_of, still_open
from plait.cases.clocks_of_acts import meet
from plait.cases.documents import Kept, shown_name
from plait.cases.models import Passage
from plait.journal import actions as journal
from plait.people.models import Child

FROM_REPORT = 1000  # places of passages that came with a report; own words come before
TOO_LATE = {
    Advice.State.GIVEN: "This advice was sent already, so it stays as it is.",
    Advice.State.ENDED: "This advice is no longer asked for.",
    Advice.State.HELD: "This advice is held already and found sufficient.",
}
ASK = "To add or correct something, tell the caseworker, who can ask you anew."


@dataclass(frozen=True)
class Row:
    """One passage as a page sent it; no id: a new one. Empty words take a passage away."""

    kind: str
    text: str
    passage_id: int | None = None


class WrittenMeanwhile(ValueError):
    """The same advice was saved from another window since this page was opened."""


@transaction.atomic
def save_words(*, advice: Advice, rows: Sequence[Row], shown: int, by: Reader | None) -> Advice:
    """Keep the giver's words as they are written; nothing is sent."""
    advice = held(advice, shown=shown)
    known = {passage.pk: passage for passage in drafts(advice)}
    own = max((p.place for p in known.values() if p.place < FROM_REPORT), default=0)
    for row in rows:
        text, passage = _fitting(row.text), known.get(row.passage_id or 0)
        if passage is None and text:
            own += 1
            _new(advice, row.kind, text, own, by).save()
        elif passage is not None and not text:
            passage.delete()
        elif passage is not None and (passage.text, passage.kind) != (text, row.kind):
            passage.text, passage.kind = text, row.kind
            passage.save(update_fields=["text", "kind"])
    return _touched(advice)


@transaction.atomic
def take_report(
    *, advice: Advice, upload: File, shown: int, by: Reader | None, at: datetime
) -> tuple[Advice, int]:
    """Keep a Word or PDF report; its paragraphs become passages, in place of an earlier one's."""
    advice = held(advice, shown=shown)
    kept, found = take(upload)
    drafts(advice).filter(place__gte=FROM_REPORT).delete()
    for place, text in enumerate(found, FROM_REPORT):
        _new(advice, Passage.Kind.OTHER, text, place, by).save()
    advice.report_file = file_of(kept, upload, at)
    advice.save(update_fields=["report_file"])
    return _touched(advice), len(found)


@transaction.atomic
def leave_so(
    *, advice: Advice, texts: Mapping[int, str], why: Mapping[str, str], shown: int
) -> Advice:
    """Keep what the giver mended and, sentence by sentence, why the rest stays as it is."""
    advice = held(advice, shown=shown)
    for passage in drafts(advice):
        passage.text = _fitting(texts.get(passage.pk, passage.text)) or passage.text
        reasons = {point.key: why.get(point.key, point.why_left) for point in points_of([passage])}
        passage.left_so = [
            point.kept(fits(reasons[point.key].strip(), WHY, _("The reason")))
            for point in points_of([passage])
            if reasons[point.key].strip()
        ]
        passage.save(update_fields=["text", "left_so"])
    return _touched(advice)


@transaction.atomic
def give(
    *, advice: Advice, name: str, role: str, dated_on: date, shown: int, by: Reader | None,
    today: date, at: datetime,
) -> Advice:  # fmt: skip
    """Send advice: its words stay from now on, its clock is met today, its links open nothing."""
    advice = held(advice, shown=shown)
    passages = list(drafts(advice))
    if not passages and not advice.report_file:
        raise Refused("There is nothing to send yet. Write something, or add a report.")
    left = still_open(passages)
    if left:
        raise Refused(
            f"{len(left)} sentences leave something open. Mend each, or say why it stays as it is."
        )
    if dated_on > today:
        raise Refused("The day on the advice is still to come. Give the day it was written.")
    seal(advice, passages, name=name, role=role, dated_on=dated_on, on=today, by=by, at=at)
    return advice


def seal(
    advice: Advice, passages: Sequence[Passage], *, name: str, role: str, dated_on: date,
    on: date, by: Reader | None, at: datetime,
) -> None:  # fmt: skip
    """Turn a draft into advice that was given, with its clock, its links and its journal line."""
    for passage in passages:
        passage.state, passage.given_on = Passage.State.GIVEN, on
        passage.author_name, passage.author_role = name, role
        passage.child_id = advice.child_id  # the record may have been joined to another since
        passage.save()
    advice.state, advice.given_on, advice.given_by_name = Advice.State.GIVEN, on, name
    advice.dated_on, advice.version = dated_on, advice.version + 1
    advice.save(update_fields=["state", "given_on", "given_by_name", "dated_on", "version"])
    advice.refresh_from_db(fields=["report"])  # the database has kept it among the documents
    meet(ref=advice.ref, on=on)
    withdraw_guest_links(purpose="advice", row=advice.pk, at=at)
    journal.write(
        "advice_given", area=advice.area, child=Child(pk=advice.child_id),
        by=by.user if by else None, through="" if by else "A link sent to the giver", at=at,
        ref=advice.ref, advice=advice.pk, kind=advice.kind, on=on.isoformat(),
        passages=len(passages), document=advice.report_id,
    )  # fmt: skip


def held(advice: Advice, *, shown: int | None = None) -> Advice:
    """Take hold of advice that is still asked for; other windows and second sendings wait, and
    then read why not."""
    found = Advice.objects.select_for_update(of=("self",)).select_related("area").get(pk=advice.pk)
    if found.state != Advice.State.ASKED:
        raise Refused(TOO_LATE[Advice.State(found.state)], who_can=ASK)
    if shown is not None and shown != found.version:
        raise WrittenMeanwhile(
            "This advice was saved from another window while you were writing here. Your words "
            "are below and not saved; open the page again in a new tab to see the others."
        )
    return found


def file_of(kept: Kept, upload: File, at: datetime) -> dict[str, object]:
    """What a row of advice remembers of its report."""
    return {
        "file_name": shown_name(upload.name or ""), "media_type": kept.media_type,
        "size": kept.size, "sha256": kept.sha256, "at": at.isoformat(),
    }  # fmt: skip


def drafts(advice: Advice):
    """The passages of advice that are still being written, in order."""
    rows = Passage.objects.filter(ref=advice.ref, state=Passage.State.DRAFT)
    return rows.order_by("place", "id")


def _fitting(text: str) -> str:
    text = text.strip()
    return fits(text, PASSAGE, _("The passage that begins “%(words)s”") % {"words": text[:40]})


def _new(advice: Advice, kind: str, text: str, place: int, by: Reader | None) -> Passage:
    return Passage(
        area=advice.area, child_id=advice.child_id, request_id=advice.request_id, ref=advice.ref,
        kind=kind, text=text, place=place, author_name=advice.giver_name,
        author_role=advice.giver_post, written_by=by.user if by else None,
    )  # fmt: skip


def _touched(advice: Advice) -> Advice:
    advice.version += 1
    advice.save(update_fields=["version"])
    return advice
