"""E-mail and texts through GOV.UK Notify, where PLAIT_NOTIFY_KEY is set.

Choose them with PLAIT_EMAIL=plait.config.notify.Emails and PLAIT_TEXTS=plait.config.notify.Texts.
The two templates at Notify hold nothing but ((subject)) and ((words)): the words are ours, and
say nothing of a child.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from plait.config.refusal import Refusal


def _client() -> Any:
    try:
        from notifications_python_client import NotificationsAPIClient
    except ImportError:
        raise Refusal(
            "GOV.UK Notify needs its client: install the extra, as in pip install plait[notify]."
        ) from None
    if not settings.PLAIT_NOTIFY["key"]:
        raise Refusal("PLAIT_NOTIFY_KEY is empty; put the key of your Notify service there.")
    return NotificationsAPIClient(settings.PLAIT_NOTIFY["key"], settings.PLAIT_NOTIFY["address"])


class Texts:
    """Carries a text message."""

    def send(self, phone: str, words: str) -> None:
        _client().send_sms_notification(
            phone, settings.PLAIT_NOTIFY["text_template"], personalisation={"words": words}
        )


class Emails(BaseEmailBackend):
    """Carries e-mail as Django asks; counts what Notify took."""

    carries_files = False

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        client, sent = _client(), 0
        for message in email_messages:
            for to in message.recipients():
                client.send_email_notification(
                    to,
                    settings.PLAIT_NOTIFY["email_template"],
                    personalisation={"subject": message.subject, "words": message.body},
                )
            sent += 1
        return sent
