from django.urls import path

from plait.returns import views

app_name = "returns"
urlpatterns = [
    path("returns/", views.returns, name="returns"),
    path("returns/sen2/<int:year>.<str:kind>", views.sen2, name="sen2"),
    path("returns/inspection-list.<str:kind>", views.inspection, name="inspection"),
    path(
        "returns/inspection-list-<int:number>.<str:kind>",
        views.inspection,
        name="inspection_of",
    ),
    path("quality/", views.quality, name="quality"),
    path("quality/check", views.check, name="check"),
    path("quality/faults/", views.faults, name="faults"),
]
