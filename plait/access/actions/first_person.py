"""Make the person with whom everything begins, from the command line."""

from datetime import date, datetime

from django.db import transaction

from plait.access.actions.links import LIVES, make_link
from plait.access.models import Link
from plait.access.refusals import Refused
from plait.access.rights import STAFF
from plait.journal import actions as journal
from plait.people.models import Area, Post, User


@transaction.atomic
def make_first_person(
    *, email: str, name: str, area_code: str, role: str, today: date, at: datetime
) -> tuple[str, datetime]:
    """Make an account and a post; gives the token of its link and when that ends."""
    area = Area.objects.filter(code=area_code).first()
    if area is None:
        known = ", ".join(Area.objects.values_list("code", flat=True)) or "none yet"
        raise Refused(f"There is no area {area_code}; known: {known}. `plait area add` makes one.")
    if role not in STAFF:
        raise Refused(f"There is no post {role!r}. It can be: {', '.join(STAFF)}.")
    user = User.objects.filter(email=email.lower()).first()
    if user is not None and user.has_usable_password():
        raise Refused(f"{email} already has an account and a password.")
    user = user or User.objects.create_user(email=email, name=name)
    if not user.posts.filter(area=area, role=role, until__isnull=True).exists():
        Post.objects.create(area=area, user=user, role=role, since=today)
    token = make_link(user=user, purpose=Link.Purpose.JOIN, area=area, made_by=None, at=at)
    journal.write("first_person_made", area=area, by=None, at=at, user=user.pk, role=role)
    return token, at + LIVES[Link.Purpose.JOIN]
