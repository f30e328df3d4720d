from django.urls import path

from plait.intake import views

app_name = "intake"
urlpatterns = [
    path("files/", views.deliveries, name="deliveries"),
    path("files/template/<slug:kind>.csv", views.template, name="template"),
    path("files/<int:delivery_id>/", views.delivery, name="delivery"),
    path("files/<int:delivery_id>/<slug:what>/", views.act, name="act"),
]
