"""Draw cases for an inspector: at random by a seed that is kept, or from a list."""

import random
from datetime import date, datetime, timedelta

from django.db import transaction

from plait.access.models import Draw, Tie
from plait.access.queries.children import children_by_number, living
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.rights import not_oneself, require_manager
from plait.journal import actions as journal
from plait.people.models import Post, Role

BASIS = "Drawn for an inspection"
LONGEST = timedelta(days=90)


def drawn(ids: list[int], *, count: int, seed: str) -> list[int]:
    """Draw children by a seed; anybody with the same ids and seed draws the same ones."""
    return random.Random(f"plait:{seed}").sample(sorted(ids), min(count, len(ids)))


@transaction.atomic
def draw_at_random(
    *, to: Post, count: int, seed: str, until: date, by: Reader, at: datetime
) -> Draw:
    """Draw a number of cases, and open them to the inspector until a day."""
    if not seed:
        raise Refused("Write a seed: any word, best chosen by the inspector.")
    ids = list(living(by).values_list("pk", flat=True))
    chosen = drawn(ids, count=count, seed=seed)
    return _open(chosen, to=to, seed=seed, of=len(ids), until=until, by=by, at=at)


@transaction.atomic
def draw_by_list(*, to: Post, numbers: list[str], until: date, by: Reader, at: datetime) -> Draw:
    """Open the cases an inspector named by number, until a day."""
    known = children_by_number(by, set(numbers))
    unknown = [number for number in numbers if len(known.get(number, ())) != 1]
    if unknown:
        raise Refused(f"These numbers do not each name one child: {', '.join(unknown[:10])}.")
    chosen = list(dict.fromkeys(child for number in numbers for child in known[number]))
    return _open(chosen, to=to, seed="", of=living(by).count(), until=until, by=by, at=at)


def _open(
    children: list[int], *, to: Post, seed: str, of: int, until: date, by: Reader, at: datetime
) -> Draw:
    require_manager(by, to="draw cases for an inspector")
    not_oneself(to.user, by=by, to="draw cases")
    if to.role != Role.INSPECTOR or to.area_id != by.area.pk:
        raise Refused("Cases are drawn for an inspector of this area.")
    if not by.today <= until <= by.today + LONGEST:
        raise Refused("An inspection's ties end within 90 days from today.")
    if not children:
        raise Refused("There is no case to draw.")
    last = min(until, to.until or until)
    draw = Draw.objects.create(
        area=by.area,
        inspector=to.user,
        seed=seed,
        of=of,
        children=children,
        until=last,
        drawn_by=by.user,
        drawn_at=at,
    )
    Tie.objects.bulk_create(
        Tie(
            area=by.area,
            child_id=child,
            user=to.user,
            role=Role.INSPECTOR,
            post=to,
            since=by.today,
            until=last,
            basis=BASIS,
            why=f"Draw {draw.pk}",
            granted_by=by.user,
        )
        for child in children
    )
    journal.write_for_each(
        "drawn_for_inspection", children, area=by.area, by=by.user, draw=draw.pk, to=to.user_id
    )
    return draw
