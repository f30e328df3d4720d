"""Education that is not on a roll full-time: the registers, one child's, and the family's."""

from django.urls import path

from plait.provision.views import alternative, at_home, child, eotas, mine, missing, way_back

app_name = "provision"
CHILD = "children/<int:child_id>"
HOME = f"{CHILD}/home-education/<int:home_id>"
AP = f"{CHILD}/alternative-provision/<int:placement_id>"
EOTAS = f"{CHILD}/eotas"
WAY = f"{CHILD}/way-back/<int:way_id>"
MISSING = f"{CHILD}/missing-education/<int:notice_id>"
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
    path("eotas/", eotas.register, name="eotas_register"),
    path(f"{EOTAS}/", eotas.packages, name="eotas"),
    path(f"{EOTAS}/add/", eotas.add, name="eotas_add"),
    path(f"{EOTAS}/<int:part_id>/", eotas.change, name="eotas_change"),
    path(f"{EOTAS}/<int:part_id>/end/", eotas.end, name="eotas_end"),
    path(f"{CHILD}/way-back/add/", way_back.add, name="way_add"),
    path(f"{WAY}/", way_back.way, name="way"),
    path(f"{WAY}/steps/<int:number>/", way_back.step, name="way_step"),
    path(f"{WAY}/end/", way_back.end, name="way_end"),
    path("missing-education/", missing.register, name="missing_register"),
    path(f"{CHILD}/missing-education/add/", missing.add, name="missing_add"),
    path(f"{MISSING}/", missing.notice, name="missing"),
    path(f"{MISSING}/enquiry/", missing.enquire, name="missing_enquire"),
    path(f"{MISSING}/found/", missing.found, name="missing_found"),
    path("my/<int:child_id>/home-education/", mine.mine, name="mine"),
    path("my/<int:child_id>/home-education/<slug:key>/", mine.say, name="my_say"),
]
