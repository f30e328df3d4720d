"""The SQL by which it is known that nothing a page was drawn from has changed since.

Every statement that changes rows leaves one line in `journal_turn`: its transaction, the area, the
table. A page drawn at a snapshot still stands if no line of its tables is of a transaction that
the snapshot did not see. That is exact whatever the order in which transactions end, for it asks
what is visible; and nobody waits for anybody, for lines are only added.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps

from plait.access.sql import DEFINER_READS

# Not history of a child, yet drawn on pages: of no one area, so a change is every area's.
OF_NO_AREA = {
    "people_user": "INSERT OR DELETE OR UPDATE OF name, is_active, persona",
    "people_organisation": "INSERT OR DELETE OR UPDATE",
    "people_post": "INSERT OR DELETE OR UPDATE",
    "people_area": "INSERT OR DELETE OR UPDATE",
    "access_may": "INSERT OR DELETE OR UPDATE",
}
# What the policies themselves read, beside the tables they stand on.
READ_BY_POLICIES = (*DEFINER_READS, "access_may", "people_post")
_FUNCTION = """
CREATE OR REPLACE FUNCTION plait_turn() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO journal_turn (area_id, of_table) VALUES (NULL, TG_TABLE_NAME);
  RETURN NULL;
END $$
"""
# A page is kept for a day at most, so lines of two days ago tell nobody anything.
_FORGET = """
CREATE OR REPLACE FUNCTION plait_forget_turns() RETURNS bigint LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH gone AS (DELETE FROM journal_turn WHERE at < now() - interval '2 days' RETURNING 1)
  SELECT count(*) FROM gone
$$
"""


ANY_CHANGE = "INSERT OR DELETE OR UPDATE"


def followed() -> dict[str, str]:
    """Give the tables that are no child's and whose changes leave a line, with which changes.

    An area of the house names its own as `followed` of its app.
    """
    own = {name for app in apps.get_app_configs() for name in getattr(app, "followed", ())}
    return OF_NO_AREA | dict.fromkeys(sorted(own), ANY_CHANGE)


def turns(table: str, rules: dict[str, Any]) -> bool:
    """Say whether each change of a secured table leaves a line: where its history is kept."""
    return not table.startswith("journal_") and not rules.get("passing")


def turn_sql(existing: list[str]) -> Iterator[str]:
    """Give the triggers of the tables that are no child's; the others' keep history as well."""
    yield _FUNCTION
    yield _FORGET
    for table, events in followed().items():
        if table in existing:
            yield f"DROP TRIGGER IF EXISTS {table}_turn ON {table}"
            yield (
                f"CREATE TRIGGER {table}_turn AFTER {events} ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION plait_turn()"
            )
