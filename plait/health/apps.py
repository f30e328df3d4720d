from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "plait.health"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "health_episode": {"kind": "health", "child": "child_id"},
        "health_contact": {"kind": "health", "child": "child_id"},
        "health_whilewaiting": {"kind": "health", "child": "child_id"},
        "health_escalation": {"kind": "health", "child": "child_id"},
        "health_equipment": {"kind": "health", "child": "child_id"},
    }
