"""Roles in the reader's language; in English the very labels of `people.Role`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.people.models import Role

ROLES = {
    Role.CASEWORKER: later("EHC caseworker"),
    Role.SEND_MANAGER: later("SEND manager"),
    Role.SENCO: later("SENCO"),
    Role.SETTING_STAFF: later("Setting staff"),
    Role.HEALTH_ADVISER: later("Health adviser"),
    Role.DCO: later("Designated clinical officer"),
    Role.SOCIAL_CARE: later("Social care"),
    Role.DATA_OFFICER: later("Data officer"),
    Role.ATTENDANCE_OFFICER: later("Attendance officer"),
    Role.HOME_EDUCATION_OFFICER: later("Home education officer"),
    Role.AREA_LEADER: later("Area leader"),
    Role.INSPECTOR: later("Inspector"),
    Role.PARENT: later("Parent or carer"),
    Role.YOUNG_PERSON: later("Young person"),
    Role.SUPPORTER: later("Advocate or adviser, with the family's leave"),
    Role.SYSTEM_ADMINISTRATOR: later("System administrator"),
    Role.PLAIT: later("Plait's own nightly work"),
}


def role_words(role: str) -> str:
    """Say a role."""
    return _(ROLES[Role(role)])
