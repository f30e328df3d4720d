"""Ask a setting whether it can meet the needs; take its answer, on lawful grounds alone."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from plait.access.actions.guest_links import make_guest_link, withdraw_guest_links
from plait.access.lengths import GROUNDS, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.cases import clocks_of_acts
from plait.cases.dated_facts import OutOfOrder
from plait.journal import actions as journal
from plait.people.models import Area, Organisation, User
from plait.plans.actions.telling import tell
from plait.plans.models import Consultation, Version

REPLY = "cop-9-83-consult-reply"
# What a setting is shown: enough to say whether it can meet the needs, and no more (s.39(2)).
DISCLOSED = ("B", "C", "D", "E", "F", "G", "H1", "H2")
# Never disclosed with them: section A, the family, the addresses, other settings, the advice.


@transaction.atomic
def ask(
    *, version: Version, setting: Organisation, email: str, on: date,
    asked_by_family_on: date | None, by: Reader, at: datetime,
) -> tuple[Consultation, str]:  # fmt: skip
    """Consult a setting on a draft that was served; gives the link for it, empty without e-mail."""
    require_write("consultation", child=version.child, by=by, to="consult a setting")
    if version.stage not in (Version.Stage.SERVED, Version.Stage.WRITING):
        raise Refused("A setting is consulted on a draft.")
    if version.served_on is None and not version.came_from_id:
        raise Refused(
            "A setting is consulted once the draft was served on the family.",
            who_can="Serve the draft first (CFA 2014 ss.38(2) and 39).",
        )
    if on > by.today:
        raise OutOfOrder("The day is still to come.")
    waiting = Consultation.objects.filter(request=version.request, setting=setting, answer="")
    if waiting.exists():
        raise Refused(f"{setting.name} was asked already, and its answer is awaited.")
    row = Consultation.objects.create(
        area=by.area, child=version.child, request=version.request, version=version,
        setting=setting, email=email, asked_by_family_on=asked_by_family_on, asked_on=on,
        asked_by=by.user, due_on=on, told=_told(version),
    )  # fmt: skip
    row.clock = clocks_of_acts.begin(request=version.request, duty=REPLY, on=on, ref=row.ref)
    row.due_on = row.clock.due_on
    row.save(update_fields=["clock", "due_on"])
    tell(
        "consultation_asked", child=version.child, by=by, at=at, consultation=row.pk,
        setting=setting.pk, on=on.isoformat(), sections=list(DISCLOSED),
    )  # fmt: skip
    if not email:
        return row, ""
    return row, make_guest_link(
        purpose="consultation", row=row.pk, area=by.area, sent_to=email, made_by=by.user, at=at
    )


def _told(version: Version) -> dict[str, object]:
    """Copy what the setting is told, as it reads now: sections B to H, and which child."""
    child = version.child
    rows = version.statements.filter(section__in=DISCLOSED).order_by("section", "place", "id")
    return {
        "name": child.name,
        "born": child.birth_date.isoformat(),
        "statements": [
            {"ref": row.ref, "section": row.section, "text": row.text}
            for row in rows
            if not row.facts.get("none_identified")
        ],
    }


@transaction.atomic
def answer(
    *, consultation: Consultation, answer: str, by_need: Sequence[dict[str, str]], reasons: str,
    name: str, on: date, at: datetime, area: Area, user: User | None,
) -> None:  # fmt: skip
    """Take a setting's answer: yes, or one of the three grounds of section 39(4) with reasons.

    The setting answers through its link or its SENCO; `user` is empty for a link.
    """
    row = Consultation.objects.select_for_update(of=("self",)).get(pk=consultation.pk)
    if row.answer:
        raise Refused(
            "This consultation was answered already.", who_can="Ring the SEND team to add to it."
        )
    if answer not in Consultation.Answer.values:
        raise Refused("Choose whether the needs can be met, or the ground on which they cannot.")
    if answer != Consultation.Answer.YES and len(reasons.strip()) < 20:
        raise Refused(
            "Give the reasons in a sentence or two: the family and the authority will read them.",
            who_can="Section 39(4) allows three grounds; a full school is not one of them.",
        )
    row.answer, row.by_need = answer, list(by_need)
    row.reasons = fits(reasons.strip(), GROUNDS, "The answer")
    row.answered_on, row.answered_by_name = on, name
    row.save(update_fields=["answer", "reasons", "by_need", "answered_on", "answered_by_name"])
    clocks_of_acts.meet(ref=row.ref, on=on)
    withdraw_guest_links(purpose="consultation", row=row.pk, at=at)
    journal.write(
        "consultation_answered", area=area, child=row.child_id, by=user, at=at,
        through="The setting consulted", consultation=row.pk, answer=answer, on=on.isoformat(),
        ref=row.ref,
    )  # fmt: skip
