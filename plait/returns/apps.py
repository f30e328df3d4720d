from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "plait.returns"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "returns_fault": {"kind": "fault", "child": "child_id"},
        "returns_checked": {"kind": "figure"},
    }
