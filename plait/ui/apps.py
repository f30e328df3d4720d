from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "plait.ui"
    label = "ui"
    verbose_name = "Pages"
