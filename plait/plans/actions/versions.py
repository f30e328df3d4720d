"""Versions: begun, served on the family, issued again, and made final. Each step has its law."""

import hashlib
from datetime import date, datetime
from typing import Any

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.cases import clocks_of_acts
from plait.cases.actions import end_assessment
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Assessment, NamedSetting, Plan, Request
from plait.law.plan.changes import Change, changes, material_beyond
from plait.law.plan.checks import faults, stopping
from plait.law.refusals import NotComputable, NotInForce
from plait.law.wording import day_in_words
from plait.people.models import Organisation
from plait.plans.actions.budget_deciding import mark_plan
from plait.plans.actions.statements import held
from plait.plans.actions.telling import tell
from plait.plans.models import Statement, Thread, Version
from plait.plans.reading import plan_text, representations
from plait.standards.plan_file.json_file import write

WINDOW = "sr-r13-1-draft-representations"
# What begins with a final plan, where the law gives it a day. The time to appeal begins with its
# letter (plait.cases.actions_appeal_time).
FROM_FINAL = ("cfa-s42-secure-provision", "cfa-s43-admit")


def ref_of(version: Version) -> str:
    """Name a version as its clocks do."""
    return f"version:{version.pk}"


@transaction.atomic
def begin_plan(*, request: Request, by: Reader, at: datetime) -> Version:
    """Begin the first draft of a plan, while the assessment goes on or once a plan is decided."""
    require_write("plan_draft", child=request.child, by=by, to="begin a plan")
    Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    assessment = Assessment.objects.filter(request=request).first()
    if assessment is None or assessment.outcome in ("N", "W"):
        raise Refused(
            "A plan is written during an assessment, or once it is decided that one is necessary.",
            who_can="First record the decision to assess (CFA 2014 s.36; SEND Regulations reg 5).",
        )
    if Plan.objects.filter(request=request).exists():
        raise Refused("This child has a final plan. It is amended after a review (reg 22).")
    newest = Version.objects.filter(request=request).order_by("-number").first()
    if newest is not None:
        if newest.stage == Version.Stage.WRITING:
            return newest
        return begin_next(version=newest, by=by, at=at)
    version = Version.objects.create(
        area=by.area, child=request.child, request=request, number=1, made_by=by.user, made_at=at
    )
    tell("plan_begun", child=request.child, by=by, at=at, version=version.pk)
    return version


@transaction.atomic
def begin_next(*, version: Version, by: Reader, at: datetime) -> Version:
    """Begin the version after a served draft: the same words, with their threads, to go on from."""
    require_write("plan_draft", child=version.child, by=by, to="begin the next version")
    Request.objects.select_for_update(of=("self",)).get(pk=version.request_id)
    newest = Version.objects.filter(request_id=version.request_id).order_by("-number").first()
    assert newest is not None
    if newest.stage == Version.Stage.WRITING:
        return newest
    if newest.stage != Version.Stage.SERVED:
        raise Refused("Only a draft that is with the family is gone on with.")
    after = Version.objects.create(
        area=by.area, child=version.child, request=newest.request, number=newest.number + 1,
        kind=Version.Kind.REISSUED, came_from=newest, otherwise=newest.otherwise,
        facts=newest.facts, made_by=by.user, made_at=at,
    )  # fmt: skip
    _copy(newest, after)
    tell("plan_begun", child=version.child, by=by, at=at, version=after.pk)
    return after


def _copy(before: Version, after: Version) -> None:
    for model in (Statement, Thread):
        rows = list(model.objects.filter(version=before).order_by("id"))
        for row in rows:
            row.pk, row.version, row._state.adding = None, after, True
        model.objects.bulk_create(rows)
    for reason in before.reasons.all():
        reason.pk, reason.version, reason._state.adding = None, after, True
        reason.save()


@transaction.atomic
def serve_draft(*, version: Version, on: date, by: Reader, at: datetime) -> Version:
    """Serve a draft on the family: no errors, no warning without a reason, no placement.

    The family's fifteen days begin, and the earlier draft, if any, is replaced.
    """
    version = held(version.pk, by, "serve a draft")
    _not_to_come(on, by)
    _refuse_faults(version)
    if version.came_from_id:
        _replace(version.came_from, on)
    clock = clocks_of_acts.begin(request=version.request, duty=WINDOW, on=on, ref=ref_of(version))
    version.digest = _digest(version)
    version.stage, version.served_on, version.window_ends_on = "served", on, clock.due_on
    version.save(update_fields=["stage", "served_on", "window_ends_on", "digest"])
    tell(
        "draft_served", child=version.child, by=by, at=at, version=version.pk,
        on=on.isoformat(), window=clock.due_on.isoformat(), again=version.number > 1,
    )  # fmt: skip
    return version


def _replace(served: Version, on: date) -> None:
    Version.objects.filter(pk=served.pk, stage="served").update(stage="replaced")
    clocks_of_acts.end(ref=ref_of(served), on=on, why="A later version took its place.")


def beyond_the_draft(version: Version) -> list[Change]:
    """Give the changes since the served draft for which it must be issued again (reg 14(1))."""
    served = version.came_from
    if served is None:
        return []
    found = changes(plan_text(served), plan_text(version))
    return material_beyond(found, representations(served))


@transaction.atomic
def make_final(
    *, version: Version, on: date, setting: Organisation | None, kind_of_setting: str,
    otherwise: bool, signed_on: date, by: Reader, at: datetime,
) -> Version:  # fmt: skip
    """Make the version that follows a served draft final: named, signed, sent on a day.

    Refused before the family's time is over or answered, while anything stops the issue, and
    where the words went beyond the draft and what the family said of it.
    """
    version = held(version.pk, by, "make a plan final")
    _not_to_come(on, by)
    served = _served_before(version, on)
    if signed_on > on:
        raise OutOfOrder("The plan is signed before it is sent; check the two dates.")
    if not (setting or kind_of_setting.strip() or otherwise):
        raise Refused(
            "A final plan names a setting or its type, or says that education is otherwise than "
            "at school.",
            who_can="Decide the placement first (CFA 2014 ss.39, 40 and 61).",
        )
    if beyond := beyond_the_draft(version):
        refs = ", ".join(change.ref for change in beyond[:6])
        raise Refused(
            f"{refs} changed beyond the draft and what the family said of it.",
            who_can="Serve it as a draft again (SEND Regulations 2014, reg 14(1)).",
        )
    version.kind, version.otherwise = Version.Kind.FINAL, otherwise
    version.placement = setting
    version.placement_type = kind_of_setting.strip() or (setting.type_name if setting else "")
    version.signed_by, version.signed_on, version.sent_on = by.user, signed_on, on
    version.stage = Version.Stage.FINAL
    _refuse_faults(version)
    version.digest = _digest(version)
    _issue(version, served, on, by, at)
    version.save()
    return version


def _served_before(version: Version, on: date) -> Version:
    served = version.came_from
    if served is None or served.stage != "served" or served.window_ends_on is None:
        raise Refused(
            "A plan is made final from a draft that was served on the family.",
            who_can="Serve the draft first (CFA 2014 s.38; SEND Regulations 2014, reg 13).",
        )
    answered = served.comments.exists() and not served.comments.filter(answer="").exists()
    if served.comments.filter(answer="").exists():
        raise Refused(
            "Something the family said of the draft has no answer yet.",
            who_can="Answer each comment first (reg 13(1); Code of Practice 9.77).",
        )
    if on <= served.window_ends_on and not answered:
        raise Refused(
            f"The family may answer the draft until {day_in_words(served.window_ends_on)}.",
            who_can="Wait for that day, or record what they said and answer it (reg 13(1)).",
        )
    return served


def _issue(version: Version, served: Version, on: date, by: Reader, at: datetime) -> None:
    """Write what the spine and the return know of a plan; the clocks of a plan begin."""
    Version.objects.filter(pk=served.pk).update(stage="replaced")
    clocks_of_acts.meet(ref=ref_of(served), on=on)
    assessment = Assessment.objects.get(request=version.request)
    end_assessment(
        request=version.request, outcome="Y", on=on, shown=assessment.outcome, by=by, at=at
    )
    plan = Plan.objects.get(request=version.request)
    if version.placement:
        NamedSetting.objects.get_or_create(
            area=by.area, child=version.child, plan=plan, organisation=version.placement,
            defaults={"urn": version.placement.urn or ""},
        )  # fmt: skip
    mark_plan(version.request_id)
    for duty in FROM_FINAL:
        _begin(version, duty, on)


def _begin(version: Version, duty: str, on: date) -> None:
    """Start a clock, where the law gives the duty a day."""
    try:
        clocks_of_acts.begin(request=version.request, duty=duty, on=on, ref=ref_of(version))
    except (NotComputable, NotInForce):
        return


def _refuse_faults(version: Version) -> None:
    found = stopping(faults(plan_text(version)))
    if not found:
        return
    errors = sum(fault.level.value == "error" for fault in found)
    warnings = len(found) - errors
    said = [f"{errors} error{'s' * (errors != 1)}"] if errors else []
    said += [f"{warnings} warning{'s' * (warnings != 1)} without a reason"] if warnings else []
    raise Refused(
        f"The checks found {' and '.join(said)}; the first is: {found[0].words}",
        who_can="Open the checks of this version, and mend or answer each.",
    )


def _digest(version: Version) -> str:
    words: Any = write(plan_text(version))
    return hashlib.sha256(words.encode()).hexdigest()


def _not_to_come(on: date, by: Reader) -> None:
    if on > by.today:
        raise OutOfOrder("The date is still to come. Record it once it is done.")
