from django.urls import path

from plait.family import views

app_name = "family"
urlpatterns = [
    path("my/", views.children, name="children"),
    path("my/<int:child_id>/", views.child, name="child"),
    path("my/<int:child_id>/looks/", views.looks, name="looks"),
]
