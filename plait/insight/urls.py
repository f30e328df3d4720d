from django.urls import path

from plait.insight import views, views_attendance

app_name = "insight"
urlpatterns = [
    path("attendance/", views_attendance.attendance, name="attendance"),
    path("area/", views.area, name="area"),
    path("area/attendance/", views_attendance.of_area, name="area_attendance"),
    path("area/<str:measure>/", views.behind, name="behind"),
]
