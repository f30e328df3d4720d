"""Every address of the site. A new one needs its line in tests/access/urls.csv."""

from django.urls import include, path

urlpatterns = [
    path("account/", include("allauth.urls")),
    path("site/", include("plait.ui.urls")),
]
