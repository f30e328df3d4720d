from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "plait.config"
    label = "plait_config"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from plait.config import wiring
        from plait.config.language import session_speaks
        from plait.config.middleware_sign_in import session_begins

        wiring.connect()
        user_logged_in.connect(session_begins, dispatch_uid="plait.session_begins")
        user_logged_in.connect(session_speaks, dispatch_uid="plait.session_speaks")
