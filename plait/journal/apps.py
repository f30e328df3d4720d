from django.apps import AppConfig

# What was done or changed of a child's health is for those who may read health.
_NOT_FOR_HEALTH = (
    "NOT ((SELECT plait_wide('health', 'r')) OR {} IN (SELECT plait_children('health', 'r')))"
)


class JournalConfig(AppConfig):
    name = "plait.journal"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "journal_entry": {
            "kind": "entry",
            "child": "child_id",
            "append_only": True,
            # Somebody without an account acts through a link, and is nobody's user.
            "insert": "area_id = (SELECT plait_area()) AND (by_id = (SELECT plait_user()) "
            "OR (by_id IS NULL AND coalesce(current_setting('plait.link', true), '') <> ''))",
            # They read their own lines back, which name the row of their link.
            "also_read": "(by_id = (SELECT plait_user()) "
            "OR (by_id IS NULL AND facts->>'ref' IN (SELECT plait_refs())))",
            "never": "(what = 'emergency_opened' AND child_id IN (SELECT plait_not_to_tell())) "
            f"OR (starts_with(what, 'health_') AND {_NOT_FOR_HEALTH.format('child_id')})",
        },
        "journal_look": {
            "kind": "look",
            "child": "child_id",
            "append_only": True,
            "insert": "area_id = (SELECT plait_area()) AND by_id = (SELECT plait_user())",
            "also_read": "by_id = (SELECT plait_user())",
            "never": "through = 'Emergency access' AND child_id IN (SELECT plait_not_to_tell())",
        },
        "journal_change": {
            "kind": "history",
            "child": "child_ref",
            "append_only": True,
            "insert": "false",
            # How a person of a file came to be linked is for whoever decides such links.
            "also_read": "of_table = 'people_incoming' AND (SELECT plait_wide('incoming', 'r'))",
            "never": "starts_with(of_table, 'health_') AND " + _NOT_FOR_HEALTH.format("child_ref"),
            "triggers_write": True,
        },
    }
