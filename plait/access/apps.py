from django.apps import AppConfig
from django.db.models.signals import post_migrate

from plait.access.emergency_sql import MAY_OPEN


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
            "also_adds": MAY_OPEN,
            "triggers_end": True,
        },
        "access_familycheck": {"kind": "family", "child": "child_id"},
        "access_draw": {"kind": "tie"},
    }

    def ready(self) -> None:
        from plait.access.security import after_migrate

        post_migrate.connect(after_migrate, dispatch_uid="plait.access.security")
