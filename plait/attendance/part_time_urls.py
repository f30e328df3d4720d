"""Part-time timetables."""

from django.urls import path

from plait.attendance.views import part_time

app_name = "part_time"
CHILD = "children/<int:child_id>/part-time"
urlpatterns = [
    path("part-time/", part_time.register, name="register"),
    path(f"{CHILD}/", part_time.child, name="child"),
    path(f"{CHILD}/add/", part_time.add, name="add"),
    path(f"{CHILD}/<int:part_time_id>/prolong/", part_time.prolong, name="prolong"),
    path(f"{CHILD}/<int:part_time_id>/end/", part_time.end, name="end"),
]
