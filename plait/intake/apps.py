from django.apps import AppConfig

SCHOOL = (
    "roll attendance term_counts census ctf part_time suspensions missing alternative early_years"
)
KINDS = {
    **dict.fromkeys(SCHOOL.split(), "delivery_school"),
    **dict.fromkeys(("referrals", "contacts", "fhir"), "delivery_health"),
    "home_education": "delivery_home",
    "care": "delivery_care",
}
# A key sends files of one kind of information; whoever may write that kind keeps the key.
ABOUT = {
    "school": "delivery_school", "health": "delivery_health", "home": "delivery_home",
    "care": "delivery_care",
}  # fmt: skip


class IntakeConfig(AppConfig):
    name = "plait.intake"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        # Whoever may write what a file tells of may load it, and read what was wrong in it.
        "intake_delivery": {"kind": "delivery", "kind_by": ("kind", KINDS)},
        "intake_linefault": {"kind": "delivery", "via": ("delivery_id", "intake_delivery")},
        "intake_waitingrow": {"kind": "delivery", "via": ("delivery_id", "intake_delivery")},
        "intake_sendingtoken": {"kind": "delivery", "kind_by": ("about", ABOUT)},
        "intake_expectedfeed": {"kind": "delivery", "kind_by": ("kind", KINDS)},
    }
