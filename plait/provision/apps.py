from django.apps import AppConfig

from plait.standards.home_education import FIELDS

# Where one household lives, and what it says of that, is not for the other; SQL's own list.
_NOT_THEIRS = "child_id IN (SELECT plait_homes_not_known())"
_WHERE = ", ".join(f"'{key}'" for key, field in FIELDS.items() if field.where)


class ProvisionConfig(AppConfig):
    name = "plait.provision"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "provision_alternative": {"kind": "provision", "child": "child_id"},
        "provision_alternativereview": {"kind": "provision", "child": "child_id"},
        "provision_eotaspart": {"kind": "provision", "child": "child_id"},
        "provision_reintegration": {"kind": "provision", "child": "child_id"},
        "provision_homeeducation": {"kind": "home_education", "child": "child_id"},
        "provision_homeplace": {
            "kind": "home_education",
            "child": "child_id",
            "never": _NOT_THEIRS,
        },
        "provision_objection": {
            "kind": "objection",
            "child": "child_id",
            "never": f"field IN ({_WHERE}) AND by_id IS DISTINCT FROM (SELECT plait_user()) "
            f"AND {_NOT_THEIRS}",
        },
        "provision_missingnotice": {"kind": "missing", "child": "child_id"},
    }
