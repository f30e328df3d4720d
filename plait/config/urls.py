"""Every address of the site. A new one needs its line in tests/access/urls.csv."""

from django.urls import include, path

from plait.config import health
from plait.intake.views_api_files import api

urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("api/v1/", api.urls),
    path("account/", include("allauth.urls")),
    path("", include("plait.access.urls")),
    path("site/", include("plait.ui.urls")),
    path("", include("plait.child.urls")),
    path("", include("plait.assessment.urls")),
    path("", include("plait.plans.urls")),
    path("", include("plait.watch.urls")),
    path("", include("plait.health.urls")),
    path("", include("plait.attendance.urls")),
    path("", include("plait.provision.urls")),
    path("", include("plait.attendance.part_time_urls")),
    path("", include("plait.family.urls")),
    path("", include("plait.desk.urls")),
    path("", include("plait.insight.urls")),
    path("", include("plait.returns.urls")),
    path("", include("plait.intake.urls")),
]
