from django.apps import AppConfig

# What was done or changed of a child's health, or on the register of home education, is for those
# who may read that kind. {} is the child's column.
_NOT_FOR = "NOT ((SELECT plait_wide('{0}', 'r')) OR {{}} IN (SELECT plait_children('{0}', 'r')))"
_CLOSED = (
    ("health", "starts_with({0}, 'health_')"),
    (
        "home_education",
        "starts_with({0}, 'home_') OR {0} IN ('provision_homeeducation', 'provision_homeplace')",
    ),
    ("objection", "starts_with({0}, 'objection_') OR {0} = 'provision_objection'"),
)


def _closed(column: str, child: str) -> str:
    """Say which entries or changes are closed to whoever may not read their kind."""
    return " OR ".join(
        f"(({which.format(column)}) AND {_NOT_FOR.format(kind).format(child)})"
        for kind, which in _CLOSED
    )


# What they were before, too: where one household lives is not for the other.
_HOMES = (
    "(of_table IN ('provision_homeeducation', 'provision_homeplace', 'provision_objection') "
    "AND child_ref IN (SELECT plait_homes_not_known()))"
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
            f"OR {_closed('what', 'child_id')}",
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
            "never": f"{_closed('of_table', 'child_ref')} OR {_HOMES}",
            "triggers_write": True,
        },
    }
