"""Ask for all the advice of regulation 6 in one act, or find that what is held is sufficient."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from plait.access.actions.guest_links import make_guest_link, withdraw_guest_links
from plait.access.context import say_why
from plait.access.lengths import EMAIL, NAME, TOLD, WHY, fits
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.assessment.actions.advice_letters import ASK, letter_of
from plait.assessment.models import Advice
from plait.assessment.queries.again import agreed_on
from plait.cases.clocks_of_acts import begin, end
from plait.cases.models import Assessment, Document, Letter, Request
from plait.journal import actions as journal
from plait.law import advice as law
from plait.people.models import Organisation, Post, User


@dataclass(frozen=True)
class Giver:
    """Of whom one kind of advice is asked: an account, a setting, or a name and an address."""

    kind: str
    body: str
    name: str
    post: str = ""
    email: str = ""
    user: User | None = None
    setting: Organisation | None = None


@dataclass(frozen=True)
class Sent:
    """One piece of advice that was asked, and the link's token where its giver has no account."""

    advice: Advice
    token: str
    email: str
    letter: Letter | None = None


@transaction.atomic
def ask_advice(
    *, request: Request, givers: Sequence[Giver], told: Mapping[str, Any], by: Reader, at: datetime
) -> list[Sent]:
    """Ask everybody at once: a row, a clock and a link each; one line in the journal."""
    request = assessing(request, by, to="ask for advice")
    if not givers:
        raise Refused("Nobody is chosen. Tick at least one kind of advice and say who is asked.")
    for giver in givers:
        fits(giver.name.strip(), NAME, "The name of whom you ask")
        fits(giver.post, NAME, "The post of whom you ask")
        fits(giver.email, EMAIL, "The e-mail address of whom you ask")
    fits(str(told.get("said", "")), TOLD, "What they are told of the family’s words")
    _each_once(request, givers)
    say_why("Ask for advice")
    sent = [_ask(request, giver, told, by, at) for giver in givers]
    kinds = [giver.kind for giver in givers]
    tell("advice_asked", request, by, at, kinds=kinds, advice=[one.advice.pk for one in sent])
    return sent


def assessing(request: Request, by: Reader, *, to: str) -> Request:
    """Take hold of a request that is being assessed, for somebody who may write its advice."""
    require_write("advice", child=request.child, by=by, to=to)
    held = Request.objects.select_for_update(of=("self",)).select_related("child", "area")
    request = held.get(pk=request.pk)
    assessment = Assessment.objects.filter(request=request).first()
    if request.outcome != "Y" or assessment is None:
        raise Refused(
            f"You cannot {to} yet: advice is sought once there is a decision to assess (reg 6(1)).",
            who_can="First record the decision whether to assess.",
        )
    if assessment.outcome not in ("A", "") and agreed_on(request.pk) is None:
        raise Refused(f"You cannot {to}: this assessment has ended.")
    return request


def _each_once(request: Request, givers: Iterable[Giver]) -> None:
    """Nobody is asked twice for the same, and what all find sufficient is not asked again."""
    rows = Advice.objects.filter(request=request).exclude(state=Advice.State.ENDED)
    if since := agreed_on(request.pk):  # for a new assessment all is asked anew (reg 26)
        rows = rows.filter(asked_on__gte=since)
    known = {(row.kind, row.giver_name.casefold()): row for row in rows}
    for giver in givers:
        key = giver.kind, giver.name.strip().casefold()
        title = law.kind(giver.kind).title
        if not giver.name.strip():
            raise Refused(f"{title}: say who is asked. A name, and an e-mail if there is one.")
        row = known.get(key)
        if row is not None and row.state == Advice.State.HELD:
            raise Refused(
                f"{title}: its giver, the authority and the family all found the advice of "
                f"{row.giver_name} sufficient, so it must not be asked for again (reg 6(4))."
            )
        if row is not None or _twice(givers, key):
            raise Refused(f"{title}: {giver.name} was asked already. Untick it, or ask another.")


def _twice(givers: Iterable[Giver], key: tuple[str, str]) -> bool:
    return [(one.kind, one.name.strip().casefold()) for one in givers].count(key) > 1


def _ask(request: Request, giver: Giver, told: Mapping[str, Any], by: Reader, at: datetime) -> Sent:
    limit = law.limit(giver.body, on=by.today)
    advice = Advice.objects.create(
        area=by.area, child=request.child, request=request, kind=giver.kind, body=giver.body,
        giver=giver.user, giver_setting=giver.setting, giver_name=giver.name.strip(),
        giver_post=giver.post, giver_email=giver.email.lower(),
        told=_told(giver, told),
        asked_on=by.today, asked_by=by.user, due_on=limit.due, duty=limit.body.duty,
    )  # fmt: skip
    if limit.body.duty:
        advice.clock = begin(request=request, duty=limit.body.duty, on=by.today, ref=advice.ref)
        advice.save(update_fields=["clock"])
    to = reach(advice, by.today)
    letter = letter_of(advice=advice, kind=ASK, to=to, by=by, at=at)
    return Sent(advice, link_for(advice, by=by.user, at=at), to, letter)


def _told(giver: Giver, told: Mapping[str, Any]) -> dict[str, Any]:
    """What this giver is told; one of the family is not told what another of them said or sent."""
    left_out = ("said", "papers") if giver.body == "family" else ()
    kept = {name: value for name, value in told.items() if name not in left_out}
    return {**kept, "question": law.kind(giver.kind).asks}


def link_for(advice: Advice, *, by: User | None, at: datetime) -> str:
    """Make a link for a giver without an account; nothing for others."""
    if advice.giver_id or advice.giver_setting_id or not advice.giver_email:
        return ""
    return make_guest_link(
        purpose="advice", row=advice.pk, area=advice.area, sent_to=advice.giver_email,
        made_by=by, at=at,
    )  # fmt: skip


def reach(advice: Advice, today: date) -> str:
    """The address a giver is written to; a setting is reached through its SENCO."""
    if advice.giver_email or advice.giver:
        return advice.giver_email or advice.giver.email
    posts = Post.objects.filter(
        in_force(today), organisation__isnull=False, role="senco",
        organisation=advice.giver_setting_id, user__is_active=True,
    )  # fmt: skip
    found = posts.select_related("user").order_by("pk").first()
    return found.user.email if found else ""


@transaction.atomic
def hold_existing(
    *, request: Request, giver: Giver, sufficient: Mapping[str, Mapping[str, str]],
    document: Document | None, earlier: Advice | None, by: Reader, at: datetime,
) -> Advice:  # fmt: skip
    """Record that existing advice is sufficient to all three, so that it is not asked for again.

    An open question for the same advice ends with it. While one of the three is missing: refused.
    """
    request = assessing(request, by, to="use advice that is held")
    missing = law.not_agreed(sufficient)
    if missing:
        raise Refused(
            f"It is not known to be sufficient to {' and '.join(missing)}, so it must be asked for "
            "(reg 6(4)).",
            who_can="Give each one's name and day, or ask for the advice anew.",
        )
    if document is None and earlier is None:
        raise Refused("Say which advice is held: choose a document or advice given before.")
    say_why("Existing advice found sufficient")
    _ask_no_more(request, giver, by, at)
    advice = Advice.objects.create(
        area=by.area, child=request.child, request=request, kind=giver.kind, body=giver.body,
        giver_name=giver.name.strip(), giver_post=giver.post, state=Advice.State.HELD,
        asked_on=by.today, asked_by=by.user, due_on=by.today, duty="", report=document,
        sufficient={**sufficient, "of": {"earlier": earlier.pk if earlier else None}},
    )  # fmt: skip
    tell("advice_held", request, by, at, advice=advice.pk, kind=giver.kind)
    return advice


def _ask_no_more(request: Request, giver: Giver, by: Reader, at: datetime) -> None:
    same = Advice.objects.select_for_update(of=("self",)).filter(
        request=request, kind=giver.kind, giver_name__iexact=giver.name.strip(),
        state=Advice.State.ASKED,
    )  # fmt: skip
    for advice in same:
        close(
            advice, why="Advice that is held was found sufficient (reg 6(4)).", on=by.today, at=at
        )


def close(advice: Advice, *, why: str, on: date, at: datetime) -> None:
    """Stop waiting for advice: its clock falls away and its links open nothing."""
    advice.state, advice.ended_why = Advice.State.ENDED, fits(why, WHY, "The reason")
    advice.save(update_fields=["state", "ended_why"])
    end(ref=advice.ref, on=on, why=why)
    withdraw_guest_links(purpose="advice", row=advice.pk, at=at)


def tell(what: str, request: Request, by: Reader, at: datetime, **facts: Any) -> None:
    journal.write(
        what, area=by.area, child=request.child, by=by.user,
        through=through(request.child_id, by), at=at, request=request.pk, **facts,
    )  # fmt: skip
