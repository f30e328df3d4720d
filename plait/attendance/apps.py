from django.apps import AppConfig


class AttendanceConfig(AppConfig):
    name = "plait.attendance"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "attendance_enrolment": {"kind": "attendance", "child": "child_id"},
        "attendance_register": {"kind": "attendance", "child": "child_id"},
        "attendance_termcount": {"kind": "attendance", "child": "child_id"},
        "attendance_parttime": {"kind": "attendance", "child": "child_id"},
        "attendance_suspension": {"kind": "attendance", "child": "child_id"},
        "attendance_concern": {"kind": "concern", "child": "child_id"},
    }
