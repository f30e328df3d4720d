"""Areas by their ids and codes, and how large each is; it is nobody's data."""

from django.db import connection

from plait.people.models import Area, Child

EXACT_UPTO = 20_000
_SOME = "SELECT count(*) FROM (SELECT 1 FROM people_child WHERE area_id = %s LIMIT %s) AS few"
_ABOUT = "SELECT reltuples::bigint FROM pg_class WHERE oid = 'people_child'::regclass"


def area_ids() -> list[int]:
    """Give the id of every area held here."""
    return list(Area.objects.order_by("pk").values_list("pk", flat=True))


def children_held(area: Area) -> int:
    """Say how many children an area holds: exactly where they are few, else about.

    Of a large area the database's own estimate for the whole table is near enough: what hangs on
    it moves with the logarithm, and counting 300,000 takes longer than finding one.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SOME, [area.pk, EXACT_UPTO + 1])
        some = cursor.fetchone()[0]
        if some <= EXACT_UPTO:
            return some
        cursor.execute(_ABOUT)
        about = cursor.fetchone()[0]
    return about if about > EXACT_UPTO else Child.objects.filter(area=area).count()
