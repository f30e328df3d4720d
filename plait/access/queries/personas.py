"""The people of a made-up area whom anybody may try."""

from django.db.models import Exists, QuerySet

from plait.people.models import Area, User


def personas() -> QuerySet[User]:
    """Give the personas; none where any area is real."""
    made_up, real = Area.objects.filter(is_sample=True), Area.objects.filter(is_sample=False)
    named = User.objects.filter(Exists(made_up), ~Exists(real), is_active=True)
    return named.exclude(persona="").order_by("pk")


def persona_of(user_id: int) -> User | None:
    """Find a persona who may be tried."""
    return personas().filter(pk=user_id).first()


def may_be_tried(user: User) -> bool:
    """Say whether a person is a persona of a made-up area."""
    return bool(user.persona) and personas().filter(pk=user.pk).exists()
