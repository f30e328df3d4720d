"""Is a sentence provision at all? Needs, results, outcomes, wishes and headings are not."""

import re
from typing import NamedTuple

from plait.law.specificity.patterns import Mark
from plait.law.specificity.table import Marks, rules

QUOTE = re.compile(r'\s*["\'][a-z]')
PURPOSE = re.compile(
    r"\b(?:so|enable[sd]?|allow(?:s|ed|ing)?|help(?:s|ed|ing)?|until|order|how|that|who)\b"
)
HEADING = re.compile(r"[^.!?]*:\s*$|[^.!?]*\|[^.!?]*$")
GIVEN = ("delivered", "break", "act", "thing", "vague availability", "vague noun", "vague nobody")
SAID = ("role", "says rate", "says length", "says size", "vague availability", "vague rate")
WHEN = ("says rate", "says length", "says scope", "vague rate", "vague condition")
MODAL = re.compile(r"\b(?:will|should|must|shall|is to|are to|can|may|could)\b")
TITLE = re.compile(
    r"\b(?:provision|needs?|outcomes?|recommendations?|strengths?|difficulties|skills|sen|send)$"
)
PREPOSITION = re.compile(r"^an? |\b(?:on|at|in|for|to|with|from|during|by|x|per)\b")
OF_THE_CHILD = re.compile(r"\s*(?:he|she|they|i)\b")
GIVER_ACTS = re.compile(
    r"\s+(?:goes|takes|makes|comes|reads|writes|walks|plays|talks|uses|follows|joins|gives|gets)\b"
)
TO_ACT = re.compile(r"\s+to\s")


class Standing(NamedTuple):
    """Whether a sentence is provision, and why in plain English."""

    is_provision: bool
    why: str


def standing(marks: Marks) -> Standing:
    """Say whether a marked sentence is provision."""
    if QUOTE.match(marks.small):
        return Standing(False, "Somebody's words: they belong with the views.")
    if never := _never(marks):
        return Standing(False, rules()[never.rule].why)
    if HEADING.fullmatch(marks.small) or _is_heading(marks):
        return Standing(False, "A heading.")
    given = marks.of("provision")
    outcome = marks.of("outcome")
    if outcome and _is_outcome(marks, outcome, given):
        return Standing(False, rules()[outcome[0].rule].why)
    if given:
        return Standing(True, rules()[given[0].rule].why)
    return _without_a_promise(marks)


def _never(marks: Marks) -> Mark | None:
    """A mark that rules provision out, unless it stands in a clause of purpose."""
    for mark in marks.of("not provision"):
        before = marks.small[max(0, mark.start - 25) : mark.start]
        if not (mark.rule == "n-outcome" and PURPOSE.search(before)):
            return mark
    return None


def _is_heading(marks: Marks) -> bool:
    """A few words without a full stop that say no giver, rate, length or number."""
    bare = marks.small.rstrip()
    if bare.endswith((".", "!", "?")) or len(bare.split()) > 5:
        return False
    if marks.of(*SAID, "thing", "provision", "vague size", "vague condition", "break", "act"):
        return False
    given = [mark for mark in marks.of("delivered", "vague noun") if mark.rule != "d-subject"]
    return not given or TITLE.search(bare) is not None


def _is_outcome(marks: Marks, outcome: list[Mark], given: list[Mark]) -> bool:
    """The child achieves something, and no giver, rate or promise stands before it."""
    if _a_giver_acts(marks, outcome[0]) or _pinned(marks):
        return False
    return not given or given[0].start > outcome[0].start or len(outcome) > 1


def _a_giver_acts(marks: Marks, verb: Mark) -> bool:
    """A role, or nobody in particular, stands before the verb: the giver acts, not the child."""
    givers = marks.of("role", "vague nobody", "says who")
    return any(giver.start < verb.start for giver in givers)


def _pinned(marks: Marks) -> bool:
    """A giver together with a rate or a length: the sentence promises something."""
    return bool(marks.of("role", "says who") and marks.of("says rate", "says length"))


def _without_a_promise(marks: Marks) -> Standing:
    """A sentence with no verb of giving: a note of provision, or how the child is."""
    givers = marks.of("role", "vague nobody", "says who")
    states = marks.of("state")
    when = marks.of(*WHEN)
    past = [mark for mark in states if mark.rule != "s-child"]
    first = bool(givers) and not (states and states[0].start < givers[0].start)
    if (
        givers
        and not (past and past[0].start < givers[0].start)
        and (
            MODAL.search(marks.small, givers[0].end)
            or (first and TO_ACT.match(marks.small, givers[0].end))
        )
    ):
        return Standing(True, "A giver will do something.")
    if first and when and not past:
        return Standing(True, "A giver does something at a stated time.")
    if first and not past and GIVER_ACTS.match(marks.small, givers[0].end):
        return Standing(True, "A giver does something.")
    if not past and marks.of("given now") and (when or not OF_THE_CHILD.match(marks.small)):
        return Standing(True, "Said in the present: something is given.")
    if states:
        return Standing(False, rules()[states[0].rule].why)
    if givers and not states and PREPOSITION.search(marks.small):
        return Standing(True, "A note of who is there.")
    if (
        marks.of(*GIVEN, "vague rate", "vague condition", "group")
        or (when and givers)
        or (marks.of("says rate") and marks.of("says length"))
    ):
        return Standing(True, "A note of what is given.")
    return Standing(False, "Nothing is given here.")
