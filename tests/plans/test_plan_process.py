"""Whatever is tried in whatever order, a plan goes only the ways the law has."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from plan_world import PROVISION, TEACHES
from record_world import NOW

from plait.access.refusals import Refused
from plait.cases.dated_facts import OutOfOrder
from plait.cases.models import Clock, Plan
from plait.law.plan.checks import faults, stopping
from plait.plans.actions import statements as write
from plait.plans.actions.versions import begin_next, make_final, ref_of, serve_draft
from plait.plans.models import Comment, Version
from plait.plans.reading import plan_text

pytestmark = pytest.mark.slow

DAYS = st.dates(date(2026, 11, 1), date(2026, 11, 24))  # the last is still to come
WAYS = {  # of a version: what its stage may become
    "writing": {"writing", "served", "final"},
    "served": {"served", "replaced"},
    "replaced": {"replaced"},
    "final": {"final"},
}
COME = st.sampled_from(["text", "thread", "version", "delete"])


def words_of(version):
    """Everything a version says."""
    rows = version.statements.order_by("ref").values_list("ref", "section", "text", "facts")
    threads = version.threads.order_by("source", "target", "passage")
    return list(rows), list(threads.values_list("source", "target", "passage"))


class Process(RuleBasedStateMachine):
    """One child's plan, from its first draft on; `kept` is what was served, as it read then."""

    world = acting = draft = None  # given by the test

    def __init__(self):
        super().__init__()
        self.by = self.acting("caseworker")
        self.point = transaction.savepoint()
        self.kept, self.stages = {}, {self.draft.pk: "writing"}

    def teardown(self):
        transaction.savepoint_rollback(self.point)
        super().teardown()

    @property
    def newest(self):
        rows = Version.objects.select_related("child", "request", "came_from")
        return rows.filter(request=self.world.request).order_by("-number")[0]

    def attempt(self, act, **given):
        """Do an act that may be refused, as the product does: whole, or not at all."""
        try:
            with transaction.atomic():
                return act(by=self.by, **given)
        except (Refused, OutOfOrder):
            return None

    @initialize(how_far=st.sampled_from([0, 1, 2, 2, 3, 4, 4]))
    def begins(self, how_far):
        """Random acts alone seldom come to a final plan; so some begin with a draft served."""
        if how_far:
            self.is_served(date(2026, 11, 2))
            self.goes_only_lawful_ways()
        if how_far > 1:
            self.goes_on()
        if how_far > 3:
            self.is_changed(30)
        if how_far > 2:
            self.is_final(date(2026, 11, 20), True)

    @rule()
    def goes_on(self):
        self.attempt(begin_next, version=self.newest, at=NOW)

    @rule(on=DAYS)
    def is_served(self, on):
        version = self.newest
        lacks = stopping(faults(plan_text(version)))
        done = self.attempt(serve_draft, version=version, on=on, at=NOW)
        if done:
            assert not lacks
            assert version.stage == "writing"
            assert done.window_ends_on == on + timedelta(days=14)  # that day is the first of 15
            self.kept[done.pk] = words_of(done)

    @rule(on=DAYS, named=st.sampled_from([True, True, False]))
    def is_final(self, on, named):
        version = self.newest
        served = version.came_from
        was = served.stage if served else ""
        done = self.attempt(
            make_final, version=version, on=on, signed_on=on, at=NOW, otherwise=False,
            setting=self.world.larkfield if named else None,
            kind_of_setting="mainstream" if named else "",
        )  # fmt: skip
        if done:
            assert named
            assert was == "served"
            said = Comment.objects.filter(version=served)
            assert on > served.window_ends_on or said.exists()
            assert not said.filter(answer="").exists()
            assert words_of(version) == self.kept[served.pk] or said.filter(ref="F1").exists()
            self.kept[done.pk] = words_of(done)

    @rule(minutes=st.sampled_from([30, 45, 60]))
    def is_changed(self, minutes):
        text = TEACHES.replace("45", str(minutes))
        facts = {**PROVISION, "amount": {"minutes": minutes, "sessions": 1, "per": "week"}}
        row = self.newest.statements.filter(ref="F1").first()
        if row:
            self.attempt(write.save_statement, version=self.newest, ref="F1", base=row.text,
                         text=text, facts=facts, at=NOW)  # fmt: skip

    @rule(really=st.sampled_from([False, False, False, True]))
    def loses_its_provision(self, really):
        if really:
            self.attempt(write.take_out, version=self.newest, ref="F1")

    @rule(ref=st.sampled_from(["", "F1", "B1"]))
    def is_spoken_of(self, ref):
        for version in Version.objects.filter(request=self.world.request, stage="served"):
            Comment.objects.create(
                area=version.area, child=version.child, version=version, ref=ref, text="Please.",
                written_by=self.by.user, at=NOW,
            )  # fmt: skip

    @rule()
    def is_answered(self):
        Comment.objects.filter(version__request=self.world.request, answer="").update(
            answer="Thank you.", accepted=True, answered_by=self.by.user, answered_at=NOW
        )

    @rule(what=COME)
    def is_tampered_with(self, what):
        """Past the acts, as a fault in the application would."""
        for pk in self.kept:
            version = Version.objects.get(pk=pk)
            with pytest.raises(IntegrityError), transaction.atomic():
                tamper(version, what)

    @invariant()
    def goes_only_lawful_ways(self):
        for pk, stage in Version.objects.filter(request=self.world.request).values_list(
            "pk", "stage"
        ):
            assert stage in WAYS[self.stages.get(pk, "writing")]
            self.stages[pk] = stage
        live = [stage for stage in self.stages.values() if stage in ("served", "final")]
        assert len(live) <= 1, "two versions are in force at once"

    @invariant()
    def what_was_served_reads_as_it_did(self):
        for pk, words in self.kept.items():
            assert words_of(Version.objects.get(pk=pk)) == words

    @invariant()
    def no_draft_names_a_placement(self):
        for version in Version.objects.filter(request=self.world.request).exclude(stage="final"):
            assert (version.placement_id, version.placement_type) == (None, "")

    @invariant()
    def each_served_draft_and_final_plan_has_its_clocks(self):
        for pk in self.kept:
            version = Version.objects.get(pk=pk)
            duties = set(Clock.objects.filter(ref=ref_of(version)).values_list("duty", flat=True))
            if version.stage == "final":
                of_plan = Clock.objects.filter(request=self.world.request, ref="")
                begun = set(of_plan.values_list("duty", flat=True))
                assert "cfa-s44-annual-review" in begun
                assert "tr-20-appeal-time" not in begun | duties  # it begins with the letter
            else:
                assert "sr-r13-1-draft-representations" in duties
        final = Version.objects.filter(request=self.world.request, stage="final").exists()
        assert Plan.objects.filter(request=self.world.request).exists() == final


def tamper(version, what):
    if what == "text":
        version.statements.update(text="Less.")
    elif what == "delete":
        version.statements.all().delete()
    elif what == "thread":
        version.threads.all().delete()
    else:
        Version.objects.filter(pk=version.pk).update(served_on=date(2026, 1, 1))


def test_no_order_of_acts_reaches_what_is_not_lawful(world, acting, draft):
    Process.world, Process.acting, Process.draft = world, staticmethod(acting), draft
    run_state_machine_as_test(
        Process,
        settings=settings(
            max_examples=40, stateful_step_count=16, deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
