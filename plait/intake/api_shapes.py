"""What the API says: each answer's shape, which is also its page in the OpenAPI document."""

from datetime import datetime

from ninja import Field, Schema

from plait.intake.models import Delivery, LineFault
from plait.intake.pages import WORKING


class Refusal(Schema):
    """Why something was refused, and what helps."""

    refused: str = Field(description="What was refused and why, in a sentence.")
    mend: str = Field("", description="What would help, or who can.")


class KindOut(Schema):
    """A kind of file this key may send."""

    kind: str
    name: str
    columns: list[str] = Field(description="Headings of its table; empty where it is no table.")


class DeliveryOut(Schema):
    """A file: how far it is, and what it brought."""

    id: int
    kind: str
    file: str
    state: str = Field(
        description="received, reading, read, refused, applying, stopped, applied, taking_back "
        "or taken_back"
    )
    words: str
    working: bool = Field(description="Whether it is still being worked on: ask again later.")
    again: bool = Field(False, description="Whether this very file came before.")
    rows: int
    rows_done: int
    counts: dict[str, int] = Field(description="What it brought, or would bring.")
    faults: dict[str, int] = Field(description="How many faults of each rule.")
    refusal: str = Field(description="Why the file could not be read, if it could not.")
    received_at: datetime
    finished_at: datetime | None


class FaultOut(Schema):
    """One thing wrong: where, what, how to mend it, and who can."""

    id: int
    rule: str
    severity: str
    row: int | None
    line: int | None
    field: str
    value: str
    message: str
    mend: str
    owner: str


class FaultsOut(Schema):
    """Some faults; `next` is the address of those after them, if there are more."""

    faults: list[FaultOut]
    next: str | None


def delivery_out(one: Delivery, *, again: bool = False) -> DeliveryOut:
    """Say how a file stands."""
    told = one.summary.get("done" if one.rows_done else "look", {})
    return DeliveryOut(
        id=one.pk, kind=one.kind, file=one.file_name, state=one.state,
        words=one.get_state_display(), working=one.state in WORKING, again=again,
        rows=one.rows, rows_done=one.rows_done, counts=told,
        faults=one.summary.get("faults", {}), refusal=one.refusal,
        received_at=one.at, finished_at=one.finished_at,
    )  # fmt: skip


def fault_out(one: LineFault) -> FaultOut:
    """Say one fault."""
    names = ("rule", "severity", "row", "line", "field", "value", "message", "mend", "owner")
    return FaultOut(id=one.pk, **{name: getattr(one, name) for name in names})
