from django.apps import AppConfig


class ChildConfig(AppConfig):
    name = "plait.child"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plait.child.record_parts import join

        join()
