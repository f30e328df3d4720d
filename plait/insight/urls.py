from django.urls import path

from plait.insight import views

app_name = "insight"
urlpatterns = [
    path("area/", views.area, name="area"),
    path("area/<str:measure>/", views.behind, name="behind"),
]
