"""Education that is not on a roll full-time: the registers, one child's, and the family's."""

from django.urls import path

from plait.provision.views import alternative, at_home, child, mine

app_name = "provision"
CHILD = "children/<int:child_id>"
HOME = f"{CHILD}/home-education/<int:home_id>"
AP = f"{CHILD}/alternative-provision/<int:placement_id>"
urlpatterns = [
    path("taught-elsewhere/", child.elsewhere, name="elsewhere"),
    path(f"{CHILD}/taught/", child.child, name="child"),
    path("home-education/", at_home.register, name="home_register"),
    path(f"{CHILD}/home-education/add/", at_home.add, name="home_add"),
    path(f"{HOME}/", at_home.entry, name="home"),
    path(f"{HOME}/hold/<slug:key>/", at_home.hold, name="home_hold"),
    path(f"{HOME}/take-out/<slug:key>/", at_home.take_out, name="home_out"),
    path(f"{HOME}/contact/", at_home.contact, name="home_contact"),
    path(f"{HOME}/end/", at_home.end, name="home_end"),
    path(f"{CHILD}/home-education/said/<int:objection_id>/", at_home.answer, name="home_answer"),
    path("alternative-provision/", alternative.register, name="ap_register"),
    path(f"{CHILD}/alternative-provision/add/", alternative.add, name="ap_add"),
    path(f"{AP}/", alternative.placement, name="placement"),
    path(f"{AP}/change/", alternative.change, name="ap_change"),
    path(f"{AP}/check/", alternative.check, name="ap_check"),
    path(f"{AP}/review/", alternative.review, name="ap_review"),
    path(f"{AP}/end/", alternative.end, name="ap_end"),
    path(f"{AP}/provider/", alternative.provider, name="ap_provider"),
    path(f"{AP}/notice/", alternative.notice, name="ap_notice"),
    path("my/<int:child_id>/home-education/", mine.mine, name="mine"),
    path("my/<int:child_id>/home-education/<slug:key>/", mine.say, name="my_say"),
]
