"""Bring a database's tables up to date, working as their owner."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from plait.config.postgres.roles import let_roles_in, make_extensions


def migrate() -> None:
    """Make extensions and rights, then run every migration; the process must work as owner."""
    with connection.cursor() as cursor:
        make_extensions(cursor)
        let_roles_in(cursor, settings.PLAIT_DB_ROLES.values())
    call_command("migrate", interactive=False, verbosity=0)
