"""Prepare a decision limb by limb, and make it: its words, the case and the journal at once."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from plait.access.context import say_why
from plait.access.lengths import REASONS, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write, through
from plait.assessment.models import Panel
from plait.assessment.panel_words import TEXTS, flat, kept, texts_of, words_of
from plait.assessment.queries.panels import panel_in_hand
from plait.assessment.queries.road import agreed, draft_is_out
from plait.cases.actions import decide_request, end_assessment
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Assessment, Request
from plait.cases.queries import case_of, requests_of
from plait.cases.state import require_lawful, state_of
from plait.journal import actions as journal
from plait.law.limbs import ASSESS, PLAN, faults_of, limbs_of
from plait.law.plan.merge_facts import MergedFacts, merge_fields

# What each outcome of each decision is in law.
EVENTS = {
    (ASSESS, "Y"): "agree_to_assess",
    (ASSESS, "N"): "refuse_to_assess",
    (PLAN, "Y"): "decide_plan",
    (PLAN, "N"): "refuse_plan",
}
WORDS = ("meets_on", "limbs", "weighed", "why", "what_instead")


class WrittenMeanwhile(ValueError):
    """Somebody else saved the same page since it was opened; `theirs` is what they wrote.

    `both` holds the fields that both of them changed, and all others as they are woven together.
    """

    def __init__(self, theirs: Panel, both: MergedFacts | None = None) -> None:
        super().__init__(
            "Somebody saved this page while you were writing. Both are shown below: put into your "
            "own words what you want to keep of theirs, then save again."
        )
        self.theirs, self.both = theirs, both


@transaction.atomic
def save_panel(
    *, request: Request, about: str, shown: int, words: Mapping[str, Any], by: Reader,
    at: datetime, base: Mapping[str, Any] | None = None,
) -> Panel:  # fmt: skip
    """Keep what is prepared for a decision.

    `base` holds the fields the writer saw (`plait.assessment.panel_words`): what others changed
    since is woven in, and what both changed is `WrittenMeanwhile`. Without it, `shown`, the version
    the page had (0: none yet), must be the newest.
    """
    require_write("panel", child=request.child, by=by, to="prepare a decision")
    Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    panel = panel_in_hand(request, about)
    if panel is None:
        _event(request, about, "Y")
        panel = Panel(
            area=by.area, child=request.child, request=request, about=about, changed_at=at
        )
    elif base is None and panel.version != shown:
        raise WrittenMeanwhile(panel)
    else:
        panel.version += 1
        words = words if base is None else _woven(panel, base, words)
    for name in WORDS:
        setattr(panel, name, words[name])
    panel.changed_at = at
    say_why("A decision was prepared")
    panel.save()
    return panel


def _woven(panel: Panel, base: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    mine, now = flat(words), kept(panel)
    texts = texts_of({**now, **mine})
    both = merge_fields(base, {**{name: now[name] for name in now if name not in mine}, **mine},
                        now, texts=texts)  # fmt: skip
    if not both.clean:
        raise WrittenMeanwhile(panel, both)
    woven = words_of({name: both.facts.get(name, "") for name in {**mine, **now}})
    for name in TEXTS:
        fits(woven[name], REASONS, "What both of you wrote")
    return woven


@transaction.atomic
def decide_panel(
    *, panel: Panel, shown: int, outcome: str, on: date, by: Reader, at: datetime
) -> Panel:
    """Make a decision under section 36 or 37; the case and its clocks follow in the same act.

    The line "panel_decided" in the journal carries what the letter needs: the decision, its day,
    the reasons' place (panel), and the set of what a letter that may be appealed must hold.
    """
    require_write("panel", child=panel.child, by=by, to="make a decision")
    request = Request.objects.select_for_update(of=("self",)).get(pk=panel.request_id)
    panel = Panel.objects.select_for_update(of=("self",)).select_related("child").get(pk=panel.pk)
    if panel.state == Panel.State.DECIDED:
        raise Refused("This decision was made already. Its reasons are on the record.")
    if panel.version != shown:
        raise WrittenMeanwhile(panel)
    _rests_on_its_limbs(panel, outcome, on)
    edge = _event(request, panel.about, outcome)
    panel.outcome, panel.decided_on, panel.decided_by = outcome, on, by.user
    panel.state, panel.version, panel.changed_at = Panel.State.DECIDED, panel.version + 1, at
    panel.save()
    _in_the_case(panel, request, outcome, on, by, at)
    journal.write(
        "panel_decided", area=by.area, child=panel.child, by=by.user,
        through=through(panel.child_id, by), why=panel.why, at=at, panel=panel.pk,
        request=request.pk, about=panel.about, outcome=outcome, on=on.isoformat(),
        event=edge.event, provision=edge.provision, appeal_set=edge.letter,
    )  # fmt: skip
    return panel


def _rests_on_its_limbs(panel: Panel, outcome: str, on: date) -> None:
    answers = {limb["limb"]: limb for limb in panel.limbs}
    limbs = limbs_of(panel.about, born=panel.child.birth_date, on=on)
    faults = list(faults_of(panel.about, outcome, answers, limbs))
    if not panel.why.strip():
        faults.append("Give the reasons for the decision; the family reads them.")
    if outcome == "N" and not panel.what_instead.strip():
        faults.append("Say what happens instead: which support, by whom, from when.")
    if not panel.weighed:
        faults.append("Say what was weighed: at least one thing that was read or heard.")
    if faults:
        raise Refused(" ".join(faults))


def _event(request: Request, about: str, outcome: str) -> Any:
    """Ask the law whether the case may take this way from where it stands."""
    cases = [case_of(one) for one in requests_of(request.child_id)]
    state = state_of(
        cases,
        plan_agreed=agreed(request.child_id, PLAN),
        draft_served=draft_is_out(cases),
    )
    return require_lawful(state, EVENTS[about, outcome]).edge


def _in_the_case(
    panel: Panel, request: Request, outcome: str, on: date, by: Reader, at: datetime
) -> None:
    """A plan that is found necessary changes nothing in the case until its final is issued."""
    if panel.about == ASSESS:
        decide_request(request=request, outcome=outcome, on=on, shown=request.outcome, by=by, at=at)
    elif outcome == "N":
        shown = Assessment.objects.get(request=request).outcome
        end_assessment(request=request, outcome="N", on=on, shown=shown, by=by, at=at)
    elif on > by.today:
        raise OutOfOrder("The date is still to come. Record a decision once it is made.")
    elif request.outcome_on and on < request.outcome_on:
        raise OutOfOrder("The date is before the decision to assess. Check both.")
