"""What changed, in words for the family; and the general words that may leave the house."""

from datetime import date

from django.conf import settings

from plait.journal.models import Entry
from plait.ui.words import long_day

HEADLINE = "Something changed on a record you follow"
# What is told, and how it is said behind sign-in.
WORDS = {
    "request_taken": "The request for an assessment is on the record.",
    "request_decided": "The decision whether to assess was made.",
    "advice_asked": "Professionals were asked for their advice.",
    "advice_given": "Somebody gave their advice.",
    "advice_chased": "Somebody who is late with their advice was reminded.",
    "interim_agreed": "Help was agreed while the assessment goes on.",
    "assessment_ended": "The decision whether there will be a plan was made.",
    "draft_served": "A draft plan is here for you to read and answer.",
    "comment_answered": "What you said of the draft was answered.",
    "consultation_asked": "A school or college was asked whether it can meet the needs.",
    "consultation_answered": "A school or college that was asked has answered.",
    "plan_issued": "The final plan is here.",
    "letter_sent": "There is a letter for you.",
    "message_answered": "Your message was answered.",
    "exception_recorded": "The authority recorded why a legal date cannot be met.",
    "emergency_opened": "The record was opened in an emergency.",
    "review_held": "A review meeting was recorded.",
    "rights_pass_soon": "The rights pass to the young person, so your access to this record ends "
    "unless they agree that you go on reading. Ask the caseworker to talk with them.",
    "access_goes_on": "You can go on reading this record.",
    "access_refused": "The young person, who holds the rights, closes this record to you.",
    "review_decided": "The decision after the review was made.",
}


def in_full(entry: Entry) -> str:
    """Say what changed, with its day where the act has one."""
    said = WORDS[entry.what]
    on = entry.facts.get("on")
    return f"{said} The day on the record is {long_day(date.fromisoformat(on))}." if on else said


def general(area: str) -> str:
    """Say that something changed, and nothing of what or about whom."""
    return (
        f"Something changed on a record you follow at {area}. To read it, sign in: "
        f"{settings.PLAIT_SITE}/my/\n\nYou can choose there how you are told, or not to be."
    )
