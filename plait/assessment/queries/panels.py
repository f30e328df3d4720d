"""What is read to prepare a decision, and the decision itself."""

from plait.access.reader import Reader
from plait.assessment.models import Panel
from plait.cases.models import Request
from plait.cases.queries import Record, record_open_to


def panel_in_hand(request: Request, about: str) -> Panel | None:
    """Give the decision that is being prepared, if somebody began."""
    rows = Panel.objects.filter(request=request, about=about, state=Panel.State.WRITING)
    return rows.select_related("child", "request").first()


def panel_made(request: Request, about: str) -> Panel | None:
    """Give the decision that was made last."""
    rows = Panel.objects.filter(request=request, about=about, state=Panel.State.DECIDED)
    return rows.select_related("decided_by").order_by("-decided_on", "-id").first()


def request_for(reader: Reader, child_id: int) -> Request | None:
    """Give the newest request of a child the reader sees."""
    rows = Request.objects.filter(child_id=child_id, area=reader.area)
    return rows.select_related("child").order_by("-received_on", "-id").first()


def whole_record(reader: Reader, child_id: int) -> Record | None:
    """Give everything the pack is made from, as far as the reader sees it."""
    return record_open_to(reader, child_id)
