"""Who may manage accounts, posts and ties; nobody manages themselves."""

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.people.models import Role, User

MANAGER = Role.SEND_MANAGER.value
ADMINISTRATOR = Role.SYSTEM_ADMINISTRATOR.value
FAMILY = (Role.PARENT.value, Role.YOUNG_PERSON.value, Role.SUPPORTER.value)
# Roles a person can be given a post in.
STAFF = tuple(r.value for r in Role if r.value not in (*FAMILY, Role.PLAIT.value))
# Officers who may check who a parent is.
OFFICERS = (MANAGER, Role.DATA_OFFICER.value)
# Roles in which a person is tied to children one by one.
CASELOADS = (
    Role.CASEWORKER.value,
    Role.HEALTH_ADVISER.value,
    Role.SOCIAL_CARE.value,
    Role.SETTING_STAFF.value,
)


def is_staff(reader: Reader | None) -> bool:
    """Say whether somebody holds a post, and so must prove who they are twice."""
    return reader is not None and any(role not in FAMILY for role in reader.roles)


def require_accounts(by: Reader, *, to: str) -> None:
    """Refuse those who do not manage accounts and posts."""
    if not by.holds(MANAGER, ADMINISTRATOR):
        raise Refused(
            f"You cannot {to}. It is for a SEND manager or a system administrator.",
            who_can="Ask one of them.",
        )


def require_manager(by: Reader, *, to: str) -> None:
    """Refuse those who do not decide who sees which child."""
    if not by.holds(MANAGER):
        raise Refused(f"You cannot {to}. It is for a SEND manager.", who_can="Ask one of them.")


def not_oneself(user: User, *, by: Reader, to: str) -> None:
    """Refuse anybody who would do this for themselves."""
    if user.pk == by.user.pk:
        raise Refused(
            f"Nobody can {to} for themselves.", who_can="Ask another SEND manager to do it."
        )
