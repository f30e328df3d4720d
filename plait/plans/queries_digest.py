"""A digest of the rows a page of a plan is drawn from, as this reader sees them."""

from collections.abc import Sequence

from django.db import connection

from plait.cases.evidence import AdviceTold, advice_of
from plait.plans.models import Version

# PostgreSQL gives each row that is written anew another `xmin`.
_PART = """
SELECT md5(coalesce(string_agg(id::text || ':' || xmin::text, ',' ORDER BY id), ''))
FROM {table} WHERE {which}
"""
_PARTS = (
    ("plans_version", "id = ANY(%(versions)s)"),
    ("plans_statement", "version_id = ANY(%(versions)s)"),
    ("plans_thread", "version_id = ANY(%(versions)s)"),
    ("cases_passage", "request_id = %(request)s"),
    ("people_child", "id = %(child)s"),
    ("people_organisation", "id = ANY(%(places)s)"),
)
_DIGEST = " UNION ALL ".join(_PART.format(table=table, which=which) for table, which in _PARTS)


def digest_of_rows(versions: Sequence[Version]) -> tuple[list[str], list[AdviceTold]]:
    """Digest versions of one request, their statements and threads, and the advice behind them."""
    first = versions[0]
    given = {
        "versions": [version.pk for version in versions],
        "request": first.request_id,
        "child": first.child_id,
        "places": [version.placement_id for version in versions if version.placement_id],
    }
    with connection.cursor() as cursor:
        cursor.execute(_DIGEST, given)
        return [digest for (digest,) in cursor.fetchall()], advice_of(first.request_id)
