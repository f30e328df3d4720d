"""Waits by service, and the health lane of a child."""

from django.urls import path

from plait.health.views import lane, meanwhile, waits

app_name = "health"
CHILD = "children/<int:child_id>/health"
EPISODE = f"{CHILD}/<int:episode_id>"
urlpatterns = [
    path("health/waits/", waits.waits, name="waits"),
    path(f"{CHILD}/", lane.child, name="child"),
    path(f"{CHILD}/refer/", lane.open_episode, name="open"),
    path(f"{EPISODE}/contact/", lane.contact, name="contact"),
    path(f"{EPISODE}/began/", lane.treated, name="treated"),
    path(f"{EPISODE}/end/", lane.end, name="end"),
    path(f"{EPISODE}/meanwhile/", meanwhile.offer, name="meanwhile"),
    path(f"{EPISODE}/grew/", meanwhile.escalate, name="escalate"),
    path(f"{CHILD}/meanwhile/<int:meanwhile_id>/", meanwhile.checked, name="checked"),
    path(f"{CHILD}/grew/<int:escalation_id>/", meanwhile.answer, name="answer"),
    path(f"{CHILD}/equipment/", meanwhile.equipment, name="equipment"),
    path(f"{CHILD}/equipment/<int:equipment_id>/", meanwhile.equipment_step, name="equipment_step"),
]
