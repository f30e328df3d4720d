"""Who keeps the one list."""

from plait.people.roles import Role

KEEPERS = (Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER)
