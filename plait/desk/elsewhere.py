"""What falls due for children who are taught elsewhere, for whoever reviews and checks it."""

from django.urls import reverse

from plait.access.reader import Reader
from plait.people.models import Role
from plait.provision.queries.alternative import reviews_soon
from plait.provision.queries.eotas import unchecked_children
from plait.watch.beside_today import Beside

REVIEWERS = (Role.ATTENDANCE_OFFICER, Role.SEND_MANAGER, Role.CASEWORKER, Role.SENCO)


def taught_elsewhere(reader: Reader) -> list[Beside]:
    """Give a figure only where something is due, of the children the reader may see."""
    if not reader.holds(*REVIEWERS):
        return []
    reviews, unchecked = reviews_soon(reader), unchecked_children(reader)
    found = []
    if reviews:
        words = "reviews of alternative provision are due within a week, or late"
        if reviews == 1:
            words = "review of alternative provision is due within a week, or late"
        href = reverse("provision:ap_register") + "?lacks=soon"
        found.append(Beside(f"{reviews:,}", words, href))
    if unchecked:
        words = "children taught otherwise than at school have a provider nobody has checked"
        if unchecked == 1:
            words = "child taught otherwise than at school has a provider nobody has checked"
        href = reverse("provision:eotas_register") + "?only=unchecked"
        found.append(Beside(f"{unchecked:,}", words, href))
    return found
