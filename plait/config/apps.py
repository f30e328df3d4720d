from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "plait.config"
    label = "plait_config"

    def ready(self) -> None:
        from plait.config import wiring

        wiring.connect()
