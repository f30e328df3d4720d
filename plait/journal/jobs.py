"""Seal the journal each night."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from plait.journal.seal import seal


@app.periodic(cron="20 1 * * *")
@app.task(name="seal_journal", queueing_lock="seal_journal")
def seal_journal(timestamp: int) -> None:
    """Seal yesterday; the maintenance role alone may write seals."""
    now = timezone.now()
    seal(day=timezone.localdate() - timedelta(days=1), at=now, using="maintenance")
