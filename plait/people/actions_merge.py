"""Bring one child's rows into another's record, and put every one of them back.

Only the rows move; whether they may, and the journal, are asked on the floor above.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, models, transaction

from plait.people.models import Child, SamePerson

Moved = dict[str, list[int]]


@dataclass
class Joined:
    """What was brought over, and what stayed because the other record has its like already."""

    moved: Moved = field(default_factory=dict)
    stayed: Moved = field(default_factory=dict)


def rows_that_follow() -> list[models.ForeignKey]:
    """Give every key by which a row belongs to a child and follows it into another record.

    The journal's rows do not follow (they do nothing when a child goes, as a fact of their day),
    nor do the questions whether two records are one.
    """
    return sorted(
        (
            relation.field
            for relation in Child._meta.get_fields(include_hidden=True)
            if relation.one_to_many
            and relation.on_delete is not models.DO_NOTHING
            and relation.related_model not in (Child, SamePerson)
        ),
        key=lambda key: key.model._meta.label,
    )


@transaction.atomic
def join(child: Child, *, into: Child) -> Joined:
    """Point the rows of one record at another, and mark the first as merged."""
    done = Joined()
    for key in rows_that_follow():
        label = key.model._meta.label
        for row in key.model._default_manager.filter(**{key.name: child}).order_by("pk"):
            kept = done.moved if _moved(key, row.pk, into) else done.stayed
            kept.setdefault(label, []).append(row.pk)
    child.merged_into = into
    child.save(update_fields=["merged_into"])
    return done


def _moved(key: models.ForeignKey, row: int, into: Child) -> bool:
    """Move one row, unless the record it goes to holds its like: that one then speaks for both."""
    try:
        with transaction.atomic():
            _point(key, [row], at=into)
    except IntegrityError:
        return False
    return True


@transaction.atomic
def take_apart(child: Child, *, out_of: Child, moved: Moved) -> None:
    """Point the rows that came back at the record they came from; what came since stays."""
    for key in rows_that_follow():
        rows = moved.get(key.model._meta.label, [])
        still = key.model._default_manager.filter(pk__in=rows, **{key.name: out_of})
        _point(key, list(still.values_list("pk", flat=True)), at=child)
    child.merged_into = None
    child.save(update_fields=["merged_into"])


def _point(key: models.ForeignKey, rows: list[int], *, at: Child) -> None:
    changes: dict[str, Any] = {key.name: at}
    key.model._default_manager.filter(pk__in=rows).update(**changes)
