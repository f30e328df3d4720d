"""Checks of section A: the views, interests and aspirations of the child and the family."""

from plait.law.plan.checks.rule import Wording, Wrong, check, from_year_nine, shown
from plait.law.plan.kinds import Topic
from plait.law.plan.model import PlanText
from plait.law.plan.statements import View

COVERED = (
    (Topic.COMMUNICATION,), (Topic.HISTORY,), (Topic.PLAY, Topic.SCHOOL), (Topic.INDEPENDENCE,),
    (Topic.FRIENDSHIPS,), (Topic.FUTURE, Topic.ASPIRATIONS),
)  # fmt: skip


def _says_something(one: View) -> bool:
    return bool(one.text.strip() or one.media)


@check("A1")
def views_are_there(plan: PlanText, wording: Wording) -> Wrong:
    if not any(_says_something(one) for one in plan.views):
        yield "A", "Section A holds no view, interest or aspiration."


@check("A2")
def who_gave_them_when_and_how(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.views:
        lacks = [
            word
            for word, there in (
                ("whose it is", one.whose), ("the day", one.given_on), ("how", one.how.strip())
            )
            if not there
        ]  # fmt: skip
        if lacks:
            yield one.ref, f"{shown(one.text)} does not say {', '.join(lacks)}."


@check("A3")
def in_their_own_words(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.views:
        if not one.own_words and not one.media:
            yield one.ref, f"{shown(one.text)} is not marked as their own words."


@check("A4")
def what_the_code_lists_is_covered(plan: PlanText, wording: Wording) -> Wrong:
    topics = {topic for one in plan.views for topic in one.about}
    asked = (*COVERED, (Topic.FURTHER_EDUCATION,)) if from_year_nine(plan) else COVERED
    lacks = [
        " or ".join(topic.value.replace("_", " ") for topic in any_of)
        for any_of in asked
        if not topics & set(any_of)
    ]
    if plan.views and lacks:
        yield "A", f"Nothing is said of {'; '.join(lacks)}."


@check("A5")
def views_reach_to_adulthood(plan: PlanText, wording: Wording) -> Wrong:
    reaches = any(Topic.ADULTHOOD in one.about for one in plan.views)
    if from_year_nine(plan) and plan.views and not reaches:
        yield "A", "Nothing is said of adult life."


@check("A6")
def agreed_to_show(plan: PlanText, wording: Wording) -> Wrong:
    for one in plan.views:
        if one.agreed_to_show is not True:
            yield one.ref, f"It is not recorded that {shown(one.text)} may be shown."
