"""Who may load which kind of file: whoever may write what it tells of."""

from plait.access.matrix import WRITES
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.intake.apps import KINDS
from plait.intake.models import Delivery
from plait.people.models import Role

Kind = Delivery.Kind
LOADERS = (
    Role.DATA_OFFICER, Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.DCO,
    Role.SEND_MANAGER,
)  # fmt: skip


def may_load(by: Reader) -> list[str]:
    """Give the kinds of file a reader may load."""
    return [kind for kind in Kind.values if by.writes_all(KINDS.get(kind, "delivery"))]


def require_may_load(by: Reader, kind: str = "") -> None:
    """Refuse, in words, whoever may not load files of a kind, or any at all."""
    may = may_load(by)
    if not may:
        raise Refused(
            "You cannot load files into the record. It is for data officers.",
            who_can="Ask your area's data officer.",
        )
    if kind and kind not in may:
        holds = KINDS.get(kind, "delivery")
        who = [r for r in LOADERS if holds in WRITES.get(r, "").split()]
        names = ", ".join(Role(r).label for r in who)
        raise Refused(
            f"You cannot load a file of this kind: {Kind(kind).label}. It is for: {names}.",
            who_can="Ask one of them to load it.",
        )
