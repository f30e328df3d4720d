"""Caseloads in words: the lightest first, each weight with how it was added up."""

from collections.abc import Iterable, Mapping

from django.urls import reverse

from plait.cases.caseload import STAGES, sentence, weight
from plait.desk.queries_caseloads import Load
from plait.ui.tables import Cell


def rows(loads: Iterable[Load], weights: Mapping[str, int]) -> list[dict[str, object]]:
    """Give one row a caseworker, the lightest first and then by name."""
    ordered = sorted(
        loads, key=lambda load: (weight(load.stages, weights), load.post.user.name, load.post.pk)
    )
    return [_row(load, weights) for load in ordered]


def _row(load: Load, weights: Mapping[str, int]) -> dict[str, object]:
    person = reverse("access:person", args=[load.post.user_id])
    cases = reverse("desk:cases") + f"?worker={load.post.user_id}"
    return {
        "name": Cell(load.post.user.name, href=person, note=load.post.team),
        **{stage: str(load.stages[stage]) for stage in STAGES},
        "late": Cell(str(load.late), href=f"{cases}&standing=late"),
        "soon": Cell(str(load.soon), href=f"{cases}&standing=due_soon"),
        "weight": Cell(str(weight(load.stages, weights)), note=sentence(load.stages, weights)),
    }
