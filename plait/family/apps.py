from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "plait.family"
    default_auto_field = "django.db.models.BigAutoField"
