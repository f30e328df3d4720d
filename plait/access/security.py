"""The second lock: row-level security, history triggers and grants, declared once.

Each app says in its `secured` table which kind of information a table holds. After every
migration this module writes functions, policies, triggers and grants anew, in one transaction.
A table nobody declared gets no grant if it has a child's column; `plait doctor` compares the
database's catalogue with the declaration.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction

from plait.access.matrix import cells
from plait.access.never_false import GUARDS
from plait.access.sql import DEFINER_READS, FUNCTIONS, history_sql, policy_sql
from plait.access.turn_sql import turn_sql, turns

# Tables the application's roles may add to and read, and nothing else.
READ_ONLY = ("access_may", "journal_turn")
# Written only by maintenance: the seal.
SEALS = ("journal_seal", "journal_sealedrow")

# Tables the functions read. A table that is declared and not yet made never holds the others up:
# what exists is locked after every migration.
READ_BY_FUNCTIONS = {*DEFINER_READS, "access_may", "people_post", "people_user", "journal_change"}
READ_BY_FUNCTIONS.add("journal_turn")  # written by the triggers


def declared() -> dict[str, dict[str, Any]]:
    """Give every secured table with its declaration."""
    return {
        table: rules
        for config in apps.get_app_configs()
        for table, rules in getattr(config, "secured", {}).items()
    }


def after_migrate(sender: Any, using: str, **_: Any) -> None:
    """Secure the database once the last of our apps has migrated."""
    ours = [c.name for c in apps.get_app_configs() if c.models_module and hasattr(c, "secured")]
    existing = set(connections[using].introspection.table_names())
    if sender.name == ours[-1] and existing >= READ_BY_FUNCTIONS:
        secure(using=using)


def secure(*, using: str) -> None:
    """Write every function, policy, trigger, grant and matrix cell anew."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for statement in statements(existing=connections[using].introspection.table_names(cursor)):
            cursor.execute(statement)
        cursor.execute("DELETE FROM access_may")
        cursor.executemany(
            "INSERT INTO access_may (role, kind, read, write, reach) VALUES (%s, %s, %s, %s, %s)",
            list(cells()),
        )


def statements(*, existing: list[str]) -> Iterator[str]:
    """Give the SQL, in order: functions, then a table at a time, then what may be touched."""
    yield from FUNCTIONS
    made = {table: rules for table, rules in declared().items() if table in existing}
    for table, rules in made.items():
        yield from policy_sql(table, rules, made.get(rules["via"][1]) if "via" in rules else None)
        if turns(table, rules):
            yield from history_sql(table, rules)
    yield from turn_sql(existing)
    yield from GUARDS
    for config in apps.get_app_configs():
        yield from getattr(config, "guards", ())
    yield from _grants(existing)


def _grants(existing: list[str]) -> Iterator[str]:
    app, worker, maintenance = (
        settings.PLAIT_DB_ROLES[name] for name in ("app", "worker", "maintenance")
    )
    secured = declared()
    for table in existing:
        may = "SELECT, INSERT, UPDATE, DELETE"
        if secured.get(table, {}).get("append_only"):
            may = "SELECT, INSERT"
        if table in READ_ONLY + SEALS or table == "django_migrations":
            may = "SELECT"
        yield f'REVOKE ALL ON "{table}" FROM {app}, {worker}'
        yield f'GRANT {may} ON "{table}" TO {app}, {worker}'
        yield f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO {maintenance}'
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {app}, {worker}, {maintenance}"
    yield f"GRANT USAGE ON SCHEMA public TO {app}, {worker}, {maintenance}"
