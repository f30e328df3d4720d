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
from plait.people.rows import add_all, change_all

IN_ORDER: tuple[type[Model], ...] = (
    Child, Identifier, SamePerson, Request, Assessment, Plan, NamedSetting, Placement, Need,
    Review, PhaseTransfer, Reported, Tie,
)  # fmt: skip
_BLANK = (None, "")


class Changes:
    """Rows to add, change and remove, with the source they came from; nothing is written yet."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.added: dict[type[Model], list[Model]] = defaultdict(list)
        self.changed: dict[type[Model], dict[int, Model]] = defaultdict(dict)
        self.names: dict[type[Model], set[str]] = defaultdict(set)
        self.removed: dict[type[Model], list[Model]] = defaultdict(list)
        self.told: list[tuple[Reported, list[Placement], list[Need]]] = []

    def add(self, row: Any, line: int | None = None) -> Any:
        """Add a new row that came from a line of the source."""
        if line is not None:
            row.source, row.source_line = self.source, line
        self.added[type(row)].append(row)
        return row

    def change(self, row: Any, names: Iterable[str]) -> None:
        """Change named fields of a held row; a row that is new is written anyway."""
        if row.pk is not None:
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
            row.source, row.source_line = self.source, line
            self.change(row, [*names, "source", "source_line"])
        return bool(names)

    def store(self) -> None:
        """Write everything, each table once, those that others point at first."""
        for model in reversed(IN_ORDER):
            if rows := self.removed[model]:
                model._default_manager.filter(pk__in=[row.pk for row in rows]).delete()
        for model in IN_ORDER:
            if model is Reported:
                self._name_rows()
            add_all(self.added[model])
            change_all(list(self.changed[model].values()), sorted(self.names[model]))

    def _name_rows(self) -> None:
        """Note by id which rows a return told of, now that each has one."""
        for reported, placements, needs in self.told:
            ids = [row.pk for row in placements], [row.pk for row in needs]
            if (reported.placements, reported.needs) != ids:
                reported.placements, reported.needs = ids
                self.change(reported, ("placements", "needs"))


def _takes(held: Any, value: Any, newer: bool, erase: bool, weak: str) -> bool:
    if value == held:
        return False
    if value in _BLANK:
        return erase
    return newer or held in _BLANK or (weak != "" and held == weak)
