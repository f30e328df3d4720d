"""Write many rows at once: one statement a table, so that history is one insert a table too."""

from collections.abc import Sequence
from typing import Any

from django.db import connections, models, router


def add_all(rows: Sequence[models.Model]) -> None:
    """Insert rows of one model; each has its id afterwards."""
    if rows:
        type(rows[0])._default_manager.bulk_create(rows)


def change_all(rows: Sequence[models.Model], names: Sequence[str]) -> None:
    """Update the named fields of rows of one model, in one statement."""
    if not rows:
        return
    model = type(rows[0])
    using = connections[router.db_for_write(model)]
    fields = [model._meta.get_field(name) for name in ("id", *names)]
    columns = [[f.get_db_prep_save(getattr(row, f.attname), using) for row in rows] for f in fields]
    with using.cursor() as cursor:
        cursor.execute(_update_sql(model, fields, using), columns)


def _update_sql(model: type[models.Model], fields: Sequence[Any], using: Any) -> str:
    """Say the update as a join with one array a column."""
    quote = using.ops.quote_name
    names = [quote(field.column) for field in fields]
    given = ", ".join(f"%s::{_type(field, using)}[]" for field in fields)
    sets = ", ".join(f"{name} = given.{name}" for name in names[1:])
    return (
        f"UPDATE {quote(model._meta.db_table)} AS held SET {sets} "
        f"FROM unnest({given}) AS given({', '.join(names)}) WHERE held.id = given.id"
    )


def _type(field: Any, using: Any) -> str:
    """Give a column's type without its length, as an array of it is named."""
    return str(field.db_type(using)).split("(")[0]
