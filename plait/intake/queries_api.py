"""What a sender may be told of the files it sent."""

from collections.abc import Sequence

from django.db.models import QuerySet

from plait.intake import queries
from plait.intake.keys import Sender
from plait.intake.models import Delivery, LineFault


def sent_by(sender: Sender) -> QuerySet[Delivery]:
    """Give the files that came by this sender's keys, of the kinds this key may send."""
    found = queries.deliveries(sender.reader)
    return found.filter(sender=sender.key.name, kind__in=sender.key.kinds)


def faults_after(one: Delivery, *, after: int, limit: int) -> Sequence[LineFault]:
    """Give the next faults of a file in the order in which they were found."""
    return list(LineFault.objects.filter(delivery=one, pk__gt=after).order_by("pk")[:limit])
