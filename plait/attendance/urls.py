"""The attendance of one child, and concerns about it."""

from django.urls import path

from plait.attendance.views import child

app_name = "attendance"
CHILD = "children/<int:child_id>/attendance"
urlpatterns = [
    path(f"{CHILD}/", child.child, name="child"),
]
