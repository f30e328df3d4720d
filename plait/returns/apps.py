from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "plait.returns"
    default_auto_field = "django.db.models.BigAutoField"
