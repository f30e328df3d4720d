"""Bring one request of the file into the record: fill, correct, or add."""

from collections.abc import Callable
from datetime import date
from typing import Any

from plait.cases.asked import FIRST, asked_about
from plait.cases.models import (
    Assessment,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
    Plan,
    Request,
    Review,
)
from plait.intake.sen2.held import HeldCase, HeldChild
from plait.intake.sen2.load import Load
from plait.intake.sen2.reading import RequestIn, Values
from plait.intake.sen2.telling import remember

# What says where a place is: it stands or falls together.
PLACE = ("organisation_id", "urn", "ukprn", "setting_kind", "setting_other")


class CaseMerge:
    """One request of the file and the case it is, or the new case it makes."""

    def __init__(self, load: Load, held: HeldChild, told: RequestIn, case: HeldCase | None) -> None:
        self.load, self.changes, self.told = load, load.changes, told
        self.of_child = {"area_id": load.area.pk, "child_id": held.child.pk}
        known_to = case.request.known_to if case else None
        self.newer = case is None or load.is_newer(known_to)
        # Only the same return once more may take something out.
        self.erase = case is not None and self.newer and load.year in case.reported
        self.changed = case is None
        self.case = case or self._new_case(held)

    def run(self) -> HeldCase:
        """Merge every group the file tells of."""
        self._request()
        if self.told.assessment is not None:
            self._assessment(self.told.assessment)
        if self.told.plan is not None:
            self._plan(self.told.plan)
        placements = self._each("placements", Placement, self.told.placements, _placement_key)
        needs = self._each("needs", Need, self.told.needs, _need_key)
        review = self._one("reviews", Review, self.told.review, ("meeting_on", "decided_on"))
        transfer = self._one("transfers", PhaseTransfer, self.told.transfer, ("due_on",))
        remember(self.load, self.case, self.told, placements, needs, review, transfer, self.newer)
        return self.case

    def _new_case(self, held: HeldChild) -> HeldCase:
        kept = self.load.area.kept_here_since
        row = self.changes.add_told(
            Request, self.told.line, **self.of_child, **self.told.values,
            known_to=None if kept else self.load.as_at,
        )  # fmt: skip
        case = HeldCase(row)
        held.cases.append(case)
        return case

    def _merge(self, row: Any, values: Values, line: int | None, weak: str = "") -> None:
        given = values
        if weak and (values["outcome"] == "H" or (row.outcome, values["outcome"]) == ("H", "A")):
            given = {name: value for name, value in values.items() if name != "outcome"}
        erase = self.erase and values.get("outcome") != "H"
        self.changed |= self.changes.merge(
            row, given, newer=self.newer, line=line, erase=erase, weak=weak
        )

    def _request(self) -> None:
        row = self.case.request
        self._merge(row, self.told.values, self.told.line, weak="H")
        known_to = row.known_to
        if known_to is not None and known_to < self.load.as_at:
            row.known_to = self.load.as_at
            self.changes.change(row, ("known_to",))

    def _assessment(self, values: Values) -> None:
        if self.case.assessment is None:
            self.case.assessment = self._add(Assessment, values, **self._parent(Assessment))
        else:
            self._merge(self.case.assessment, values, values["_line"], weak="H")

    def _plan(self, values: Values) -> None:
        values = values | {"transferred_from": self.told.transferred_from}
        if self.case.plan is None:
            self.case.plan = self._add(Plan, values, **self._parent(Plan))
        else:
            self._merge(self.case.plan, self._answered(values), values["_line"])
        if self.newer or not self.case.named:
            prior = self.case.named if self.newer else []
            self._settle("named", NamedSetting, self.told.named, _place_key, prior)

    def _answered(self, values: Values) -> Values:
        """Leave out the end of a plan that is asked about: the answer comes first."""
        plan = self.case.plan
        if plan is None or plan.ceased_on or not values["ceased_on"] or not plan.pk:
            return values
        ref = f"plan:{plan.pk}"
        asked = asked_about([ref]).get(ref)
        if asked is None:
            return values
        if self.load.tell:
            self.load.tell(
                None, values["_line"], "CeaseDate", f"{values['ceased_on']}", FIRST,
                rule="ASKED", mend=f"Answer {asked.words}, then load the return again.",
            )  # fmt: skip
        return values | {"ceased_on": None, "cease_reason": ""}

    def _each(
        self, name: str, model: Any, told: list[Values], key: Callable[[Any], Any]
    ) -> list[Any]:
        """Bring in a list that a return tells anew each year; what it left out stays as it was."""
        said = self.case.reported.get(self.load.year)
        ids = getattr(said, name) if said and self.erase else []
        prior = [row for row in getattr(self.case, name) if row.pk in ids and row.pk]
        return self._settle(name, model, told, key, prior)

    def _settle(
        self, name: str, model: Any, told: list[Values], key: Callable[[Any], Any], prior: list[Any]
    ) -> list[Any]:
        """Pair each told value with its row; a row that only this return told is corrected."""
        held: list[Any] = getattr(self.case, name)
        by_key = {key(row): row for row in held}
        rows = [by_key.pop(_told_key(key, values), None) for values in told]
        spare = [row for row in prior if not any(row is kept for kept in rows)]
        for number, values in enumerate(told):
            if rows[number] is None and spare:
                rows[number] = spare.pop(0)
            if rows[number] is None:
                rows[number] = self._add(model, values, **self._parent(model))
                held.append(rows[number])
            else:
                placed = self._placed(model, values)
                self._move(rows[number], placed)
                self._merge(rows[number], placed, values["_line"])
        for row in spare:
            self.changed = True
            self.changes.remove(row)
            held.remove(row)
        return rows

    def _move(self, row: Any, values: Values) -> None:
        """Write another place whole: half of the old one and half of the new would be neither."""
        if not self.newer or not any(values.get(name) for name in PLACE):
            return
        left = [name for name in PLACE if getattr(row, name) and not values[name]]
        for name in left:
            setattr(row, name, values[name])
        if left:
            self.changed = True
            self.changes.change(row, left)

    def _one(self, name: str, model: Any, told: Values | None, days: tuple[str, ...]) -> Any:
        """Bring in the newest review or transfer: one of the same day is the same."""
        if told is None:
            return None
        held: list[Any] = getattr(self.case, name)
        row = next((row for row in held if any(_same(row, told, day) for day in days)), None)
        said = self.case.reported.get(self.load.year)
        if row is None and said and self.erase:
            row = said.review if model is Review else said.phase_transfer
            row = next((other for other in held if row and other.pk == row.pk), None)
        if row is None:
            row = self._add(model, told, **self._parent(model))
            held.append(row)
        else:
            self._merge(row, told, told["_line"])
        return row

    def _add(self, model: Any, values: Values, **parent: Any) -> Any:
        self.changed = True
        own = {n: v for n, v in self._placed(model, values).items() if n != "_line"}
        return self.changes.add_told(model, values["_line"], **self.of_child, **own, **parent)

    def _placed(self, model: Any, values: Values) -> Values:
        if model not in (Placement, NamedSetting):
            return values
        place = values["urn"], values["ukprn"]
        return values | {"organisation_id": self.load.organisations.get(place)}

    def _parent(self, model: Any) -> dict[str, Any]:
        if model is NamedSetting and self.case.plan:
            return {"plan_id": self.case.plan.pk}
        return {"request_id": self.case.request.pk}


def _same(row: Any, told: Values, day: str) -> bool:
    given: date | None = told[day]
    return given is not None and getattr(row, day) == given


def _told_key(key: Callable[[Any], Any], values: Values) -> Any:
    return key(_Told(values))


class _Told:
    """Values of the file, looked at as a row."""

    def __init__(self, values: Values) -> None:
        self.__dict__.update(values)


def _place_key(row: Any) -> tuple[Any, ...]:
    return row.urn, row.ukprn, row.setting_kind, row.setting_other, row.rank


def _placement_key(row: Any) -> tuple[Any, ...]:
    return row.urn, row.ukprn, row.setting_kind, row.setting_other, row.entered_on


def _need_key(row: Any) -> tuple[Any, ...]:
    return row.kind, row.rank
