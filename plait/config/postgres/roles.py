"""The four roles, the database they share, and what each may do in it."""

from collections.abc import Iterable

from psycopg import Connection, Cursor, sql

from plait.config.postgres.passwords import ROLES

DATABASE = "plait"
EXTENSIONS = ("pg_trgm", "btree_gist")
MAY = {
    "owner": "CREATEDB NOBYPASSRLS",
    "app": "NOCREATEDB NOBYPASSRLS",
    "worker": "NOCREATEDB NOBYPASSRLS",
    "maintenance": "NOCREATEDB BYPASSRLS",
}


def make_roles(superuser: Connection, passwords: dict[str, str], *, testing: bool) -> None:
    """Make the roles and the database where they are missing; say again what each role may be."""
    known = {name for (name,) in superuser.execute("SELECT rolname FROM pg_roles")}
    for role in ROLES:
        name = sql.Identifier(f"plait_{role}")
        if f"plait_{role}" not in known:
            superuser.execute(sql.SQL("CREATE ROLE {}").format(name))
        superuser.execute(
            sql.SQL("ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEROLE {} PASSWORD {}").format(
                name, sql.SQL(MAY[role]), sql.Literal(passwords[role])
            )
        )
    superuser.execute("GRANT pg_read_all_data TO plait_maintenance")  # a backup misses no table
    if testing:  # a test may arrange rows as maintenance, then act as the application
        superuser.execute("ALTER ROLE plait_app NOINHERIT")
        superuser.execute("GRANT plait_maintenance TO plait_app")
    if not superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).rowcount:
        make_extensions(superuser)  # in template1, so that every later database has them
        superuser.execute(f"CREATE DATABASE {DATABASE} OWNER plait_owner TEMPLATE template1")
    everyone = ", ".join(f"plait_{role}" for role in ROLES)
    superuser.execute(f"REVOKE ALL ON DATABASE {DATABASE} FROM PUBLIC")
    superuser.execute(f"GRANT CONNECT, TEMPORARY ON DATABASE {DATABASE} TO {everyone}")


def make_extensions(owner: Connection | Cursor) -> None:
    """Make the extensions the tables need; both are ones a database's owner may make."""
    for extension in EXTENSIONS:
        owner.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")


def let_roles_in(owner: Connection | Cursor, others: Iterable[str]) -> None:
    """Give the other roles the usual rights on every table the owner makes from now on.

    Tables that may only grow (journal, history) take rights away again in their own migrations.
    """
    names = ", ".join(others)
    usual = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT"
    owner.execute(f"{usual} SELECT, INSERT, UPDATE, DELETE ON TABLES TO {names}")
    owner.execute(f"{usual} USAGE, SELECT ON SEQUENCES TO {names}")
