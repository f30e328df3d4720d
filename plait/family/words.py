"""What changed, in words for the family; and the general words that may leave the house."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.journal.models import Entry
from plait.ui.words import long_day

HEADLINE = later("Something changed on a record you follow")
# What is told, and how it is said behind sign-in.
WORDS = {
    "request_taken": later("The request for an assessment is on the record."),
    "request_decided": later("The decision whether to assess was made."),
    "advice_asked": later("Professionals were asked for their advice."),
    "advice_given": later("Somebody gave their advice."),
    "advice_chased": later("Somebody who is late with their advice was reminded."),
    "appointment_booked": later("An appointment was booked."),
    "appointment_moved": later("An appointment was moved."),
    "appointment_called_off": later("An appointment was called off."),
    "budget_proposed": later("A personal budget is proposed to you."),
    "budget_decided": later("The personal budget was decided."),
    "budget_reviewed": later("The refused direct payment was looked at again."),
    "interim_agreed": later("Help was agreed while the assessment goes on."),
    "assessment_ended": later("The decision whether there will be a plan was made."),
    "draft_served": later("A draft plan is here for you to read and answer."),
    "comment_answered": later("What you said of the draft was answered."),
    "consultation_asked": later("A school or college was asked whether it can meet the needs."),
    "consultation_answered": later("A school or college that was asked has answered."),
    "plan_issued": later("The final plan is here."),
    "letter_sent": later("There is a letter for you."),
    "message_answered": later("Your message was answered."),
    "exception_recorded": later("The authority recorded why a legal date cannot be met."),
    "emergency_opened": later("The record was opened in an emergency."),
    "review_held": later("A review meeting was recorded."),
    "rights_pass_soon": later(
        "The rights pass to the young person, so your access to this record ends "
        "unless they agree that you go on reading. Ask the caseworker to talk with them."
    ),
    "access_goes_on": later("You can go on reading this record."),
    "access_refused": later("The young person, who holds the rights, closes this record to you."),
    "tie_ended": later("You can no longer read this record."),
    "concern_raised": later(
        "The school wrote to you about attendance, and asks what stands in the way."
    ),
    "concern_answered": later("The family answered the concern about attendance."),
    "concern_adjusted": later("Something new is tried to make it easier to come to school."),
    "concern_action": later("Action about attendance was recorded, with the reason."),
    "concern_ended": later("The concern about attendance has ended."),
    "lead_named": later("Somebody was named to lead for your child."),
    "home_answered": later("The officer of home education answered what you said of the register."),
    "home_field_held": later("The register of home education holds something new."),
    "home_field_out": later("Something was taken out of the register of home education."),
    "part_time_agreed": later("A part-time timetable was recorded."),
    "part_time_ended": later("A part-time timetable ended."),
    "ap_placed": later("A place in alternative provision was recorded."),
    "ap_reviewed": later("A place in alternative provision was reviewed."),
    "way_back_planned": later("A plan to come back to school was recorded."),
    "review_decided": later("The decision after the review was made."),
}


def in_full(entry: Entry) -> str:
    """Say what changed, with its day where the act has one."""
    said = _(WORDS[entry.what])
    on = entry.facts.get("on")
    if not on:
        return said
    on_day = _("The day on the record is %(day)s.") % {"day": long_day(date.fromisoformat(on))}
    return f"{said} {on_day}"


def general(area: str) -> str:
    """Say that something changed, and nothing of what or about whom."""
    return _(
        "Something changed on a record you follow at %(area)s. To read it, sign in: %(page)s\n\n"
        "You can choose there how you are told, or not to be."
    ) % {"area": area, "page": f"{settings.PLAIT_SITE}/my/"}


def closed(area: str) -> str:
    """Say that access ended, and nothing of whose record it was or why."""
    return _(
        "You can no longer read a record that you followed at %(area)s. If you think that this is "
        "wrong, or want to know more, please ring the SEND team."
    ) % {"area": area}
