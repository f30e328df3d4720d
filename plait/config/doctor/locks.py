"""The second lock, read back from the database's own catalogue."""

from collections.abc import Iterator

from django.conf import settings
from django.db import connections

from plait.access.matrix import cells
from plait.access.models import May
from plait.access.security import declared

MEND = "Run `plait migrate`; it writes the locks anew."
_TABLES = """
SELECT c.relname, c.relrowsecurity, c.relforcerowsecurity,
  (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid),
  (SELECT count(*) FROM pg_trigger t
   WHERE t.tgrelid = c.oid AND t.tgname ~ '_keep_' AND t.tgenabled <> 'D'),
  pg_get_userbyid(c.relowner)
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
"""
_ROLES = "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = ANY(%s)"
_MAY_CHANGE = """
SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants
WHERE grantee = ANY(%s) AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER')
"""


def catalogue(using: str) -> Iterator[tuple[str, str, bool]]:
    """Give each declared table that is not locked as declared, and each role that may too much."""
    with connections[using].cursor() as cursor:
        cursor.execute(_TABLES)
        tables = {row[0]: row[1:] for row in cursor.fetchall()}
        acting = [settings.PLAIT_DB_ROLES[name] for name in ("app", "worker")]
        cursor.execute(_ROLES, [acting])
        roles = cursor.fetchall()
        cursor.execute(_MAY_CHANGE, [acting])
        grants = cursor.fetchall()
    for table, rules in declared().items():
        for says in _unlocked(table, rules, tables.get(table), acting):
            yield says, MEND, True
    for name, is_super, bypasses in roles:
        if is_super or bypasses:
            yield f"role {name} passes row security", "Take the right from it.", True
    for grantee, table, right in grants:
        only_grows = declared().get(table, {}).get("append_only")
        if right in ("TRUNCATE", "TRIGGER") or only_grows:
            yield f"{grantee} may {right} {table}", MEND, True


def _unlocked(table: str, rules: dict, found: tuple | None, acting: list[str]) -> Iterator[str]:
    if found is None:
        yield f"{table} is declared but is not in the database"
        return
    enabled, forced, policies, triggers, owner = found
    if not (enabled and forced):
        yield f"{table} is open: row security is not enabled and forced"
    if policies < (2 if rules.get("append_only") else 4):
        yield f"{table} lacks policies ({policies})"
    keeps = not table.startswith("journal_") and not rules.get("passing")
    if keeps and triggers < 3:
        yield f"{table} does not keep its history ({triggers} of 3 triggers)"
    if owner in acting:
        yield f"{table} belongs to {owner}, who could open it"


def matrix(using: str) -> Iterator[tuple[str, str, bool]]:
    """Give each cell of the stored matrix that is not what the code says."""
    stored = set(May.objects.using(using).values_list("role", "kind", "read", "write", "reach"))
    for cell in sorted(stored ^ set(cells())):
        yield f"the matrix differs at {cell[0]}, {cell[1]}", MEND, True
