"""Remember how a year's return spoke of a request, so that it can be said again."""

from typing import Any

from plait.cases.models import Need, PhaseTransfer, Placement, Reported, Review
from plait.intake.sen2.held import HeldCase
from plait.intake.sen2.load import Load
from plait.intake.sen2.reading import RequestIn


def remember(
    load: Load, case: HeldCase, told: RequestIn, placements: list[Placement], needs: list[Need],
    review: Review | None, transfer: PhaseTransfer | None, newer: bool,
) -> None:  # fmt: skip
    """Note which groups and rows the file told; an older file never speaks over a newer one."""
    values = _values(told) | {
        "review_id": review and review.pk,
        "phase_transfer_id": transfer and transfer.pk,
        "placements": [row.pk for row in placements],
        "needs": [row.pk for row in needs],
    }
    said = case.reported.get(load.year)
    if said is None:
        request = case.request
        case.reported[load.year] = load.changes.add_told(
            Reported, told.line, area_id=load.area.pk, child_id=request.child_id,
            request_id=request.pk, year=load.year, **values,
        )  # fmt: skip
    elif newer:
        for name, value in values.items():
            setattr(said, name, value)
        said.source_id, said.source_line = load.source.pk, told.line
        names = [name.removesuffix("_id") for name in values]
        load.changes.change(said, [*names, "source", "source_line"])


def _values(told: RequestIn) -> dict[str, Any]:
    has_assessment = told.assessment is not None
    return {
        "request_as_history": told.as_history,
        "assessment_as_history": told.assessment_as_history if has_assessment else None,
        "with_assessment": has_assessment,
        "with_plan": told.plan is not None,
        "with_active_plan": told.active,
        "transferred_from": told.transferred_from,
    }
