"""Questions asked on every page: prepared once a connection, answered as JSON, made into rows.

Django puts each of its questions together anew; at a page's door that costs more than the answer.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

import psycopg
from django.db import connections, models
from psycopg.types.numeric import Int8

Row = dict[str, Any]
M = TypeVar("M", bound=models.Model)


_listening: ContextVar[list[str] | None] = ContextVar("listening", default=None)


@contextmanager
def count_into(questions: list[str]) -> Iterator[None]:
    """Note here every question that is asked meanwhile in this way."""
    token = _listening.set(questions)
    try:
        yield
    finally:
        _listening.reset(token)


def noted(question: str) -> None:
    """Tell who listens that what is shown rests on a question which was asked before."""
    if (listening := _listening.get()) is not None:
        listening.append(question)


def first(
    sql: str, given: Mapping[str, Any], *, using: str = "default", same: bool = True
) -> tuple[Any, ...] | None:
    """Ask a question that is always the same but for what is given; row security answers it.

    Where the best way to answer hangs on what is given, it is planned anew (`same` is false).
    """
    connection = connections[using]
    noted(sql)
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor, connection.wrap_database_errors:
        cursor.execute(sql, {name: _wide(value) for name, value in given.items()}, prepare=same)
        return cursor.fetchone() if cursor.description else None


def _wide(value: Any) -> Any:
    """Send every whole number as the same type: small ones would be another question to prepare."""
    return Int8(value) if type(value) is int else value


def made(model: type[M], row: Row, **related: models.Model | None) -> M:
    """Make a row of a model from its JSON, with the rows it points at beside it."""
    names, readers = _columns(model)
    values = [read(row[name]) for name, read in zip(names, readers, strict=True)]
    instance = model.from_db("default", names, values)
    instance._state.fields_cache.update(related)
    return instance


@cache
def _columns(model: type[models.Model]) -> tuple[list[str], list[Callable[[Any], Any]]]:
    fields = model._meta.concrete_fields
    return [field.attname for field in fields], [_reader(field) for field in fields]


def _reader(field: models.Field) -> Callable[[Any], Any]:
    """JSON writes a day and an instant as text; everything else is already what it was."""
    kinds = {"DateField": date.fromisoformat, "DateTimeField": datetime.fromisoformat}
    read = kinds.get(field.get_internal_type())
    return (lambda text: text and read(text)) if read else (lambda value: value)
