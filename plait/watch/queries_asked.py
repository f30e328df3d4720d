"""Open questions about something, told also to those who may not read them."""

from collections.abc import Collection

from django.db import connection
from django.urls import reverse

from plait.cases.asked import Asked


def open_about(refs: Collection[str]) -> dict[str, Asked]:
    """Give the number and the page of the open question about each ref."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT about, question FROM plait_asked(%s)", [list(refs)])
        return {
            about: Asked(number, reverse("watch:question", args=[number]))
            for about, number in cursor.fetchall()
        }
