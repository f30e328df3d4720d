"""How many people in files wait for somebody to say who they are."""

from django.urls import reverse

from plait.access.reader import Reader
from plait.intake.queries_recognising import how_many_wait
from plait.watch.beside_today import Beside


def to_recognise(reader: Reader) -> list[Beside]:
    """Give the figure only where somebody waits: most files leave nobody."""
    waiting = how_many_wait(reader)
    words = (
        "person in a file waits for somebody to say who it is"
        if waiting == 1
        else "people in files wait for somebody to say who they are"
    )
    return [Beside(f"{waiting:,}", words, reverse("intake:recognise"))] if waiting else []
