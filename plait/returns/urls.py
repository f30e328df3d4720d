from django.urls import path

from plait.returns import views

app_name = "returns"
urlpatterns = [
    path("returns/", views.returns, name="returns"),
    path("returns/sen2/<int:year>.<str:kind>", views.sen2, name="sen2"),
    path("returns/inspection-list.<str:kind>", views.inspection, name="inspection"),
    path("quality/", views.quality, name="quality"),
    path("quality/check", views.check, name="check"),
    path("quality/faults/", views.faults, name="faults"),
]
