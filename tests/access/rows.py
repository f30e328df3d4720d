"""A row for a child in every table that holds private information, whatever its columns."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.apps import apps
from django.db import connection, models

from plait.access.security import declared

NUMBERS = count(1)
WHEN = datetime(2026, 11, 1, 12, tzinfo=UTC)
# Where a constraint asks for more than any value of the right type.
SPECIAL = {
    "access_tie": {"role": "dco", "basis": "x", "since": date(2025, 1, 1), "emergency": False},
    "access_capacity": {"matter": "record", "able": True, "how": "x", "found_by": "x"},
    "access_familycheck": {"what_was_seen": "x"},
    "people_familytie": {"unsafe_to_tell": False},
    "cases_clock": {
        "duty": "sr-r13-2-final-plan",
        "version": 1,
        "excuse": "x",
        "excuse_why": "x",
    },
    "assessment_asking": {
        "received_on": date(2026, 11, 1),
        "answers": '{"child": {"forename": "x", "born": "2019-03-04"}}',
    },
    "assessment_chase": {"rung": 0},
    "assessment_appointment": {"state": "booked"},
    "assessment_reassessment": {"asked_by": "parent"},
    "cases_letter": {"state": "draft", "kind": "receipt-of-request"},
    "assessment_advice": {"kind": "medical", "body": "nhs", "duty": "sr-r8-advice-6-weeks"},
    "plans_statement": {"section": "F", "ref": "F1"},
    "plans_personalbudget": {"asked_when": "draft", "state": "asked"},
    "plans_budgetsum": {"section": "F", "provision": "F1", "how": "direct"},
    "plans_thread": {"target": "E1", "passage_id": None},
    "attendance_register": {"marks": b"/\\", "school_year": 2026},
    "attendance_parttime": {"ends_on": date(2026, 12, 1)},
    "watch_signal": {"state": "open"},
    "provision_eotaspart": {"basis": "61"},
    "provision_missingnotice": {"enquiries": "[]"},
    "provision_reintegration": {"steps": '[{"what": "x", "by": "2026-12-01", "done_on": ""}]'},
    "people_incoming": {"state": "linked", "rule": "likely"},
    # A served version, and then one that is being written, as rows of one request.
    "assessment_panel": {"decided_on": date(2026, 11, 1), "outcome": "Y", "why": "x"},
    "plans_version": {"served_on": date(2026, 11, 1), "window_ends_on": date(2026, 11, 16)},
}
Row = tuple[str, int, str, dict[str, Any]]  # table, id, kind of information, its columns


class Rows:
    """Makes rows of one child, each once, after the rows they point to."""

    def __init__(self, area: Any, child: Any, other: Any, user: Any, checker: Any) -> None:
        self.area, self.child, self.other = area, child, other
        self.user, self.checker = user, checker
        self.models = {m._meta.db_table: m for m in apps.get_models(include_auto_created=True)}
        self.made: dict[str, int] = {"people_child": child.pk}
        self.with_values: dict[str, dict[str, Any]] = {"people_child": {}}
        self.kinds: dict[str, str] = {}

    def all(self) -> list[Row]:
        """Make a row in every declared table; a table of several kinds gets one of each."""
        return [row for table in declared() for row in self.of(table)]

    def of(self, table: str) -> Iterator[Row]:
        """Make the rows of one table."""
        for kind, more in _kinds(declared()[table]):
            if more or table not in self.with_values:
                self.make(table, more)
            self.kinds[table] = kind = self.kinds.get(parent_of(table), kind)
            yield table, self.made[table], kind, self.with_values[table]

    def make(self, table: str, more: dict[str, Any]) -> None:
        """Insert one row of a table."""
        values = self.values(table) | more
        self.made[table], self.with_values[table] = insert(table, values), values

    def values(self, table: str) -> dict[str, Any]:
        """Give a value for each column that needs one."""
        found: dict[str, Any] = {}
        for field in self.models[table]._meta.local_fields:
            if not field.primary_key:
                found[field.column] = self.value(table, field)
        return found | SPECIAL.get(table, {})

    def value(self, table: str, field: models.Field) -> Any:
        if field.name == "child_ref":
            return self.child.pk
        if field.name in ("reference", "their_key", "digest"):
            return f"{next(NUMBERS)}"
        if field.name in ("number", "entry", "row"):  # of a version, of a notice: each once
            return next(NUMBERS)
        if (table, field.name) == ("watch_question", "about"):  # each of another thing
            return f"episode:{next(NUMBERS)}"
        if field.is_relation:
            return self.pointed_at(table, field)
        if field.has_default() or field.null:
            return field.get_db_prep_save(field.get_default(), connection)
        if field.blank and isinstance(field, models.CharField | models.TextField):
            return ""
        for kind, value in PLAIN:
            if isinstance(field, kind):
                return value
        raise AssertionError(f"{table}.{field.column}: no plain value of {type(field).__name__}")

    def pointed_at(self, table: str, field: models.Field) -> int | None:
        target = field.related_model._meta.db_table
        if target == "people_child":
            return self.child_for(field)
        if target == "people_user":
            if field.name == "checked_by":  # nobody checks themselves
                return self.checker.pk
            return None if field.null and field.name != "user" else self.user.pk
        if target == "people_area":
            return self.area.pk
        if field.null:
            return None
        if target not in self.made:
            self.make(target, {})
        return self.made[target]

    def child_for(self, field: models.Field) -> int | None:
        if field.name == "other":
            return self.other.pk
        return None if field.name == "merged_into" else self.child.pk


PLAIN: tuple[tuple[type[models.Field], Any], ...] = (
    (models.DateTimeField, WHEN),
    (models.DateField, date(2026, 11, 1)),
    (models.BooleanField, False),
    (models.BinaryField, b"\x01"),
    (models.DecimalField, 1),
    (models.FloatField, 1.0),
    (models.IntegerField, 1),
    (models.JSONField, "{}"),
    (models.CharField, "x"),
    (models.TextField, "x"),
)


def parent_of(table: str) -> str:
    """Give the table whose rows decide for this one, where it hangs on another."""
    return declared()[table].get("via", ("", ""))[1]


def insert(table: str, values: dict[str, Any]) -> int:
    """Insert a row by its columns; gives its id."""
    columns = ", ".join(f'"{column}"' for column in values)
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" ({columns}) VALUES ({marks}) RETURNING id', [*values.values()]
        )
        return cursor.fetchone()[0]


USUAL = {
    "shared": "family",
    "for_family": "true",
    "stage": "served",
    "shown": "true",
    "kind": "sen2",
    "about": "data",
    "strand": "education",
}
# Of a panel, of a passage, of a request as it was asked.
USUAL_STATE = {"case": "decided", "advice": "given", "asking": "sent"}


def _kinds(rules: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    if "kind_by" not in rules:
        return [(rules["kind"], {})]
    column, kinds = rules["kind_by"]
    usual = USUAL.get(column) or USUAL_STATE[rules["kind"]]
    return [(rules["kind"], {column: usual}), *((k, {column: v}) for v, k in kinds.items())]
