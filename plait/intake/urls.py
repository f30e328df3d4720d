from django.urls import path

from plait.intake import (
    views,
    views_columns,
    views_feeds,
    views_hash_keys,
    views_keys,
    views_recognising,
)

app_name = "intake"
urlpatterns = [
    path("files/", views.deliveries, name="deliveries"),
    path("files/template/<slug:kind>.csv", views.template, name="template"),
    path("files/feeds/", views_feeds.feeds, name="feeds"),
    path("files/feeds/<int:feed_id>/end/", views_feeds.end_feed, name="end_feed"),
    path("files/keys/", views_keys.all_keys, name="keys"),
    path("files/keys/hashes/", views_hash_keys.all_hash_keys, name="hash_keys"),
    path("files/keys/<int:key_id>/end/", views_keys.end_key, name="end_key"),
    path("files/<int:delivery_id>/", views.delivery, name="delivery"),
    path("files/<int:delivery_id>/columns/", views_columns.name_columns, name="columns"),
    path("files/<int:delivery_id>/<slug:what>/", views.act, name="act"),
    path("people/recognise/", views_recognising.waiting, name="recognise"),
    path("people/recognise/<int:incoming_id>/", views_recognising.one, name="recognise_one"),
    path("people/recognise/<int:incoming_id>/link/", views_recognising.link, name="link"),
]
