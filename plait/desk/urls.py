from django.urls import path

from plait.desk import views, views_caseloads

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("cases/", views.cases, name="cases"),
    path("people/caseloads/", views_caseloads.caseloads, name="caseloads"),
]
