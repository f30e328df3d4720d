from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "plait.family"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "family_message": {
            "kind": "message",
            "child": "child_id",
            "also_read": "family_id = (SELECT plait_user())",
            "also_adds": "area_id = (SELECT plait_area()) AND family_id = (SELECT plait_user()) "
            "AND written_by_id = (SELECT plait_user()) "
            "AND child_id IN (SELECT plait_children('note_family', 'w'))",
        },
        "family_notice": {
            "kind": "message",
            "child": "child_id",
            "also_read": "user_id = (SELECT plait_user())",
            "also_changes": "user_id = (SELECT plait_user())",
        },
    }
