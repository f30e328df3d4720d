from django.urls import path

from plait.watch.views import filters, put, signals, team, the_list, wards

app_name = "watch"
urlpatterns = [
    path("not-in-school/", the_list.one_list, name="list"),
    path("not-in-school/filters/", filters.keep, name="filters"),
    path("not-in-school/filters/<int:filter_id>/remove/", filters.remove, name="remove_filter"),
    path("not-in-school/<int:entry_id>/", the_list.entry, name="entry"),
    path("not-in-school/<int:entry_id>/reason/", the_list.reason, name="reason"),
    path("not-in-school/<int:entry_id>/off/", the_list.off, name="off"),
    path("told/<int:told_id>/", the_list.told, name="told"),
    path("sight/", the_list.today, name="today"),
    path("children/<int:child_id>/team/", team.team, name="team"),
    path("children/<int:child_id>/team/lead/", team.lead, name="lead"),
    path("children/<int:child_id>/team/in-touch/", team.in_touch, name="in_touch"),
    path("children/<int:child_id>/team/end/", team.end, name="end_lead"),
    path("children/<int:child_id>/not-in-school/", put.put, name="put"),
    path("not-in-school/by-ward/", wards.wards, name="wards"),
    path("not-in-school/by-ward/load/", wards.load, name="load_wards"),
    path("signals/noise/", signals.noise, name="noise"),
    path("signals/", signals.signals, name="signals"),
    path("signals/<int:signal_id>/", signals.signal, name="signal"),
    path("questions/", signals.asked, name="asked"),
    path("questions/<int:asked_id>/", signals.question, name="question"),
]
