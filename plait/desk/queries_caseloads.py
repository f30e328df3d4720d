"""How much each caseworker carries: open cases by stage, and legal dates late or near."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Case, CharField, Exists, OuterRef, QuerySet, Value, When

from plait.access.models import Tie
from plait.access.queries.children import Which, children_for
from plait.access.reader import Reader, in_force
from plait.cases.models import Assessment, Clock, Plan, Request
from plait.cases.models_clocks import OPEN
from plait.cases.queries_clocks import FAMILY_DUTIES, standing_is
from plait.cases.state import AWAITED
from plait.law.standing import Standing
from plait.people.models import Post, Role
from plait.plans.models import Version


@dataclass
class Load:
    """What one caseworker carries."""

    post: Post
    stages: Counter[str] = field(default_factory=Counter)
    late: int = 0
    soon: int = 0


def loads_of(reader: Reader) -> list[Load]:
    """Give every caseworker's load, in three questions; cover counts for whoever covers, too."""
    posts = Post.objects.filter(in_force(reader.today), area=reader.area, role=Role.CASEWORKER)
    found = {
        post.user_id: Load(post) for post in posts.select_related("user").order_by("user__name")
    }
    for user, stage in _stages(reader).values_list("user", "stage"):
        if user in found and stage:
            found[user].stages[stage] += 1
    _add_dates(found, reader)
    return list(found.values())


def _ties(reader: Reader) -> QuerySet[Tie]:
    return Tie.objects.filter(
        in_force(reader.today), area=reader.area, role=Role.CASEWORKER, user__isnull=False,
        emergency=False,
    )  # fmt: skip


def stage_of(child: str) -> Case:
    """Give the stage of a child's open case; `child` is the path to it from the row asked."""
    here = OuterRef(child)
    begun = Assessment.objects.filter(request__child=here, outcome__in=AWAITED)
    served = Version.objects.filter(child=here, stage="served")
    waits = Request.objects.filter(child=here, outcome__in=AWAITED)
    kept = Plan.objects.filter(request__child=here, ceased_on__isnull=True)
    return Case(
        When(Exists(begun) & Exists(served), then=Value("draft")),
        When(Exists(begun), then=Value("assessing")),
        When(Exists(waits), then=Value("deciding")),
        When(Exists(kept), then=Value("plan")),
        default=Value(""),
        output_field=CharField(),
    )


def _stages(reader: Reader) -> QuerySet[Tie]:
    return _ties(reader).annotate(stage=stage_of("child"))


def _add_dates(found: dict[int, Load], reader: Reader) -> None:
    """Count the legal dates that are late or near, for each who has the case."""
    late, soon = (standing_is(one, reader=reader) for one in (Standing.LATE, Standing.DUE_SOON))
    near = Clock.objects.filter(OPEN, late | soon, area=reader.area)
    days: dict[int, list] = defaultdict(list)
    for child, due in near.exclude(duty__in=FAMILY_DUTIES).values_list("child", "due_on"):
        days[child].append(due)
    if not days:
        return
    for user, child in _ties(reader).filter(child__in=list(days)).values_list("user", "child"):
        if user in found:
            passed = sum(due < reader.today for due in days[child])
            found[user].late += passed
            found[user].soon += len(days[child]) - passed


def waiting(reader: Reader) -> dict[int, str]:
    """Give the children with an open case and no caseworker, each with its stage."""
    found = children_for(reader, Which()).annotate(stage=stage_of("pk")).exclude(stage="")
    return dict(found.values_list("pk", "stage"))
