"""Asking, deciding, advising."""

from django.urls import path

from plait.assessment.views import area_rules, asked, asking, panels, start, written

app_name = "assessment"
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
    path("area-rules/", area_rules.area_rules, name="area_rules"),
]
