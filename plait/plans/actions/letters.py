"""The letters that go with a plan: drafts for each person the law names, to be read and sent."""

from datetime import date, datetime

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.actions_letters import make
from plait.cases.models import Letter
from plait.plans.actions.versions import ref_of
from plait.plans.models import Version
from plait.standards.letter_facts import Fact


def with_a_draft(*, version: Version, by: Reader, at: datetime) -> list[Letter]:
    """Write the letters that go with a served draft; a draft served again has its own kind."""
    assert version.served_on is not None
    before = version.came_from.served_on if version.came_from else None
    given: dict[str, Fact] = {"draft_sent_on": before or version.served_on}
    if version.window_ends_on:
        given["representations_by"] = version.window_ends_on
    kind = "draft-plan-again" if version.number > 1 else "draft-plan"
    return _written(version, kind, version.served_on, given, "the draft plan", by, at)


def with_a_final_plan(*, version: Version, by: Reader, at: datetime) -> list[Letter]:
    """Write the letters that go with a final plan: to the family, the setting and health."""
    assert version.sent_on is not None
    setting = version.placement.name if version.placement else version.placement_type
    given: dict[str, Fact] = {
        "setting_name": setting or "education otherwise than at school",
        "starts_on": version.sent_on,
    }
    return _written(version, "final-plan", version.sent_on, given, "the final plan", by, at)


def _written(
    version: Version, kind: str, on: date, given: dict[str, Fact], with_it: str, by: Reader,
    at: datetime,
) -> list[Letter]:  # fmt: skip
    """Write them; with nobody on the record to write to, the page of letters says what is owed."""
    facts: dict[str, Fact] = {"enclosed": [with_it], "decided_on": on, **given}
    try:
        return make(
            child=version.child, request=version.request, kind=kind, given=facts, decided_on=on,
            ref=ref_of(version), by=by, at=at,
        )  # fmt: skip
    except Refused:
        return []
