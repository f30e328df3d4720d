"""All that a page of a version is drawn from, digested as this reader sees it, in one question."""

from datetime import date
from functools import cache

from plait.cases.evidence import advice_rows
from plait.cases.record_sql import PARTS as OF_A_CHILD
from plait.cases.record_sql import as_json
from plait.people.asked import first

Answer = tuple[str | None, ...]
_ROWS = """
(SELECT md5(coalesce(string_agg(r.id::text || ':' || r.xmin::text, ',' ORDER BY r.id), ''))
FROM {rows})
"""
_REQUEST = "(SELECT request_id FROM v)"
_DIGESTED = (
    f"plans_version r WHERE r.request_id = {_REQUEST}",
    *(
        f"plans_{name} r WHERE r.version_id = ANY (ARRAY(SELECT id FROM versions))"
        for name in ("statement", "thread", "reason", "agreement")
    ),
    f"cases_passage r WHERE r.request_id = {_REQUEST}",
    "people_child r WHERE r.id = (SELECT child_id FROM v)",
    "people_organisation r WHERE r.id IN (SELECT placement_id FROM versions)",
)
_SIGNED = """
(SELECT string_agg(u.name, ',' ORDER BY s.id) FROM versions s
JOIN people_user u ON u.id = s.signed_by_id)
"""


@cache
def _sql() -> str:
    """Put the question together once the house is built: the areas that keep advice name theirs."""
    ties = OF_A_CHILD["ties"].replace("%(child)s", "(SELECT child_id FROM v)")
    rows = (*_DIGESTED, *(f"{table} r WHERE r.request_id = {_REQUEST}" for table in advice_rows()))
    asked = ", ".join(
        ["(SELECT id::text FROM v)", as_json(ties), _SIGNED, *(_ROWS.format(rows=r) for r in rows)]
    )
    return f"""WITH v AS (SELECT * FROM plans_version WHERE id = %(version)s),
    versions AS (SELECT * FROM plans_version WHERE request_id = (SELECT request_id FROM v))
    SELECT {asked}"""


def rows_of_page(version_id: int, *, today: date) -> Answer:
    """Digest a plan's versions with what hangs on them, the advice, and the child's ties today.

    Every row that is written anew has another `xmin`; one the reader may not see is not counted.
    """
    return first(_sql(), {"version": version_id, "today": today}) or ()
