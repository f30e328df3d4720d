"""Everything the road from request to plan is drawn from, read for somebody."""

from dataclasses import dataclass, field
from datetime import date

from plait.access.reader import Reader
from plait.assessment.models import Advice, Asking, Panel, Reassessment
from plait.assessment.queries.again import asked_again, stands_of
from plait.assessment.queries.askings import asked_for
from plait.assessment.queries.road import panels_of
from plait.cases.actions_told_again import AGAIN
from plait.cases.area_rules import targets_of
from plait.cases.models import Clock
from plait.cases.queries import Case, Record
from plait.cases.queries_standing import Standing
from plait.cases.state import state_of
from plait.law.owed_letters import Owed
from plait.law.process import State
from plait.law.targets import Rules
from plait.plans.models import Version


@dataclass(frozen=True)
class Facts:
    """One child's road on one day, as far as the reader sees it."""

    record: Record
    reader: Reader
    state: State
    askings: list[Asking]
    panels: list[Panel]
    advice: list[Advice]
    versions: list[Version]
    targets: Rules = field(default_factory=dict)
    again: list[Reassessment] = field(default_factory=list)  # the newest first
    notices: tuple[Owed, ...] = ()  # not sent yet, while the assessment is considered or made

    @property
    def today(self) -> date:
        return self.reader.today

    @property
    def standing(self) -> Standing:
        return self.record.standing

    @property
    def case(self) -> Case | None:
        return self.record.newest

    @property
    def child_id(self) -> int:
        return self.record.child.pk

    def clock(self, duty: str) -> Clock | None:
        """Give the newest clock of a duty of the newest case itself, not of assessing again."""
        found = [
            clock
            for clock in self.record.clocks
            if clock.duty == duty
            and not clock.superseded_by_id
            and self.case
            and clock.request_id == self.case.request.pk
            and not clock.ref.startswith(AGAIN)
        ]
        return found[-1] if found else None

    def decision(self, about: str) -> Panel | None:
        """Give the decision of a kind that was made last for the newest request."""
        return next((p for p in reversed(self._of(about)) if p.state == "decided"), None)

    def in_hand(self, about: str) -> Panel | None:
        return next((p for p in self._of(about) if p.state == "writing"), None)

    def _of(self, about: str) -> list[Panel]:
        request = self.case.request.pk if self.case else None
        return [p for p in self.panels if p.about == about and p.request_id == request]


def facts_for(record: Record, reader: Reader) -> Facts:
    """Gather the road of a child whose record was read."""
    child, case = record.child.pk, record.newest
    of_request = {"request": case.request.pk} if case else {"request": None}
    versions = list(Version.objects.filter(**of_request).order_by("number"))
    panels, again = panels_of(child), asked_again(child)
    agreed = [p for p in panels if p.about == "plan" and p.state == "decided"]
    newest = [p for p in agreed if case and p.request_id == case.request.pk]
    return Facts(
        record=record,
        reader=reader,
        state=state_of(
            record.cases,
            plan_agreed=bool(newest) and newest[-1].outcome == "Y",
            draft_served=any(version.stage == "served" for version in versions),
            again=stands_of(again),
        ),
        askings=asked_for(child),
        panels=panels,
        advice=list(Advice.objects.filter(**of_request).order_by("due_on", "id")),
        versions=versions,
        targets=targets_of(reader.area),
        again=again,
    )
