"""What the page of the one list says beside its rows, in one prepared question."""

from dataclasses import dataclass
from datetime import date

from plait.access.reader import Reader
from plait.people.asked import first
from plait.watch.pages import told_of_run
from plait.watch.queries import KEEPERS

# `whom` digests which children are on the list, in whatever order.
_BESIDE = """
SELECT (SELECT json_build_array(count(*),
    count(*) FILTER (WHERE next_check_on <= %(today)s),
    count(*) FILTER (WHERE owner_id IS NULL),
    coalesce(sum(hashint8extended(child_id, 0)), 0)::text)
  FROM watch_outofschool WHERE area_id = %(area)s AND ended_on IS NULL),
(SELECT json_build_array(day, children)
  FROM watch_run WHERE area_id = %(area)s ORDER BY day DESC, id DESC LIMIT 1),
(SELECT coalesce(json_agg(json_build_array(u.id::text, u.name) ORDER BY u.name, u.id), '[]')
  FROM people_user u WHERE u.id IN (SELECT p.user_id FROM people_post p
    WHERE p.area_id = %(area)s AND p.role = ANY(%(keepers)s) AND p.since <= %(today)s
    AND (p.until IS NULL OR p.until >= %(today)s))),
(SELECT coalesce(json_agg(json_build_array(f.query, f.name) ORDER BY f.name, f.id), '[]')
  FROM watch_savedfilter f WHERE f.area_id = %(area)s
  AND (f.user_id = %(user)s OR f.shared_with = ANY(%(roles)s)))
"""


@dataclass(frozen=True)
class Beside:
    """The counts of the whole list, when the watch ran, who may own, and filters that are kept."""

    count: int
    due: int
    nobodys: int
    whom: str
    as_of: str
    owners: list[tuple[str, str]]
    kept: list[tuple[str, str]]


def beside_list(reader: Reader) -> Beside:
    """Give what stands beside the rows, for this reader."""
    counts, run, owners, kept = first(_BESIDE, {
        "area": reader.area.pk, "today": reader.today, "user": reader.user.pk,
        "keepers": [f"{role}" for role in KEEPERS], "roles": [f"{role}" for role in reader.roles],
    })  # fmt: skip
    as_of = told_of_run(*((date.fromisoformat(run[0]), run[1]) if run else (None, 0)))
    return Beside(*counts, as_of, [(pk, name) for pk, name in owners], kept)
