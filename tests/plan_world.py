"""A plan written through the acts: used by tests of plans, pages and journeys."""

from datetime import date
from typing import Any

from record_world import NOW

WORDS = (
    ("psychology", "Dr E. Pryce", "Sounds merge for her; a structured programme is needed."),
    ("health", "N. Aziz", "She needs a therapist for 45 minutes each week."),
    ("family", "R. O'Connell", "She hides when it is loud."),
)
MISSING = ("family", "education", "health", "psychology", "care")


def advised(world: Any, acting: Any) -> list[Any]:
    """Decide to assess, and give three passages of advice."""
    from plait.cases.actions import decide_request
    from plait.cases.models import Passage

    by = acting("caseworker")
    decide_request(
        request=world.request, outcome="Y", on=date(2026, 10, 12), shown="A", by=by, at=NOW
    )
    return [
        Passage.objects.create(
            area=world.area, child=world.amina, request=world.request, ref=f"advice:{number}",
            kind="provision", state="given", text=text, author_name=author, author_role=kind,
            given_on=date(2026, 10, 20), written_by=by.user,
        )
        for number, (kind, author, text) in enumerate(WORDS, 1)
    ]  # fmt: skip


PROVISION = {
    "who": "speech and language therapist", "expertise": "registered",
    "amount": {"minutes": 45, "sessions": 1, "per": "week"}, "group_size": 1,
    "where": "outside_class", "monitored_by": "the SENCO",
}  # fmt: skip
VIEW = {
    "whose": "child", "given_on": "2026-10-02", "how": "with pictures", "own_words": True,
    "agreed_to_show": True,
    "about": ["communication", "history", "school", "independence", "friendships", "future"],
}  # fmt: skip
OUTCOME = {"by": "2028-07-20", "measure": "seen in class", "monitored": "the SENCO",
           "education_or_training": True}  # fmt: skip
NEEDS = "Amina finds it hard to follow what is said when several people talk."
TEACHES = "A therapist will teach Amina for 45 minutes each week, alone."


def a_draft(world: Any, acting: Any, passages: list[Any]) -> Any:
    """Write a draft with nothing to mend."""
    from plait.plans.actions import statements as write
    from plait.plans.actions.versions import begin_plan
    from plait.plans.actions.whole import say_of_the_whole

    by = acting("caseworker")
    version = begin_plan(request=world.request, by=by, at=NOW)

    def add(section: str, text: str, facts: dict[str, Any] | None = None) -> str:
        return write.add_statement(
            version=version, section=section, text=text, facts=facts, by=by, at=NOW
        ).ref

    add("A", "I like trains and I do not like bells.", VIEW)
    need = add("B", NEEDS, {"area": "communication_and_interaction"})
    outcome = add("E", "Amina will follow an instruction of two steps.", OUTCOME)
    given = add("F", TEACHES, PROVISION)
    ids = [one.pk for one in passages]
    write.tie_all(version=version, source=need, targets=[], passages=ids, by=by)
    write.tie_all(version=version, source=given, targets=[need, outcome], passages=[ids[1]], by=by)
    for section in ("C", "D", "G", "H1", "H2", "J"):
        write.say_none(version=version, section=section, by=by, at=NOW)
    say_of_the_whole(
        version=version, facts={"took_part": "She chose pictures.", "healthcare_plan": False},
        by=by,
    )  # fmt: skip
    for kind in MISSING:
        write.answer_warning(
            version=version, code="K2", ref=f"K-{kind}", why="It is on its way.", by=by, at=NOW
        )
    version.refresh_from_db()
    return version
