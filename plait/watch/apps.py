from django.apps import AppConfig

from plait.watch.never_false import GUARDS


class WatchConfig(AppConfig):
    name = "plait.watch"
    default_auto_field = "django.db.models.BigAutoField"
    guards = GUARDS
    secured = {
        "watch_outofschool": {"kind": "missing", "child": "child_id"},
        "watch_signal": {"kind": "signal", "child": "child_id"},
        "watch_question": {
            "kind": "signal",
            "child": "child_id",
            # A question about a health episode is asked of health, about care of care.
            "kind_by": ("strand", {"health": "health", "care": "support"}),
        },
        "watch_told": {"kind": "team", "child": "child_id"},
        "watch_lead": {"kind": "team", "child": "child_id"},
        "watch_run": {"kind": "missing"},
    }
    followed = ("watch_postcodeward", "watch_savedfilter")  # read by the page of the one list
