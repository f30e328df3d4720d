"""Count an area anew."""

from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q

from plait.access.reader import Reader
from plait.insight import attendance_figures
from plait.insight.measures import MEASURES
from plait.insight.models import Figure


@transaction.atomic
def count(*, by: Reader, at: datetime) -> int:
    """Replace every figure of the area by a new count; give how many there are."""
    made = []
    for measure in MEASURES.values():
        counted = (
            measure.rows(by)
            .values("row_month", "row_group")
            .annotate(of=Count("pk"), so=Count("pk", filter=Q(row_yes=True)))
        )
        made += [
            Figure(
                area=by.area,
                measure=measure.id,
                month=row["row_month"],
                group=row["row_group"],
                yes=row["so"],
                of=row["of"],
                at=at,
            )
            for row in counted
        ]
    made += attendance_figures.counted(by=by, at=at)
    Figure.objects.filter(area=by.area).delete()
    Figure.objects.bulk_create(made)
    return len(made)
