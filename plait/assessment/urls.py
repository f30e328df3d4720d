"""Asking, deciding, advising."""

from django.urls import path

from plait.assessment.views import (
    advice,
    again,
    appointments,
    area_rules,
    ask_advice,
    asked,
    asking,
    give_advice,
    panels,
    record_advice,
    start,
    written,
)

app_name = "assessment"
CHILD = "children/<int:child_id>"
AGAIN = f"{CHILD}/again/<int:again_id>"
MEETING = f"{CHILD}/appointments/<int:appointment_id>"
ONE = f"{CHILD}/advice/<int:advice_id>"
urlpatterns = [
    path("ask/", start.ask, name="ask"),
    path("ask/again/", start.again, name="ask_again"),
    path("asking/", asking.asking, name="asking"),
    path("asking/privacy/", asking.privacy, name="asking_privacy"),
    path("asking/check/", asking.check, name="asking_check"),
    path("asking/received/", asking.received, name="asking_received"),
    path("asking/files/<int:file_id>/remove/", asking.remove_file, name="asking_remove_file"),
    path("asking/<slug:key>/", asking.question, name="asking_question"),
    path("asked/", asked.asked, name="asked"),
    path("asked/write/", written.write_down, name="write_down"),
    path("asked/<int:asking_id>/", asked.one, name="asked_one"),
    path("asked/<int:asking_id>/answer/", asked.answer, name="asked_answer"),
    path("asked/<int:asking_id>/files/<int:file_id>/", asked.file, name="asked_file"),
    path("children/<int:child_id>/ask/", written.for_child, name="setting_asks"),
    path("children/<int:child_id>/panel/<slug:about>/", panels.panel, name="panel"),
    path("children/<int:child_id>/panel/<slug:about>/decide/", panels.decide, name="panel_decide"),
    path("children/<int:child_id>/panel/<slug:about>/pack/", panels.pack, name="panel_pack"),
    path(f"{CHILD}/again/", again.again, name="again"),
    path(f"{CHILD}/again/ask/", again.ask, name="again_ask"),
    path(f"{AGAIN}/decide/", again.decide, name="again_decide"),
    path(f"{AGAIN}/back/", again.take_back, name="again_back"),
    path(f"{AGAIN}/end/", again.end, name="again_end"),
    path(f"{AGAIN}/letters/", again.letters, name="again_letters"),
    path("area-rules/", area_rules.area_rules, name="area_rules"),
    path(f"{CHILD}/advice/", advice.advice, name="advice"),
    path(f"{CHILD}/advice/ask/", ask_advice.ask_advice, name="ask_advice"),
    path(f"{CHILD}/advice/held/", ask_advice.hold_advice, name="hold_advice"),
    path(f"{ONE}/", advice.passages, name="passages"),
    path(f"{ONE}/report", advice.advice_report, name="advice_report"),
    path(f"{ONE}/remind/", advice.chase_advice, name="chase_advice"),
    path(f"{ONE}/end/", advice.end_advice, name="end_advice"),
    path(f"{ONE}/missed/", advice.missed_appointment, name="missed_appointment"),
    path(f"{ONE}/record/", record_advice.record_advice, name="record_advice"),
    path(f"{CHILD}/appointments/", appointments.appointments, name="appointments"),
    path(f"{CHILD}/appointments/book/", appointments.book, name="appointment_book"),
    path(f"{MEETING}/move/", appointments.move, name="appointment_move"),
    path(f"{MEETING}/kept/", appointments.kept, name="appointment_kept"),
    path(f"{MEETING}/missed/", appointments.missed, name="appointment_missed"),
    path(f"{MEETING}/off/", appointments.call_off, name="appointment_off"),
    path(f"{CHILD}/interim/", advice.interim, name="interim"),
    path("advice/", give_advice.my_advice, name="my_advice_list"),
    path("advice/<int:advice_id>/", give_advice.my_one, name="my_advice"),
    path("advice/<int:advice_id>/check/", give_advice.my_check, name="my_check"),
    path("advice/<int:advice_id>/papers/<int:number>", give_advice.my_paper, name="my_paper"),
    path("give-advice/", give_advice.give_advice, name="give_advice"),
    path("give-advice/check/", give_advice.give_check, name="give_check"),
    path("give-advice/papers/<int:number>", give_advice.give_paper, name="give_paper"),
]
