from django.apps import AppConfig

from plait.health.never_false import GUARDS


class HealthConfig(AppConfig):
    name = "plait.health"
    default_auto_field = "django.db.models.BigAutoField"
    guards = GUARDS
    secured = {
        "health_episode": {"kind": "health", "child": "child_id"},
        "health_contact": {"kind": "health", "child": "child_id"},
        "health_whilewaiting": {"kind": "health", "child": "child_id"},
        "health_escalation": {"kind": "health", "child": "child_id"},
        "health_equipment": {"kind": "health", "child": "child_id"},
    }
