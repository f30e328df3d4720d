"""The return's header: who sends it, for which year, and the officers in post."""

from datetime import datetime

from plait import __version__
from plait.people.models import Area, Source
from plait.returns.sen2.period import Period

OFFICERS = ("DMO", "DCO", "DSCO")


def header(area: Area, when: Period, *, at: datetime) -> dict[str, str]:
    """Give the header; the officers and the serial number come from the newest return held."""
    returns = Source.objects.filter(area=area, kind="sen2").exclude(says={})
    newest = returns.order_by("-as_at", "-pk").first()
    same_year = returns.filter(year=when.year).order_by("-pk").first()
    officers = {tag: newest.says.get(tag, "N") if newest else "N" for tag in OFFICERS}
    serial = int(same_year.says.get("SerialNo") or 0) + 1 if same_year else 1
    return {
        "Collection": "SEN2",
        "Year": str(when.year),
        "ReferenceDate": when.census.isoformat(),
        "SourceLevel": "L",
        "LEA": area.code,
        "SoftwareCode": "Plait",
        "Release": __version__,
        "SerialNo": f"{serial:03d}",
        "DateTime": at.replace(microsecond=0, tzinfo=None).isoformat(),
        **officers,
    }
