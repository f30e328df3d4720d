"""Letters about advice: that something waits and by when; never what, and never about whom."""

from datetime import date
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from plait.law.wording import day_in_words


def ask(*, to: str, name: str, due: date, token: str, area: str) -> None:
    """Tell somebody that their advice is asked for, once the act that asks is kept."""
    _later(
        f"Your advice is asked for, by {day_in_words(due)}",
        f"Dear {name},\n\n{area} asks for your advice for an EHC needs assessment, "
        f"by {day_in_words(due)}. About whom, and what is asked, is behind this link:\n\n"
        f"{_where(token)}\n\n{_how(token)}",
        to,
    )


def remind(*, to: str, name: str, due: date, token: str, area: str) -> None:
    """Remind the giver of what is awaited."""
    _later(
        f"A reminder: your advice is awaited, by {day_in_words(due)}",
        f"Dear {name},\n\n{area} still waits for advice that was asked of you, due by "
        f"{day_in_words(due)}. If it was sent already, or somebody else should be asked, please "
        f"say so to the SEND team.\n\n{_where(token)}\n\n{_how(token)}",
        to,
    )


def tell_manager(*, to: str, name: str, giver: str, due: date, area: str) -> None:
    """Tell the giver's manager that advice is late; the manager need not know about whom."""
    _later(
        "Advice for an EHC needs assessment is late",
        f"Dear {name},\n\n{area} asked {giver} for advice for an EHC needs assessment. It was due "
        f"by {day_in_words(due)} and is not here. Please see to it that it is given, or tell the "
        "SEND team who can give it.\n",
        to,
    )


def put_to_officer(*, to: str, name: str, giver: str, how: str, due: date) -> None:
    """Tell the officer who asked that it is time for a call or a letter."""
    _later(
        "Advice is awaited: it is time to remind somebody",
        f"Dear {name},\n\n{giver} was asked for advice, due by {day_in_words(due)}. By your area's "
        f"ladder it is time to remind them by {how}. Sign in to see about whom, and note what was "
        f"said:\n\n{settings.PLAIT_SITE}/\n",
        to,
    )


def _where(token: str) -> str:
    return f"{settings.PLAIT_SITE}/open/{token}/" if token else f"{settings.PLAIT_SITE}/advice/"


def _how(token: str) -> str:
    if not token:
        return "Sign in to answer; you can save and come back.\n"
    return (
        "The link is yours alone and opens once, for eight hours. To come back later, press it "
        "again and ask there for a new one. If you did not expect this, you need do nothing.\n"
    )


def _later(subject: str, text: str, to: str) -> None:
    if to:
        transaction.on_commit(partial(send_mail, subject, text, None, [to]))
