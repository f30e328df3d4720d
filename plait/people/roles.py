"""Roles that go together."""

from plait.people.models import Role

__all__ = ["CASE_ROLES", "FAMILY_ROLES", "WITH_FAMILY", "Role"]

FAMILY_ROLES = (Role.PARENT.value, Role.YOUNG_PERSON.value)
# Those who read the family's own pages: the family, and whom the family lets read with them.
WITH_FAMILY = (*FAMILY_ROLES, Role.SUPPORTER.value)
# Their first page is a list of legal dates.
CASE_ROLES = (
    Role.CASEWORKER.value,
    Role.SEND_MANAGER.value,
    Role.SENCO.value,
    Role.DCO.value,
    Role.HEALTH_ADVISER.value,
    Role.SOCIAL_CARE.value,
    Role.INSPECTOR.value,
    Role.DATA_OFFICER.value,
    Role.ATTENDANCE_OFFICER.value,
    Role.HOME_EDUCATION_OFFICER.value,
)
