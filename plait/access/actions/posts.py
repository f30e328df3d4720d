"""Posts: held from one day to another by a person whom somebody else appointed."""

from datetime import date

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.rights import STAFF, not_oneself, require_accounts
from plait.journal import actions as journal
from plait.people.models import Organisation, Post, User


@transaction.atomic
def appoint(
    *,
    user: User,
    role: str,
    since: date,
    by: Reader,
    organisation: Organisation | None = None,
    title: str = "",
    team: str = "",
    until: date | None = None,
) -> Post:
    """Give a person a post in the area; nobody appoints themselves."""
    require_accounts(by, to="give a person a post")
    not_oneself(user, by=by, to="make a post")
    if role not in STAFF:
        raise Refused("Nobody holds a post as a parent or young person: link them to the child.")
    if role == "senco" and organisation is None:
        raise Refused("A SENCO's post needs the setting it is held at.")
    post = Post.objects.create(
        area=by.area,
        user=user,
        role=role,
        organisation=organisation,
        title=title,
        team=team,
        since=since,
        until=until,
    )
    journal.write("post_given", area=by.area, by=by.user, post=post.pk, user=user.pk, role=role)
    return post


@transaction.atomic
def end_post(*, post: Post, on: date, why: str, by: Reader) -> None:
    """End a post; the database ends every tie held through it on the same day."""
    require_accounts(by, to="end a post")
    if post.until is not None and post.until < on:
        raise Refused(f"This post already ended on {post.until:%-d %B %Y}.")
    if on < post.since:
        raise Refused(f"This post began on {post.since:%-d %B %Y}; it cannot end before that.")
    post.until, post.ended_why = on, why
    post.save(update_fields=["until", "ended_why"])
    journal.write(
        "post_ended",
        area=by.area,
        by=by.user,
        why=why,
        post=post.pk,
        user=post.user_id,
        on=on.isoformat(),
    )
