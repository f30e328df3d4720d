"""A journal entry in words."""

from datetime import date

from plait.cases.dated_facts import FACTS
from plait.journal.models import Entry
from plait.law.duties import DUTIES
from plait.ui.words import long_day, moment

WORDS = {
    "date_corrected": "Date corrected",
    "request_decided": "Decision on the request recorded",
    "assessment_ended": "End of the assessment recorded",
    "plan_issued": "EHC plan issued",
    "review_held": "Review meeting recorded",
    "review_decided": "Decision after the review recorded",
    "duty_done": "Legal date met",
    "clock_superseded": "Legal date counted anew",
    "exception_recorded": "Exception recorded",
    "exception_taken_back": "Exception taken back",
    "note_written": "Note written",
    "document_added": "Document added",
    "document_shared": "Document's readers changed",
    "document_hidden": "Document hidden from a person",
    "document_removed": "Document removed",
    "asking_taken": "Request for an assessment taken on",
    "asking_answered": "Request for an assessment answered",
    "panel_decided": "Decision made, with its reasons",
    "again_asked": "New assessment asked for",
    "again_decided": "Decision whether to assess again",
    "again_ended": "New assessment ended",
    "again_taken_back": "Request for a new assessment taken back",
    "budget_asked": "Personal budget asked for",
    "budget_written": "Personal budget being prepared",
    "budget_proposed": "Personal budget proposed to the family",
    "budget_decided": "Personal budget decided",
    "budget_review_asked": "Review of a refused direct payment asked for",
    "budget_reviewed": "Refused direct payment looked at again",
    "letters_made": "Letters written",
    "letter_changed": "Letter changed",
    "letter_withdrawn": "Letter put aside",
    "letter_sent": "Letter sent",
    "letter_served": "Letter served",
    "template_changed": "Words of a letter changed",
    "letterhead_changed": "Letterhead changed",
    "advice_asked": "Advice asked for",
    "advice_held": "Existing advice found sufficient",
    "advice_given": "Advice given",
    "advice_chased": "Reminder of advice",
    "advice_ended": "Advice no longer asked for",
    "appointment_booked": "Appointment booked",
    "appointment_booked_apart": "Appointment booked, not for the family’s pages",
    "appointment_moved": "Appointment moved",
    "appointment_kept": "Appointment kept",
    "appointment_not_kept": "Appointment not kept",
    "appointment_called_off": "Appointment called off",
    "appointment_missed": "Appointment not kept",
    "interim_agreed": "Help agreed during the assessment",
    "health_opened": "Referral to a health service recorded",
    "health_first_contact": "First seen by a health service",
    "health_contact": "Contact with a health service recorded",
    "health_treated": "Treatment began",
    "health_ended": "Episode of health care ended",
    "health_meanwhile": "Help offered during a wait",
    "health_checked_in": "Asked whether help during a wait helps",
    "health_escalated": "Need grew during a wait",
    "health_answered": "Need that grew was answered",
    "health_equipment": "Equipment recorded",
    "health_equipment_step": "How far equipment has come",
    "home_begun": "Put on the register of home education",
    "home_field_held": "Field of the register of home education written",
    "home_field_out": "Field of the register of home education taken out",
    "home_contact": "Contact with a family that educates at home",
    "home_ended": "Home education ended",
    "home_objected": "Correction of, or objection to, the register of home education",
    "home_answered": "Correction or objection answered",
    "ap_placed": "Placed in alternative provision",
    "ap_changed": "Goal, hours or return from alternative provision changed",
    "ap_checked": "Alternative provision checked",
    "ap_reviewed": "Alternative provision reviewed",
    "ap_provider_known": "What is known of an alternative provider recorded",
    "ap_ended": "Placement in alternative provision ended",
    "eotas_added": "Part of education otherwise than at school added",
    "eotas_changed": "Part of education otherwise than at school changed",
    "eotas_ended": "Part of education otherwise than at school ended",
    "way_back_planned": "Way back to a setting planned",
    "way_back_step": "Step of the way back taken",
    "way_back_ended": "Plan of the way back ended",
    "missing_reported": "Reported missing from education",
    "missing_enquired": "Enquiry about a missing child logged",
    "missing_found": "Missing child found",
    "list_entry_kept": "Entry on the one list kept",
    "list_reason_corrected": "Reason on the one list corrected",
    "list_left": "Taken off the one list",
    "list_put": "Put on the one list",
    "concern_raised": "Concern about attendance raised with the family",
    "concern_answered": "Concern about attendance answered by the family",
    "concern_adjusted": "Something tried to make school easier",
    "concern_helped": "Said whether what was tried helped",
    "concern_action": "Action about attendance recorded",
    "concern_ended": "Concern about attendance ended",
    "signal_ended": "Signal ended",
    "question_answered": "Keep, move or end: answered",
    "party_told": "Somebody was told",
    "party_knows": "Somebody said that they know",
    "lead_named": "Lead professional named",
    "lead_ended": "Lead professional ended",
    "lead_in_touch": "The lead was in touch with the family",
    "part_time_agreed": "Part-time timetable agreed",
    "part_time_ended": "Part-time timetable ended",
    "records_joined": "Two records joined",
    "records_taken_apart": "Two records taken apart",
    "records_kept_apart": "Two records kept apart",
}


def line(entry: Entry) -> tuple[str, str, str]:
    """Give when, what, and by whom and why."""
    by = entry.by.name if entry.by else "Plait"
    who = f"{by}, {entry.through}" if entry.through else by
    why = f": {entry.why}" if entry.why else ""
    return moment(entry.at), f"{what(entry)}", f"{who}{why}"


def what(entry: Entry) -> str:
    """Say what was done; an act this page has no words for is said by its own name."""
    said = WORDS.get(entry.what, entry.what.replace("_", " ").capitalize())
    facts = entry.facts
    if entry.what == "date_corrected" and facts.get("fact") in FACTS:
        was, to = (_day(facts.get(name)) for name in ("was", "to"))
        return f"{said}: {FACTS[facts['fact']].words}, from {was} to {to}"
    if facts.get("duty") in DUTIES:
        return f"{said}: {DUTIES[facts['duty']].does}"
    return said


def _day(text: str | None) -> str:
    return long_day(date.fromisoformat(text)) if text else "no date"
