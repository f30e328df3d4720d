"""Asking, deciding, advising."""

from django.urls import path

from plait.assessment.views import asking, start

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
]
