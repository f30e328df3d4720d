from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "plait.insight"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {"insight_figure": {"kind": "figure"}}
