from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "plait.access"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "access_tie": {
            "kind": "tie",
            "child": "child_id",
            "also_read": "user_id = (SELECT plait_user())",
        },
    }

    def ready(self) -> None:
        from plait.access.security import after_migrate

        post_migrate.connect(after_migrate, dispatch_uid="plait.access.security")
