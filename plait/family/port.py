"""The way out to people's e-mail and telephones; which way is a setting, the words are ours.

E-mail goes through Django's mail backend (PLAIT_EMAIL), texts through PLAIT_TEXTS: a class with
`send(phone, words)`. By default both are printed where the server runs, and nothing leaves.
"""

import logging
from functools import partial
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage, send_mail
from django.db import transaction
from django.utils.module_loading import import_string

log = logging.getLogger("plait.texts")


class Texts(Protocol):
    """What carries a text message."""

    def send(self, phone: str, words: str) -> None: ...


class Console:
    """Print a text where the server runs; its number is never shown whole."""

    def send(self, phone: str, words: str) -> None:
        log.warning("A text to a number ending %s: %s", phone[-3:], words)


def by_email(to: str, subject: str, words: str) -> None:
    """Send an e-mail once the act that asks for it is kept."""
    transaction.on_commit(partial(send_mail, subject, words, None, [to]))


def by_text(phone: str, words: str) -> None:
    """Send a text once the act that asks for it is kept."""
    carrier: Texts = import_string(settings.PLAIT_TEXTS)()
    transaction.on_commit(partial(carrier.send, phone, words))


def now_by_email(message: EmailMessage) -> None:
    """Send an e-mail within the act that keeps it; one that cannot be sent undoes the act."""
    message.send()


def carries_files() -> bool:
    """Say whether the way out takes a file along; GOV.UK Notify takes words alone."""
    return getattr(import_string(settings.EMAIL_BACKEND), "carries_files", True)
