"""Carry a letter that goes by e-mail: once, to its own reader, and never to an address hidden.

A letter to somebody of the family is not in the e-mail: that says in general terms that a letter
waits, behind a link. To an organisation the letter itself goes along. The line in the journal is
written in the transaction that sends; where a crash falls between the two the e-mail is sent again
under the same Message-ID, so that a mailbox shows it once.
"""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction

from plait.access.actions.guest_links import make_guest_link
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.hidden_addresses import ensure_hidden_stays_hidden, words_of
from plait.cases.letter_files import KINDS, NotAsSent, as_sent, digest_of, file_name
from plait.cases.models import Letter
from plait.cases.queries_letters import carried
from plait.family.actions.telling import unsafe_to_tell
from plait.family.port import carries_files, now_by_email
from plait.journal import actions as journal
from plait.law.letters_told import Whom

ORGANISATIONS = (Whom.SETTING, Whom.NAMED_SETTING, Whom.HEALTH, Whom.SOCIAL_CARE)
BY_NOTICE = "It waits on their page; they are told so in the way they chose."
BY_LINK, AS_FILE = "by a link", "as a file"


@transaction.atomic
def carry(letter: Letter, *, by: Reader, at: datetime) -> str:
    """Send the e-mail of one sent letter, unless it went already; gives how it went."""
    with connection.cursor() as cursor:  # two workers at once: the second sees the first's line
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('letter'), %s)", [letter.pk])
    if letter.how != Letter.How.EMAIL or letter.facts.get("carried_by") or carried(letter):
        return ""
    try:
        ensure_hidden_stays_hidden(letter, words_of(letter, None))
        how = _send(letter, by, at)
    except (Refused, NotAsSent) as why:
        _note("letter_not_carried", letter, by, at, why=str(why))
        return ""
    _note("letter_carried", letter, by, at, how=how)
    return how


def _send(letter: Letter, by: Reader, at: datetime) -> str:
    family = letter.facts.get("whom") == Whom.FAMILY
    if family and letter.to_user and not unsafe_to_tell(letter.child_id, letter.to_user):
        return BY_NOTICE
    if letter.facts.get("whom") in ORGANISATIONS and carries_files():
        now_by_email(_with_the_file(letter))
        return AS_FILE
    token = make_guest_link(
        purpose="letter", row=letter.pk, area=letter.area, sent_to=letter.to_email, made_by=None,
        at=at,
    )  # fmt: skip
    now_by_email(_message(letter, _LINK.format(area=letter.area.name, link=_at(token))))
    return BY_LINK


_LINK = (
    "There is a letter for you from {area}. It is not in this e-mail, so that nobody else reads "
    "it:\n\n{link}\n\nThe link opens once, for eight hours; on the same page you can ask for a new "
    "one. You can save the letter there. If you did not expect this, you need do nothing.\n"
)
_FILE = (
    "A letter from {area} comes with this e-mail. It is about a child or young person: please "
    "keep it where only those who need it can read it.\n"
)


def _at(token: str) -> str:
    return f"{settings.PLAIT_SITE}/open/{token}/"


def _with_the_file(letter: Letter) -> EmailMessage:
    form = "pdf" if letter.pdf_sha256 else "docx"
    message = _message(letter, _FILE.format(area=letter.area.name))
    message.attach(file_name(letter, form), as_sent(digest_of(letter, form)), KINDS[form])
    return message


def _message(letter: Letter, words: str) -> EmailMessage:
    """Neither subject nor words say what it is about, or about whom."""
    name = f"<plait-letter-{letter.area_id}-{letter.pk}@{settings.PLAIT_SITE.split('/')[2]}>"
    return EmailMessage(
        f"A letter from {letter.area.name}", words, None, [letter.to_email],
        headers={"Message-ID": name},
    )  # fmt: skip


def _note(what: str, letter: Letter, by: Reader, at: datetime, **facts: str) -> None:
    why = facts.pop("why", "")
    journal.write(
        what, area=by.area, child=letter.child_id, by=by.user, why=why, at=at, letter=letter.pk,
        **facts,
    )  # fmt: skip
