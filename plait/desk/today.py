"""The cards that stand above Today's list: what each role is asked to do next."""

from dataclasses import dataclass

from django.urls import reverse

from plait.access.reader import Reader
from plait.desk import queries
from plait.intake.queries import last_delivery
from plait.people.models import Role
from plait.returns import queries as returns


@dataclass(frozen=True)
class Card:
    """One thing to do: how many, of what, and where."""

    figure: str
    words: str
    href: str


def card_of(reader: Reader) -> list[Card]:
    """Give the cards of every role the reader holds."""
    cards: list[Card] = []
    if reader.holds(Role.SEND_MANAGER):
        cards.append(_unallocated(reader))
    if reader.holds(Role.SEND_MANAGER, Role.DATA_OFFICER):
        cards.append(_same_person(reader))
    if reader.holds(Role.DATA_OFFICER):
        cards += _data(reader)
    return cards


def _unallocated(reader: Reader) -> Card:
    count = queries.unallocated(reader)
    figure = f"{count:,}" + (" or more" if count >= queries.COUNT_UPTO else "")
    words = "children with a legal date have no caseworker"
    return Card(figure, words, reverse("desk:cases") + "?worker=nobody")


def _same_person(reader: Reader) -> Card:
    count = queries.open_questions(reader)
    return Card(f"{count:,}", "pairs of records may be one child", reverse("child:same_list"))


def _data(reader: Reader) -> list[Card]:
    faults = returns.open_faults(reader)
    last = last_delivery(reader)
    cards = [
        Card(f"{faults:,}", "faults would stand in the next return", reverse("returns:quality"))
    ]
    if last:
        cards.append(
            Card(
                last.get_state_display(),
                f"newest file: {last.file_name}",
                reverse("intake:deliveries"),
            )
        )
    return cards
