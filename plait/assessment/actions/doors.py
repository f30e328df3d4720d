"""What acts on a request that came in do first: ask whether one may, and take hold of it."""

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.models import Asking

MANAGERS = "It is for a SEND manager."


def require_asking(by: Reader, *, to: str) -> None:
    """Refuse those who do not decide what becomes of a request that came in."""
    if not by.writes_all("asking"):
        raise Refused(f"You cannot {to}. {MANAGERS}", who_can="Ask one of them.")


def held(asking: Asking) -> Asking:
    """Take hold of a request until the act is done, so that two people cannot cross.

    What it points at is read afterwards: joined rows would be those from before the wait.
    """
    return Asking.objects.select_for_update().get(pk=asking.pk)
