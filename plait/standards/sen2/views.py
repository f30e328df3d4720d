"""What the rules look at: each group of a person with its dates worked out once."""

from typing import ClassVar, Final

from plait.standards.sen2 import days
from plait.standards.sen2.context import Context
from plait.standards.sen2.message import Message, Note, Record

_NEVER: Final = 1 << 30


class Whole:
    """The message itself: its header at the start, what was noted about its shape at the end."""

    group: ClassVar = "Message"

    def __init__(self, message: Message, context: Context, asked_year: int | None) -> None:
        self.record: Record = dict(message.header)
        self.message = message
        self.context = context
        self.asked_year = asked_year

    @property
    def notes(self) -> list[Note]:
        """Give what the reader noted outside the persons."""
        return self.message.notes


class PersonView:
    """One person, with the day of birth."""

    __slots__ = ("born", "context", "position", "record", "requests")
    group: ClassVar = "Person"

    def __init__(self, record: Record, position: int, context: Context) -> None:
        self.record = record
        self.position = position
        self.context = context
        self.born = days.day(record.get("PersonBirthDate"))
        self.requests = [RequestView(request, self) for request in record.get("Requests", ())]

    @property
    def person(self) -> "PersonView":
        """Give itself, as every group gives its person."""
        return self

    @property
    def notes(self) -> list[Note]:
        """Give what the reader could not hold in the record."""
        notes: list[Note] = self.record.get("_notes", [])
        return notes

    def age(self) -> int:
        """Give the age on the census day."""
        return days.age(self.born, self.context.census)


class RequestView:
    """One request, with the assessment, the plan and the active plan that hang on it."""

    __slots__ = (
        "active",
        "assessment",
        "context",
        "decided",
        "outcome",
        "person",
        "placement_is_open",
        "plan",
        "plan_is_open",
        "received",
        "record",
    )
    group: ClassVar = "Requests"

    def __init__(self, record: Record, person: PersonView) -> None:
        get = record.get
        self.record = record
        self.person = person
        self.context = person.context
        self.outcome: str = get("RequestOutcome", "")
        self.received = days.day(get("ReceivedDate"))
        self.decided = days.day(get("RequestOutcomeDate"))
        assessment = get("Assessment")
        self.assessment = None if assessment is None else AssessmentView(assessment, self)
        self.plan = None if self.assessment is None else self.assessment.plan
        active = get("ActivePlans")
        self.active = None if active is None else ActiveView(active, self)
        self.plan_is_open = self.plan is not None and self.plan.is_open()
        self.placement_is_open = self.active is not None and self.active.has_open_placement()


class AssessmentView:
    """One assessment and its decision."""

    __slots__ = ("context", "decided", "outcome", "person", "plan", "record", "request")
    group: ClassVar = "Assessment"

    def __init__(self, record: Record, request: RequestView) -> None:
        self.record = record
        self.request = request
        self.person = request.person
        self.context = request.context
        self.outcome: str = record.get("AssessmentOutcome", "")
        self.decided = days.day(record.get("AssessmentOutcomeDate"))
        plan = record.get("NamedPlan")
        self.plan = None if plan is None else PlanView(plan, request)


class PlanView:
    """One named plan and the settings it names."""

    __slots__ = ("ceased", "context", "details", "person", "record", "request", "started")
    group: ClassVar = "NamedPlan"

    def __init__(self, record: Record, request: RequestView) -> None:
        self.record = record
        self.request = request
        self.person = request.person
        self.context = request.context
        self.started = days.day(record.get("StartDate"))
        self.ceased = days.day(record.get("CeaseDate"))
        self.details = [DetailView(detail, request) for detail in record.get("PlanDetail", ())]

    def is_open(self) -> bool:
        """Say whether the plan runs on the census day."""
        census = self.context.census
        return 0 < self.started <= census and not 0 < self.ceased <= census


class _PartView:
    """A group that needs no more than its record."""

    __slots__ = ("context", "person", "record")

    def __init__(self, record: Record, request: RequestView) -> None:
        self.record = record
        self.person = request.person
        self.context = request.context


class DetailView(_PartView):
    """One setting named in a plan."""

    __slots__ = ()
    group: ClassVar = "PlanDetail"


class NeedView(_PartView):
    """One type of need and its rank."""

    __slots__ = ()
    group: ClassVar = "SENneed"


class ActiveView:
    """One active plan: its placements, needs and review."""

    __slots__ = ("context", "decided", "met", "needs", "person", "placements", "record", "request")
    group: ClassVar = "ActivePlans"

    def __init__(self, record: Record, request: RequestView) -> None:
        get = record.get
        self.record = record
        self.request = request
        self.person = request.person
        self.context = request.context
        self.met = days.day(get("ReviewMeeting"))
        self.decided = days.day(get("LastReview"))
        self.placements = [PlacementView(place, request) for place in get("PlacementDetail", ())]
        self.needs = [NeedView(need, request) for need in get("SENneed", ())]

    def has_open_placement(self) -> bool:
        """Say whether any placement runs on the census day."""
        return any(placement.is_open() for placement in self.placements)


class PlacementView(_PartView):
    """One placement and the days it runs."""

    __slots__ = ("joined", "left")
    group: ClassVar = "PlacementDetail"

    def __init__(self, record: Record, request: RequestView) -> None:
        super().__init__(record, request)
        self.joined = days.day(record.get("EntryDate"))
        self.left = days.day(record.get("LeavingDate")) or _NEVER

    def is_open(self) -> bool:
        """Say whether the placement runs on the census day."""
        return 0 < self.joined <= self.context.census <= self.left
