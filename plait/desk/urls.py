from django.urls import path

from plait.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.today, name="today"),
    path("cases/", views.cases, name="cases"),
]
