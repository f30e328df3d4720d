from django.apps import AppConfig


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
            "never": "what = 'emergency_opened' AND child_id IN (SELECT plait_not_to_tell())",
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
            "triggers_write": True,
        },
    }
