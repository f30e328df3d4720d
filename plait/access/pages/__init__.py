"""What access says to people, in words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from plait.access.rights import CASELOADS
from plait.people.models import Post, Role, User

CSV_HEADINGS = ("name", "email", "post", "setting", "team", "since", "until", "cases")
Loads = dict[tuple[int, str], int]


def post_words(post: Post) -> str:
    """Say a post in words: its title or role, and where it is held."""
    words = post.title or Role(post.role).label
    return f"{words}, {post.organisation.name}" if post.organisation else words


def cases_of(user: User, posts: Iterable[Post], loads: Loads) -> int | None:
    """Count the cases of somebody whose post can carry them; None for others."""
    carrying = {post.role for post in posts if post.role in CASELOADS}
    return sum(loads.get((user.pk, role), 0) for role in carrying) if carrying else None


def person_line(user: User, loads: Loads, *, today: date) -> dict[str, Any]:
    """Give a person's line of the list."""
    now = [p for p in user.posts_here if p.since <= today and (not p.until or p.until >= today)]
    cases = cases_of(user, now, loads)
    return {
        "id": user.pk,
        "name": user.name,
        "email": user.email,
        "posts": "; ".join(post_words(post) for post in now) or "No post today",
        "cases": "" if cases is None else cases,
        "account": account_words(user),
    }


def account_words(user: User) -> str:
    """Say how an account stands."""
    if not user.is_active:
        return "Closed"
    if user.persona:
        return "Made up, one click"
    return "In use" if user.has_usable_password() else "Not yet joined"


def post_lines(user: User, loads: Loads, *, today: date) -> list[dict[str, Any]]:
    """Give a person's posts over time, the newest first."""
    return [
        {
            "id": post.pk,
            "role": post.role,
            "words": post_words(post),
            "team": post.team,
            "since": post.since,
            "until": post.until,
            "why": post.ended_why,
            "open": post.until is None or post.until >= today,
            "cases": loads.get((user.pk, post.role), 0) if post.role in CASELOADS else None,
        }
        for post in sorted(user.posts_here, key=lambda post: post.since, reverse=True)
    ]


def csv_rows(staff: Iterable[User], loads: Loads) -> Iterator[tuple[object, ...]]:
    """Give one row a post."""
    for user in staff:
        for post in user.posts_here:
            yield (
                user.name,
                user.email,
                Role(post.role).label,
                post.organisation.name if post.organisation else "",
                post.team,
                post.since,
                post.until,
                loads.get((user.pk, post.role), 0) if post.role in CASELOADS else "",
            )
