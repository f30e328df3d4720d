"""Plans of the made-up area: one with the family, one that is still being written."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from plait.access.context import acting_as
from plait.access.models import Tie
from plait.access.reader import Reader, posts_of, reader_from
from plait.cases.models import Passage, Request
from plait.config.refusal import Refusal
from plait.config.sample_advice import ASKER
from plait.law.plan.checks import faults, stopping
from plait.law.plan.checks.rule import from_year_nine
from plait.people.models import Area, User
from plait.plans.actions import consultations
from plait.plans.actions import statements as write
from plait.plans.actions.papers import approve_help_page, write_help_page
from plait.plans.actions.versions import begin_plan, serve_draft
from plait.plans.actions.whole import say_of_the_whole
from plait.plans.models import Version
from plait.plans.queries import settings_of_area
from plait.plans.reading import plan_text

VIEW = {"whose": "child", "how": "with pictures, to a teaching assistant", "own_words": True,
        "agreed_to_show": True, "about": ["communication", "history", "school", "independence",
                                          "friendships", "future"]}  # fmt: skip
OUTCOME = {"measure": "seen by the class teacher in four lessons of five",
           "monitored": "the SENCO, each term", "education_or_training": True}  # fmt: skip
PROVISION = {"who": "speech and language therapist", "expertise": "registered",
             "amount": {"minutes": 30, "sessions": 1, "per": "week"}, "group_size": 1,
             "where": "outside_class", "monitored_by": "the SENCO"}  # fmt: skip
NEED = "{name} understands single words and short phrases, and loses longer instructions."
GOAL = "{name} will follow an instruction of three parts in class."
GIVEN = (
    "A registered speech and language therapist will teach {name} for 30 minutes each week, alone."
)
HELP = {
    "likes": "Trains, maps and being outside.",
    "hard": "Loud rooms, bells, and several people talking at once.",
    "helps": "Say one thing at a time and wait. Show a picture.",
    "not_helpful": "Asking again in a louder voice.",
}


@dataclass(frozen=True)
class Pen:
    """Who writes the made-up plans, on which day."""

    by: Reader
    at: datetime

    def on(self, day: date) -> "Pen":
        """Give the same pen on a day gone by."""
        then = timezone.make_aware(datetime.combine(day, time(9, 30)))
        return Pen(replace(self.by, today=day), then)


def seed(code: str, *, today: date, at: datetime) -> int:
    """Write plans on the cases whose advice came in; gives how many."""
    area = Area.objects.filter(code=code).first()
    if area is None or not area.is_sample:
        raise Refusal("Plans are only made up in a made-up area.")
    user = User.objects.get(email=ASKER)
    pen = Pen(reader_from(user, posts_of(user, today=today), area, today=today), at)
    with acting_as(pen.by):
        if Version.objects.filter(area=area).exists():
            return 0
        given = Passage.objects.filter(area=area, state="given").values("request")
        cases = list(
            Request.objects.filter(pk__in=given, plan__isnull=True)
            .annotate(read=Exists(Tie.objects.filter(child=OuterRef("child"), role="parent")))
            .select_related("child")
            .order_by("-read", "outcome_on", "id")[:2]
        )
        for place, case in enumerate(cases):
            _one(case, pen.on(today - timedelta(days=6)), served=place == 0)
        return len(cases)


def _one(case: Request, pen: Pen, *, served: bool) -> None:
    version = begin_plan(request=case, by=pen.by, at=pen.at)
    _write(version, case, pen)
    if not served:
        return
    for fault in stopping(faults(plan_text(version))):
        write.answer_warning(
            version=version, code=fault.code, ref=fault.ref, by=pen.by, at=pen.at,
            why="Talked about with the family and the school; see the note of the meeting.",
        )  # fmt: skip
    version = serve_draft(version=version, on=pen.by.today, by=pen.by, at=pen.at)
    asked = settings_of_area(pen.by)[:1]
    for setting in asked:
        consultations.ask(
            version=version, setting=setting, email="", on=pen.by.today,
            asked_by_family_on=None, by=pen.by, at=pen.at,
        )  # fmt: skip
    page = write_help_page(child=case.child, said=HELP, by=pen.by, at=pen.at)
    approve_help_page(
        page=page, names=["The family", "The SENCO"], on=pen.by.today, by=pen.by, at=pen.at
    )


def _write(version: Version, case: Request, pen: Pen) -> None:
    name = case.child.known_as or case.child.forename or case.child.surname
    later = date(pen.by.today.year + 2, 7, 20)

    def add(section: str, text: str, facts: dict[str, Any]) -> str:
        words = text.format(name=name)
        return write.add_statement(
            version=version, section=section, text=words, facts=facts, by=pen.by, at=pen.at
        ).ref

    add("A", "I like trains and maps. I do not like bells.",
        VIEW | {"given_on": pen.by.today.isoformat()})  # fmt: skip
    need = add("B", NEED, {"area": "communication_and_interaction"})
    goal = add("E", GOAL, OUTCOME | {"by": later.isoformat()})
    adulthood = {"adulthood": True} if from_year_nine(plan_text(version)) else {}
    given = add("F", GIVEN, PROVISION | adulthood)
    passages = list(
        Passage.objects.filter(request=case, state="given").values_list("pk", flat=True)
    )
    write.tie_all(version=version, source=need, targets=[], passages=passages[:1], by=pen.by)
    write.tie_all(
        version=version, source=given, targets=[need, goal], passages=passages[2:3], by=pen.by
    )
    for section in ("C", "D", "G", "H1", "H2", "J"):
        write.say_none(version=version, section=section, by=pen.by, at=pen.at)
    say_of_the_whole(
        version=version, by=pen.by,
        facts={"took_part": f"{name} chose pictures of the day and put them in order.",
               "healthcare_plan": False},
    )  # fmt: skip
