from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "plait.intake"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "intake_delivery": {"kind": "delivery"},
        "intake_linefault": {"kind": "delivery"},
    }
