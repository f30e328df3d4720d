"""Requests as they were asked, for whoever the database lets read them."""

from datetime import datetime

from django.db.models import Q, QuerySet

from plait.access.reader import Reader
from plait.assessment.models import Asking, AskingFile

WAITING = (Asking.State.SENT,)
ENDED = (Asking.State.TAKEN, Asking.State.ANSWERED)


def asking_of(number: int) -> Asking | None:
    """Give one request that is open to whoever asks."""
    rows = Asking.objects.filter(pk=number).select_related("area", "setting", "child", "request")
    return rows.select_related("made_by", "receipt_by").prefetch_related("files").first()


def newest_of(reader: Reader) -> Asking | None:
    """Give the request somebody signed in began last, for themselves or their child."""
    mine = Asking.objects.filter(
        made_by=reader.user, area=reader.area, channel__in=("parent", "young_person")
    )
    newest = mine.exclude(state=Asking.State.LAPSED).order_by("-begun_at").first()
    return asking_of(newest.pk) if newest else None


def waiting(reader: Reader) -> QuerySet[Asking]:
    """Give what came in and waits to be taken on, oldest first."""
    rows = Asking.objects.filter(area=reader.area, state__in=WAITING)
    return rows.select_related("setting", "made_by").order_by("received_on", "id")


def ended(reader: Reader) -> QuerySet[Asking]:
    """Give what was taken on or answered, newest first."""
    rows = Asking.objects.filter(area=reader.area, state__in=ENDED)
    return rows.select_related("setting", "child").order_by("-received_on", "-id")


def asked_for(child_id: int) -> list[Asking]:
    """Give the requests that were taken onto one child's record, as far as the reader may."""
    rows = Asking.objects.filter(child_id=child_id).select_related("receipt_by", "setting")
    return list(rows.order_by("received_on", "id"))


def of_setting_for(reader: Reader, child_id: int) -> Asking | None:
    """Give the request a setting has begun for a child and not sent."""
    mine = Q(made_by=reader.user, child_id=child_id, channel=Asking.Channel.SETTING)
    return Asking.objects.filter(mine, state=Asking.State.BEGUN).order_by("-id").first()


def lapsed(*, at: datetime, using: str = "default") -> list[int]:
    """Give the requests that were begun and not sent in time."""
    rows = Asking.objects.using(using).filter(state=Asking.State.BEGUN, kept_until__lt=at)
    return list(rows.values_list("pk", flat=True))


def file_of(asking_id: int, file_id: int) -> AskingFile | None:
    """Give a file of a request that was sent, to whoever may read the request."""
    sent = AskingFile.objects.filter(asking__received_on__isnull=False)
    return sent.filter(pk=file_id, asking=asking_id).first()
