"""Which of our people a provider's person is: by its subject, or once by a confirmed address."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from plait.access.models import OpenId
from plait.access.openid.providers import Provider
from plait.access.openid.visit import NotSignedIn, Person
from plait.access.reader import posts_of
from plait.people.models import User


def person_of(person: Person, provider: Provider, *, today: date, at: datetime) -> User:
    """Give the account a person may use, or say in words why there is none.

    Staff come through a provider for staff, families through one for families; staff must have
    proved twice, and the provider must say so.
    """
    user = _known(person, provider) or _by_address(person, provider, at)
    if not user.is_active:
        raise NotSignedIn("This account is closed. Ask a SEND manager.")
    is_staff = bool(posts_of(user, today=today))
    if is_staff != (provider.people == "staff"):
        raise NotSignedIn(f"This account does not sign in through {provider.name}.")
    if is_staff and not person.proofs & set(provider.second_proof):
        raise NotSignedIn(
            f"{provider.name} did not say that you proved who you are twice. Sign in with your "
            "password and code here, or ask your own IT team."
        )
    return user


def _known(person: Person, provider: Provider) -> User | None:
    held = OpenId.objects.filter(provider=provider.key, subject=person.subject)
    found = held.select_related("user").first()
    return found.user if found else None


def _by_address(person: Person, provider: Provider, at: datetime) -> User:
    """Join an account to a subject for good; an address is trusted only where it was confirmed."""
    user = User.objects.filter(email=person.email).first() if person.email_verified else None
    if user is None:
        raise NotSignedIn(
            "There is no account here for the address that was confirmed. Accounts are given by "
            "invitation: ask the SEND team."
        )
    try:
        with transaction.atomic():
            OpenId.objects.create(
                user=user, provider=provider.key, subject=person.subject, since=at
            )
    except IntegrityError:
        raise NotSignedIn("This account is joined to another person there already.") from None
    return user
