from django.urls import path

from plait.intake import views, views_keys

app_name = "intake"
urlpatterns = [
    path("files/", views.deliveries, name="deliveries"),
    path("files/template/<slug:kind>.csv", views.template, name="template"),
    path("files/keys/", views_keys.all_keys, name="keys"),
    path("files/keys/<int:key_id>/end/", views_keys.end_key, name="end_key"),
    path("files/<int:delivery_id>/", views.delivery, name="delivery"),
    path("files/<int:delivery_id>/<slug:what>/", views.act, name="act"),
]
