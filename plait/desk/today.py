"""The cards that stand above Today's list: what each role is asked to do next."""

from dataclasses import dataclass

from django.urls import reverse

from plait.access.queries.takeover import not_settled
from plait.access.reader import Reader
from plait.assessment.queries.askings import waiting
from plait.desk import queries
from plait.desk.elsewhere import taught_elsewhere
from plait.desk.recognising import to_recognise
from plait.insight import queries as insight
from plait.intake.loaders import LOADERS
from plait.intake.queries import last_delivery
from plait.intake.queries_feeds import needing_somebody
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
        cards += [_asked(reader), _unallocated(reader)]
    if reader.holds(Role.CASEWORKER, Role.SEND_MANAGER):
        cards += _taking_over(reader)
    if reader.holds(Role.SEND_MANAGER, Role.DATA_OFFICER):
        cards.append(_same_person(reader))
    if reader.holds(*LOADERS):
        cards += [Card(*one) for one in to_recognise(reader)]
    cards += [Card(*one) for one in taught_elsewhere(reader)]
    if reader.holds(Role.DATA_OFFICER):
        cards += _data(reader)
    if reader.holds(*LOADERS):
        cards += _feeds(reader)
    if reader.holds(Role.AREA_LEADER):
        cards += _figures(reader)
    return cards


def _asked(reader: Reader) -> Card:
    count = waiting(reader).count()
    return Card(f"{count:,}", "requests wait to be taken on", reverse("assessment:asked"))


def _unallocated(reader: Reader) -> Card:
    count = queries.unallocated(reader)
    figure = f"{count:,}" + (" or more" if count >= queries.COUNT_UPTO else "")
    words = "children with a legal date have no caseworker"
    return Card(figure, words, reverse("desk:cases") + "?worker=nobody")


def _taking_over(reader: Reader) -> list[Card]:
    """Only where somebody waits: for most of the year nobody does."""
    waiting = len(not_settled(reader))
    words = "young people take over their rights, and a parent's access is not settled"
    return [Card(f"{waiting:,}", words, reverse("access:rights_soon"))] if waiting else []


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


def _feeds(reader: Reader) -> list[Card]:
    """Only where a file is overdue or could not be loaded, for whoever may load it."""
    count = needing_somebody(reader)
    words = "feeds are overdue or could not be loaded"
    return [Card(f"{count:,}", words, reverse("intake:feeds"))] if count else []


def _figures(reader: Reader) -> list[Card]:
    """What a leader asks first; each figure stands on the area's page with England's beside it."""
    asked = (
        ("standing_by_team", "open legal dates have passed their day"),
        ("twenty_weeks", "plans issued within 20 weeks, the last 12 months"),
        ("six_weeks", "decisions whether to assess within 6 weeks, the last 12 months"),
    )
    cards = []
    for measure, words in asked:
        shown = insight.figures(reader, measure)
        recent = shown if measure.startswith("standing") else shown[-12:]
        known = [one for one in recent if one.yes is not None and one.of]
        of, yes = sum(one.of or 0 for one in known), sum(one.yes or 0 for one in known)
        share = f"{100 * yes / of:.0f} per cent" if of else "Not known"
        cards.append(Card(share, words, reverse("insight:area")))
    return cards
