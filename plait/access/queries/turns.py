"""Whether anything changed, in the tables a page was drawn from, since it was drawn."""

import re
from collections.abc import Iterable
from functools import cache

from plait.access.security import declared
from plait.access.turn_sql import READ_BY_POLICIES, followed, turns
from plait.people.asked import first

_READ = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)', re.IGNORECASE)
# "FROM one, another": the second would be read and not be seen.
_LISTED = re.compile(r'\bFROM\s+"?\w+"?(?:\s+(?:AS\s+)?"?\w+"?)?\s*,', re.IGNORECASE)
_NOW = "SELECT pg_current_snapshot()::text, pg_current_xact_id_if_assigned() IS NULL"
# The inner question is fenced off, so that the newest lines are found by their index: whether any
# exists looks cheap to find by reading the table from its beginning, and hardly ever is.
_TURNED = """
SELECT EXISTS (SELECT FROM (SELECT * FROM journal_turn
    WHERE tx >= pg_snapshot_xmin(%(since)s::pg_snapshot) ORDER BY tx OFFSET 0) t
  WHERE (NOT pg_visible_in_snapshot(t.tx, %(since)s::pg_snapshot)
    OR t.tx = pg_current_xact_id_if_assigned())
  AND (t.area_id IS NULL OR t.area_id = (SELECT plait_area())) AND t.of_table = ANY(%(tables)s))
"""


def snapshot() -> str | None:
    """Name what the database shows just now; none if this very transaction has written itself.

    What it wrote may yet be rolled back, and no snapshot tells it from what was there before.
    """
    found = first(_NOW, {})
    return found[0] if found and found[1] else None


def turned(since: str, tables: list[str]) -> bool:
    """Say whether a row of these tables changed, in the reader's area, that `since` did not see."""
    found = first(_TURNED, {"since": since, "tables": tables})
    return found is None or found[0]


def tables_of(questions: Iterable[str]) -> list[str] | None:
    """Name the tables that questions read, with those the policies read; none if one is unknown.

    Unknown is a table whose changes leave no line, and whatever does not look like a table.
    """
    questions = list(questions)
    read = {name for sql in questions for name in _READ.findall(sql)}
    if not read <= _known() or any(map(_LISTED.search, questions)):
        return None
    through = {_through()[name] for name in read if name in _through()}
    return sorted(read | through | set(READ_BY_POLICIES))


@cache
def _through() -> dict[str, str]:
    """Give, for a table that goes by the policy of another, that other."""
    return {table: rules["via"][1] for table, rules in declared().items() if "via" in rules}


@cache
def _known() -> frozenset[str]:
    ours = {table for table, rules in declared().items() if turns(table, rules)}
    return frozenset(ours | set(followed()))


def forget_turns() -> int:
    """Forget lines too old to tell anybody anything; gives how many."""
    found = first("SELECT plait_forget_turns()", {})
    return found[0] if found else 0
