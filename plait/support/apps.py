from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "plait.support"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "support_sensupport": {"kind": "support", "child": "child_id"},
        "support_careinvolvement": {"kind": "support", "child": "child_id"},
    }
