"""A child's record, read for somebody in as few questions as it takes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Prefetch, Q, QuerySet

from plait.access.matrix import REACH, READS, WRITES
from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.cases.models import (
    Clock,
    Document,
    NamedSetting,
    Need,
    Note,
    Placement,
    Request,
    Review,
)
from plait.people.models import Child, FamilyTie, Organisation, Role
from plait.people.roles import FAMILY_ROLES

PAPERS_SHOWN = 20


@dataclass
class Standing:
    """How a reader stands to one child: the ties in force, and the roles they read in."""

    ties: list[Tie]
    roles: frozenset[str]
    through: str

    @property
    def as_family(self) -> bool:
        """Whether the reader comes only as the child's family, or as the young person."""
        return bool(self.roles) and self.roles <= set(FAMILY_ROLES)

    def may_read(self, kind: str) -> bool:
        return any(kind in READS.get(Role(role), "").split() for role in self.roles)

    def may_write(self, kind: str) -> bool:
        return any(kind in WRITES.get(Role(role), "").split() for role in self.roles)


@dataclass
class Record:
    """Everything one reader may see of one child's file, on one day."""

    child: Child
    standing: Standing
    requests: list[Request] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    family: list[FamilyTie] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def newest(self) -> Request | None:
        """The request the case stands on now: the one received last."""
        return self.requests[-1] if self.requests else None


def child_open_to(reader: Reader, child_id: int) -> Child | None:
    """Give a child the reader sees, or nothing; the database's own policy decides."""
    children = Child.objects.filter(pk=child_id, area=reader.area)
    return children.select_related("source", "merged_into").first()


def standing_of(reader: Reader, child_id: int) -> Standing:
    """Say how the reader stands to a child, from the ties they may see and the posts they hold."""
    ties = list(
        Tie.objects.filter(in_force(reader.today), child_id=child_id)
        .select_related("user", "organisation", "post")
        .order_by("since", "id")
    )
    roles = {role for role in reader.roles if REACH[Role(role)] == "area"}
    mine = [tie for tie in ties if tie.user_id == reader.user.pk]
    roles |= {tie.role for tie in mine}
    if any(tie.organisation_id in reader.settings for tie in ties if tie.organisation_id):
        roles |= {role for role in reader.roles if REACH[Role(role)] == "setting"}
    return Standing(ties, frozenset(roles), _through(mine, reader))


def _through(mine: Iterable[Tie], reader: Reader) -> str:
    """Name the tie as the journal keeps it."""
    held = list(mine)
    if any(tie.emergency for tie in held):
        return "Emergency access"
    return Role(held[0].role if held else reader.role).label


def record_of(child: Child, standing: Standing) -> Record:
    """Read the whole file of a child the reader sees; a kind they may not read is not asked for."""
    record = Record(child, standing)
    if standing.may_read("case"):
        record.requests = requests_of(child.pk)
        record.clocks = clocks_of(child.pk)
    if standing.may_read("family"):
        family = FamilyTie.objects.filter(child=child, until__isnull=True)
        record.family = list(family.select_related("carer").order_by("id"))
    if standing.may_read("document"):
        record.documents = list(documents_of(child.pk)[:PAPERS_SHOWN])
    if standing.may_read("note_family"):
        record.notes = list(notes_of(child.pk)[:PAPERS_SHOWN])
    return record


def requests_of(child_id: int) -> list[Request]:
    """Give the child's requests, oldest first, with needs, named settings, placements, reviews."""
    placements = Placement.objects.select_related("organisation", "source").order_by("entered_on")
    reviews = Review.objects.select_related("source").order_by("meeting_on", "id")
    rows = Request.objects.filter(child_id=child_id).annotate(
        need_kinds=ArraySubquery(
            Need.objects.filter(request=OuterRef("pk")).order_by("rank", "id").values("kind")
        ),
        named=ArraySubquery(
            NamedSetting.objects.filter(plan__request=OuterRef("pk"), organisation__isnull=False)
            .order_by("rank", "id")
            .values("organisation__name")
        ),
    )
    return list(
        rows.select_related("source", "assessment__source", "plan__source")
        .prefetch_related(Prefetch("placements", placements), Prefetch("reviews", reviews))
        .order_by(F("received_on").asc(nulls_first=True), "id")
    )


def clocks_of(child_id: int) -> list[Clock]:
    """Give the clocks in force, by due day; those superseded are on each date's own page."""
    clocks = Clock.objects.filter(child_id=child_id, superseded_by__isnull=True)
    return list(clocks.order_by("due_on", "id"))


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


def documents_of(child_id: int) -> QuerySet[Document]:
    """Give the documents not removed, newest first."""
    papers = Document.objects.filter(child_id=child_id, removed_at__isnull=True)
    return papers.select_related("written_by", "organisation").order_by("-at", "-id")


def document_open_to(reader: Reader, document_id: int) -> Document | None:
    """Give a document the reader may open; one hidden from them or removed looks missing."""
    papers = Document.objects.filter(
        ~Q(hidden_from=reader.user), pk=document_id, area=reader.area, removed_at__isnull=True
    )
    return papers.select_related("child", "written_by").first()


def hidden_from(document: Document) -> list[str]:
    """Name the people a document is hidden from."""
    return [user.name for user in document.hidden_from.order_by("name")]


def notes_of(child_id: int) -> QuerySet[Note]:
    notes = Note.objects.filter(child_id=child_id)
    return notes.select_related("written_by").order_by("-at", "-id")


def settings_of(child_id: int) -> QuerySet[Organisation]:
    """Give the settings a child was placed at, is named for, or is on the roll of."""
    placed = Placement.objects.filter(child_id=child_id, organisation__isnull=False)
    rolled = Tie.objects.filter(child_id=child_id, organisation__isnull=False)
    named = NamedSetting.objects.filter(child_id=child_id, organisation__isnull=False)
    which = [rows.values("organisation") for rows in (placed, rolled, named)]
    found = Q(pk__in=which[0]) | Q(pk__in=which[1]) | Q(pk__in=which[2])
    return Organisation.objects.filter(found).order_by("name")
