from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "plait.people"
    default_auto_field = "django.db.models.BigAutoField"
    # Read by plait.access.security: which kind of information each table of a child's data
    # holds, and the column that names the child.
    secured = {
        "people_child": {"kind": "identity", "child": "id"},
        "people_identifier": {"kind": "identity", "child": "child_id"},
        "people_carer": {
            "kind": "family",
            "also_read": "user_id = (SELECT plait_user())",
            "child_set": "id IN (SELECT plait_carers_of('{kind}', '{act}'))",
        },
        "people_familytie": {
            "kind": "family",
            "child": "child_id",
            "also_read": "carer_id IN (SELECT plait_own_carer())",
        },
        "people_sameperson": {"kind": "same_person", "child": "child_id"},
        "people_incoming": {"kind": "incoming"},
        "people_source": {"kind": "source"},
    }
