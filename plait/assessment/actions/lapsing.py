"""Erase what was begun and not sent in time: the words, the files, and their past.

Done by the maintenance role: nobody who works in an area may read what was never sent.
"""

from datetime import datetime

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from plait.access.models import GuestLink
from plait.assessment.models import Advice, Asking, AskingFile
from plait.assessment.queries.askings import lapsed
from plait.cases.documents import place_of
from plait.cases.models import Document
from plait.journal.models import Change, Entry

TABLES = ("assessment_asking", "assessment_askingfile")


def lapse_askings(*, at: datetime, using: str) -> int:
    """Erase every request that was not sent in time; gives how many there were."""
    numbers = lapsed(at=at, using=using)
    return sum(_lapse(number, at=at, using=using) for number in numbers)


def _lapse(number: int, *, at: datetime, using: str) -> bool:
    with transaction.atomic(using=using):
        found = Asking.objects.using(using).select_for_update().filter(pk=number, state="begun")
        asking = found.first()
        if asking is None or asking.kept_until is None or asking.kept_until >= at:
            return False  # sent, or taken up again, meanwhile
        _forget_files(asking, using)
        asking.state, asking.answers, asking.email = Asking.State.LAPSED, {}, ""
        asking.save(using=using, update_fields=["state", "answers", "email"])
        past = Change.objects.using(using).filter(of_table=TABLES[0], of_row=number)
        past.delete()
        links = GuestLink.objects.using(using).filter(purpose="asking", row=number)
        links.update(withdrawn_at=at, sent_to="")
        Entry.objects.using(using).create(
            area_id=asking.area_id, at=at, what="asking_lapsed", by=None, facts={"ref": asking.ref}
        )
    return True


def _forget_files(asking: Asking, using: str) -> None:
    files = list(AskingFile.objects.using(using).filter(asking=asking))
    ids = [file.pk for file in files]
    AskingFile.objects.using(using).filter(pk__in=ids).delete()
    Change.objects.using(using).filter(of_table=TABLES[1], of_row__in=ids).delete()
    for file in files:
        held = Document.objects.using(using).filter(sha256=file.sha256).exists()
        also = AskingFile.objects.using(using).filter(sha256=file.sha256).exists()
        advised = Advice.objects.using(using).filter(
            Q(report_file__sha256=file.sha256) | Q(told__papers__contains=[{"sha256": file.sha256}])
        )
        if not held and not also and not advised.exists():
            default_storage.delete(place_of(file.sha256))
