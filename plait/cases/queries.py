"""A child's record, read for somebody in as few questions as it takes."""

import json
from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet

from plait.access.models import Tie
from plait.access.reader import Reader
from plait.cases.area_rules import targets_from
from plait.cases.models import (
    Assessment,
    Clock,
    Document,
    Letter,
    NamedSetting,
    Need,
    Note,
    Placement,
    Plan,
    Request,
    Review,
)
from plait.cases.queries_standing import Standing, standing_by
from plait.cases.record_sql import ask, parts_of
from plait.journal.models import Entry, Look
from plait.people.asked import Row, made
from plait.people.models import Carer, Child, FamilyTie, Organisation, Post, User


@dataclass(frozen=True)
class Case:
    """One request with all that hangs on it, as pages read it."""

    request: Request
    assessment: Assessment | None
    plan: Plan | None
    placements: list[Placement]
    reviews: list[Review]
    needs: list[Need]


@dataclass(frozen=True)
class Record:
    """Everything one reader may see of one child's file, on one day."""

    child: Child
    standing: Standing
    cases: list[Case]
    clocks: list[Clock]
    family: list[FamilyTie]
    documents: list[Document]
    notes: list[Note]
    letters: list[Letter]  # without their words
    acts: list[Entry]  # those that are events of the law
    looks: list[Look]  # the latest, one more than a page shows
    targets: dict[str, int | None]  # the weeks the area set itself
    also: dict[str, list[Row]]  # rows of floors above (`record_sql.ask_also`), by their part

    @property
    def newest(self) -> Case | None:
        """The case that counts now: the request received last."""
        return self.cases[-1] if self.cases else None


def child_open_to(reader: Reader, child_id: int) -> Child | None:
    """Give a child the reader sees, or nothing; the database's own policy decides."""
    children = Child.objects.filter(pk=child_id, area=reader.area)
    return children.select_related("source", "merged_into").first()


def record_open_to(reader: Reader, child_id: int) -> Record | None:
    """Read the whole file of a child the reader sees, in one question; nothing if they do not."""
    return record_from(ask(child_id, today=reader.today), reader)


def record_from(answer: tuple[str, ...], reader: Reader) -> Record | None:
    """Make the file of a child from the database's answer to this reader."""
    parts = parts_of(answer)
    if not parts["child"] or parts["child"][0]["area_id"] != reader.area.pk:
        return None
    return Record(
        child=made(Child, parts["child"][0]),
        standing=standing_by([_tie(row) for row in parts["ties"]], reader),
        cases=_cases(parts),
        clocks=[made(Clock, row) for row in parts["clocks"]],
        family=[made(FamilyTie, row, carer=_carer(row)) for row in parts["family"]],
        documents=[
            made(Document, row, written_by=User(name=row["author"])) for row in parts["documents"]
        ],
        notes=[made(Note, row, written_by=User(name=row["author"])) for row in parts["notes"]],
        letters=[made(Letter, row) for row in parts["letters"]],
        acts=[made(Entry, row) for row in parts["acts"]],
        looks=[_look(row) for row in parts["looks"]],
        targets=targets_from(parts["targets"]),
        also=parts,
    )


def looks_in(answer: tuple[str, ...]) -> list[Look]:
    """Give only the latest looks out of an answer."""
    return [_look(row) for row in json.loads(answer[-1])]


def _look(row: Row) -> Look:
    return made(Look, row, by=User(name=row["by_name"]))


def _tie(row: Row) -> Tie:
    user = User(pk=row["user_id"], name=row["user_name"], email=row["email"])
    organisation = Organisation(pk=row["organisation_id"], name=row["organisation_name"])
    return made(
        Tie,
        row,
        user=user if row["user_id"] else None,
        organisation=organisation if row["organisation_id"] else None,
        post=Post(title=row["title"] or "") if row["post_id"] else None,
    )


def _carer(row: Row) -> Carer:
    return Carer(name=row["carer_name"], phone=row["phone"], email=row["email"])


def _cases(parts: dict[str, list[Row]]) -> list[Case]:
    """Hang every row on its request."""

    def of(name: str, model: type, request: int) -> list:
        return [made(model, row) for row in parts[name] if row["request_id"] == request]

    return [
        Case(
            request=made(Request, row),
            assessment=next(iter(of("assessments", Assessment, row["id"])), None),
            plan=next(iter(of("plans", Plan, row["id"])), None),
            placements=[_placement(p) for p in parts["placements"] if p["request_id"] == row["id"]],
            reviews=of("reviews", Review, row["id"]),
            needs=of("needs", Need, row["id"]),
        )
        for row in parts["requests"]
    ]


def _placement(row: Row) -> Placement:
    organisation = Organisation(pk=row["organisation_id"], name=row["organisation_name"])
    return made(Placement, row, organisation=organisation if row["organisation_id"] else None)


def requests_of(child_id: int) -> list[Request]:
    """Give the child's requests, oldest first, as rows that an act may change."""
    rows = Request.objects.filter(child_id=child_id).select_related("child", "source")
    return list(
        rows.select_related("assessment__source", "plan__source")
        .prefetch_related(
            Prefetch("placements", Placement.objects.select_related("organisation", "source")),
            Prefetch("reviews", Review.objects.select_related("source").order_by("meeting_on")),
        )
        .order_by(F("received_on").asc(nulls_first=True), "id")
    )


def case_of(request: Request) -> Case:
    """Give a request as pages read it."""
    found = {name: getattr(request, name, None) for name in ("assessment", "plan")}
    return Case(
        request=request,
        **found,
        placements=list(request.placements.all()),
        reviews=list(request.reviews.all()),
        needs=[],
    )


def clock_of(child_id: int, clock_id: int) -> Clock | None:
    clocks = Clock.objects.filter(child_id=child_id, pk=clock_id)
    return clocks.select_related("excuse_by", "request", "review", "superseded_by").first()


def before_it(clock: Clock) -> list[Clock]:
    """Give the clocks this one took the place of, newest first."""
    chain: list[Clock] = []
    ids = {clock.pk}
    while found := list(Clock.objects.filter(superseded_by__in=ids).order_by("-id")):
        chain += found
        ids = {old.pk for old in found}
    return chain


def document_open_to(reader: Reader, document_id: int) -> Document | None:
    """Give a document the reader may open; one hidden from them or removed looks missing."""
    papers = Document.objects.filter(
        ~Q(hidden_from=reader.user), pk=document_id, area=reader.area, removed_at__isnull=True
    )
    return papers.select_related("child", "written_by").first()


def hidden_from(document: Document) -> list[str]:
    """Name the people a document is hidden from."""
    return [user.name for user in document.hidden_from.order_by("name")]


def settings_of(child_id: int) -> QuerySet[Organisation]:
    """Give the settings a child was placed at, is named for, or is on the roll of."""
    placed = Placement.objects.filter(child_id=child_id, organisation__isnull=False)
    rolled = Tie.objects.filter(child_id=child_id, organisation__isnull=False)
    named = NamedSetting.objects.filter(child_id=child_id, organisation__isnull=False)
    which = [rows.values("organisation") for rows in (placed, rolled, named)]
    found = Q(pk__in=which[0]) | Q(pk__in=which[1]) | Q(pk__in=which[2])
    return Organisation.objects.filter(found).order_by("name")
