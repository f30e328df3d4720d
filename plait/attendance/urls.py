"""The attendance of one child, and concerns about it."""

from django.urls import path

from plait.attendance.views import child, concerns

app_name = "attendance"
CHILD = "children/<int:child_id>/attendance"
CONCERN = f"{CHILD}/concern/<int:concern_id>"
urlpatterns = [
    path(f"{CHILD}/", child.child, name="child"),
    path("attendance/concerns/", concerns.concerns, name="concerns"),
    path(f"{CHILD}/concern/", concerns.raise_concern, name="raise"),
    path(f"{CONCERN}/", concerns.concern, name="concern"),
    path(f"{CONCERN}/try/", concerns.try_it, name="try"),
    path(f"{CONCERN}/helped/<int:place>/", concerns.helped, name="helped"),
    path(f"{CONCERN}/action/", concerns.action, name="action"),
    path(f"{CONCERN}/end/", concerns.end, name="end_concern"),
]
