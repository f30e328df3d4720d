"""People, ties and the doors to the site."""

from django.urls import path

from plait.access.views import (
    doors,
    emergency,
    families,
    guests,
    inspections,
    openid,
    people,
    rights,
    sight,
    ties,
)

app_name = "access"
urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/add/", people.add_person, name="add_person"),
    path("people/allocate/", ties.allocate, name="allocate"),
    path("people/inspection/", inspections.inspection, name="inspection"),
    path("people/waiting/", doors.waiting, name="recoveries"),
    path("people/waiting/<int:recovery_id>/", doors.answer_lost, name="answer_lost"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/invite/", people.invite, name="invite"),
    path("people/<int:user_id>/post/", people.add_post, name="add_post"),
    path("people/<int:user_id>/close/", people.close_account, name="close_account"),
    path("people/posts/<int:post_id>/end/", people.end_post, name="end_post"),
    path("people/posts/<int:post_id>/hand-over/", ties.hand_over, name="hand_over"),
    path("people/posts/<int:post_id>/cover/", ties.cover, name="cover"),
    path("people/ties/<int:tie_id>/end/", ties.end_tie, name="end_tie"),
    path("people/ties/<int:tie_id>/family/", families.end_family_link, name="end_family_link"),
    path("people/children/<int:child_id>/", sight.who_may_see, name="who_may_see"),
    path("people/children/<int:child_id>/allocate/", ties.allocate_child, name="allocate_child"),
    path("people/children/<int:child_id>/family/", families.link_family, name="link_family"),
    path("people/rights/", rights.soon, name="rights_soon"),
    path("people/children/<int:child_id>/rights/", rights.rights, name="rights"),
    path("people/children/<int:child_id>/rights/<int:user_id>/", rights.consent, name="consent"),
    path("people/children/<int:child_id>/capacity/", rights.capacity, name="capacity"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("emergency/open/", emergency.open_record, name="emergency_open"),
    path("emergency/list/", emergency.emergencies, name="emergencies"),
    path("join/<str:token>/", doors.join, name="join"),
    path("recover/<str:token>/", doors.recover, name="recover"),
    path("open/<str:token>/", guests.open_link, name="open_link"),
    path("open/<str:token>/another/", guests.another_link, name="another_link"),
    path("openid/back/", openid.back, name="openid_back"),
    path("openid/<slug:key>/", openid.go, name="openid"),
    path("lost/", doors.lost, name="lost"),
    path("sample/", doors.sample, name="sample"),
    path("privacy/", doors.privacy, name="privacy"),
]
