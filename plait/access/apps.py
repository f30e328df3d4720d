from django.apps import AppConfig
from django.db.models.signals import post_migrate

from plait.access.emergency_sql import MAY_OPEN
from plait.access.leave_sql import BY_LEAVE, LEAVE_GIVEN


class AccessConfig(AppConfig):
    name = "plait.access"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "access_tie": {
            "kind": "tie",
            "child": "child_id",
            "also_read": "user_id = (SELECT plait_user())",
            "never": "emergency AND user_id <> (SELECT plait_user()) "
            "AND child_id IN (SELECT plait_not_to_tell())",
            "never_adds": "user_id IS NOT DISTINCT FROM (SELECT plait_user())",
            "also_adds": f"({MAY_OPEN}) OR ({BY_LEAVE})",
            "also_changes": LEAVE_GIVEN,
            "also_removes": f"{LEAVE_GIVEN} AND since = (SELECT plait_today())",
            "triggers_end": True,
        },
        "access_familycheck": {"kind": "family", "child": "child_id"},
        "access_consent": {"kind": "rights", "child": "child_id"},
        "access_capacity": {"kind": "rights", "child": "child_id"},
        "access_draw": {"kind": "tie"},
    }

    def ready(self) -> None:
        from plait.access.security import after_migrate

        post_migrate.connect(after_migrate, dispatch_uid="plait.access.security")
