"""Letters that say that something waits behind sign-in; never what, and never about whom."""

from collections.abc import Sequence
from functools import partial

from django.core.mail import send_mail
from django.db import transaction


def send_link(*, to: str, name: str, link: str, area: str) -> None:
    """Send a person their own single-use link, once the act that made it is kept."""
    _later(
        "Your link to Plait",
        f"Dear {name},\n\nUse this link to choose your password for Plait, {area}:\n\n{link}\n\n"
        "It works once. If you did not expect it, tell the SEND team and do not use it.\n",
        [to],
    )


def send_guest_link(*, to: str, link: str, area: str) -> None:
    """Send somebody without an account the link to the one thing they were asked."""
    _later(
        f"Your link to Plait, {area}",
        f"Use this link to go on where you left off:\n\n{link}\n\n"
        "It works once. If you did not expect it, you need do nothing.\n",
        [to],
    )


def send_receipt(*, to: str, link: str, area: str) -> None:
    """Tell whoever asked without an account that it came in, and where they can look again."""
    _later(
        f"Your request was received, {area}",
        f"What happens next, by when and why:\n\n{link}\n\n"
        "The link works once; a new one can be asked for on the same page.\n",
        [to],
    )


def tell_of_emergency(*, to: Sequence[str], area: str, page: str) -> None:
    """Tell those who watch over access that a record was opened in an emergency."""
    _later(
        "A record was opened in an emergency",
        f"Somebody in {area} opened a child's record in an emergency. Who, which and why:\n\n"
        f"{page}\n",
        list(to),
    )


def _later(subject: str, text: str, to: list[str]) -> None:
    for address in to:
        transaction.on_commit(partial(send_mail, subject, text, None, [address]))
