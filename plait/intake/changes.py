"""What a batch of a delivery adds and changes: worked out first, then written a table at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model

from plait.access.models import Tie
from plait.cases.models import (
    Assessment,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
    Plan,
    Reported,
    Request,
    Review,
)
from plait.people.models import Child, Identifier, SamePerson, Source
from plait.people.rows import Ids, Row, add_all, change_all, fresh

IN_ORDER: tuple[type[Model], ...] = (
    Child, Identifier, SamePerson, Request, Assessment, Plan, NamedSetting, Placement, Need,
    Review, PhaseTransfer, Reported, Tie,
)  # fmt: skip
_BLANK = (None, "")


class Changes:
    """Rows to add, change and remove, with the source they came from; nothing is written yet."""

    def __init__(self, source: Source, ids: Ids) -> None:
        self.source, self.ids = source, ids
        self.added: dict[type[Model], list[Model]] = defaultdict(list)
        self.changed: dict[type[Model], dict[int, Model]] = defaultdict(dict)
        self.names: dict[type[Model], set[str]] = defaultdict(set)
        self.removed: dict[type[Model], list[Model]] = defaultdict(list)

    def add(self, model: type[Row], **values: Any) -> Row:
        """Add a new row, with the id it will have."""
        row = fresh(model, id=self.ids.next(model), **values)
        self.added[model].append(row)
        return row

    def add_told(self, model: type[Row], line: int | None, **values: Any) -> Row:
        """Add a new row that came from a line of the source."""
        return self.add(model, source_id=self.source.pk, source_line=line, **values)

    def change(self, row: Any, names: Iterable[str]) -> None:
        """Change named fields of a held row; a row that is new is written anyway."""
        if not row._state.adding:
            self.changed[type(row)][row.pk] = row
            self.names[type(row)].update(names)

    def remove(self, row: Any) -> None:
        """Remove a row that a correction took out; its past stays in the history."""
        self.removed[type(row)].append(row)

    def merge(
        self, row: Any, values: Mapping[str, Any], *, newer: bool, line: int | None,
        erase: bool = False, weak: str = "",
    ) -> bool:  # fmt: skip
        """Fill what is empty; what is newer corrects; only a correction of the same file erases."""
        names = [
            name
            for name, value in values.items()
            if name != "_line" and _takes(getattr(row, name), value, newer, erase, weak)
        ]
        for name in names:
            setattr(row, name, values[name])
        if names:
            row.source_id, row.source_line = self.source.pk, line
            self.change(row, [*names, "source", "source_line"])
        return bool(names)

    def store(self) -> None:
        """Write everything, each table once, those that others point at first."""
        for model in reversed(IN_ORDER):
            if rows := self.removed[model]:
                model._default_manager.filter(pk__in=[row.pk for row in rows]).delete()
        for model in IN_ORDER:
            add_all(self.added[model])
            change_all(list(self.changed[model].values()), sorted(self.names[model]))


def _takes(held: Any, value: Any, newer: bool, erase: bool, weak: str) -> bool:
    if value == held:
        return False
    if value in _BLANK:
        return erase
    return newer or held in _BLANK or (weak != "" and held == weak)
