"""Allocate many cases at once: by a rule, or by a file that somebody has already."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from heapq import heapify, heapreplace

from django.db import transaction

from plait.access.actions.ties import allocate
from plait.access.models import Tie
from plait.access.queries.children import Which, children_by_number, children_for
from plait.access.reader import Reader, in_force
from plait.access.refusals import Refused
from plait.access.rights import CASELOADS, require_manager
from plait.people.models import Post

MOST_LINES = 50_000


@dataclass
class Outcome:
    """What an allocation did, and each line it could not do, with the way to mend it."""

    allocated: int = 0
    already: int = 0
    faults: list[tuple[int, str, str]] = field(default_factory=list)  # line, what, mend


@dataclass(frozen=True)
class Weighed:
    """What each worker carries, and what each child's case would add, by the area's own rule."""

    loads: Mapping[int, int]  # by the worker's user
    adds: Mapping[int, int] = field(default_factory=dict)  # by the child; one where not said


@transaction.atomic
def by_rule(
    *, which: Which, to: list[Post], by: Reader, on: date, weighed: Weighed | None = None
) -> Outcome:
    """Share the children of a rule out, each to whoever has least at that moment.

    Without `weighed` every case counts one.
    """
    require_manager(by, to="allocate cases")
    if not to:
        raise Refused("Choose at least one person to allocate to.")
    children = list(children_for(by, which).values_list("pk", flat=True))
    outcome = Outcome()
    for post, share in _shares(children, to, weighed or _one_each(to, by)).items():
        new = allocate(children=share, to=post, by=by, on=on, why="Allocated by a rule")
        outcome.allocated += new
        outcome.already += len(share) - new
    return outcome


def _one_each(to: list[Post], by: Reader) -> Weighed:
    return Weighed({post.user_id: _load(post, by) for post in to})


def _shares(children: list[int], to: list[Post], weighed: Weighed) -> dict[Post, list[int]]:
    loads = [(weighed.loads.get(post.user_id, 0), post.pk) for post in to]
    posts = {post.pk: post for post in to}
    shares: dict[Post, list[int]] = {post: [] for post in to}
    heapify(loads)
    for child in children:
        load, pk = loads[0]
        shares[posts[pk]].append(child)
        heapreplace(loads, (load + weighed.adds.get(child, 1), pk))
    return shares


def _load(post: Post, by: Reader) -> int:
    return Tie.objects.filter(in_force(by.today), user=post.user_id, role=post.role).count()


@transaction.atomic
def by_file(*, text: str, by: Reader, on: date) -> Outcome:
    """Allocate by lines of `number,email`; a line that cannot be done is told, the rest are."""
    require_manager(by, to="allocate cases")
    lines = _lines(text)
    outcome = Outcome()
    known = children_by_number(by, {number for _, number, _ in lines})
    posts = _posts_by_email(by, on)
    wanted: dict[Post, set[int]] = {}
    for line, number, email in lines:
        fault = _fault(number, email, known, posts)
        if fault is not None:
            outcome.faults.append((line, *fault))
        else:
            wanted.setdefault(posts[email][0], set()).update(known[number])
    for post, children in wanted.items():
        new = allocate(children=children, to=post, by=by, on=on, why="Allocated by a file")
        outcome.allocated += new
        outcome.already += len(children) - new
    return outcome


def _lines(text: str) -> list[tuple[int, str, str]]:
    """Read line number, child's number and worker's address; the first row names the columns."""
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines())
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or []}
    if "number" not in names or "email" not in names:
        raise Refused(
            "The first line of the file must name its columns: number,email. `number` is the "
            "child's UPN, ULN, NHS or local number; `email` is the caseworker's address."
        )
    found = [
        (
            rows.line_num,
            (row[names["number"]] or "").strip().upper(),
            (row[names["email"]] or "").strip().lower(),
        )
        for row in rows
    ]
    if len(found) > MOST_LINES:
        raise Refused(f"The file has {len(found):,} lines; send at most {MOST_LINES:,} at once.")
    return found


def _fault(
    number: str, email: str, known: dict[str, set[int]], posts: dict[str, list[Post]]
) -> tuple[str, str] | None:
    children, held = known.get(number, set()), posts.get(email, [])
    if not children:
        return f"No child here has the number {number or '(empty)'}.", "Check the number."
    if len(children) > 1:
        return f"More than one record has the number {number}.", "Settle the records first."
    if not held:
        return f"Nobody with cases has the address {email or '(empty)'}.", "Add them first."
    if len(held) > 1:
        return f"{email} holds more than one post with cases.", "Allocate on their own page."
    return None


def _posts_by_email(by: Reader, on: date) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    posts = Post.objects.filter(in_force(on), area=by.area, role__in=CASELOADS)
    for post in posts.exclude(user=by.user).select_related("user"):
        found.setdefault(post.user.email.lower(), []).append(post)
    return found
