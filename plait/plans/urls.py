"""The plan, its drafts, and what others say of it."""

from django.urls import URLPattern

app_name = "plans"
urlpatterns: list[URLPattern] = []
