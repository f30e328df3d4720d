"""What a school counted of one child, term by term, where it sent no marks."""

from plait.attendance.models import TermCount


def counts_of(child_id: int) -> list[tuple[str, int, str, int, dict[str, int]]]:
    """Give each term's setting, school year, term, possible sessions and sessions by code."""
    rows = TermCount.objects.filter(child_id=child_id).order_by("-school_year", "term", "id")
    return [
        (name or "", year, term, possible, by_code)
        for name, year, term, possible, by_code in rows.values_list(
            "setting__name", "school_year", "term", "possible", "by_code"
        )
    ]
