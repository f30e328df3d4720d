"""What is read of advice, always for somebody: asked, given, awaited, and who could be asked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.assessment.ladder import RULE, Rung, manager_for
from plait.assessment.ladder import ladder_of as read_ladder
from plait.assessment.models import Advice, Asking, Chase, InterimSupport, Reassessment
from plait.cases.models import Document, Need, Passage, Request
from plait.cases.models_letters import AreaRule
from plait.cases.queries import document_open_to, settings_of
from plait.law.advice import SENSORY, ChildFacts, school_year
from plait.people.models import Child, Organisation, Post, User

MANAGERS_RULE = "advice_managers"


def request_in_hand(reader: Reader, child_id: int) -> Request | None:
    """Give the newest request of a child the reader sees."""
    rows = Request.objects.filter(child_id=child_id, area=reader.area)
    return rows.select_related("child", "area").order_by("-received_on", "-id").first()


def advice_of(child_id: int) -> list[Advice]:
    """Give all advice of a child the reader may read, oldest first, with what hangs on it."""
    rows = Advice.objects.filter(child_id=child_id)
    return list(
        rows.select_related(
            "clock", "giver", "giver_setting", "asked_by", "report", "request__assessment"
        )
        .prefetch_related("chases__by", "missed")
        .order_by("asked_on", "id")
    )


def advice_one(child_id: int, advice_id: int) -> Advice | None:
    """Give one piece of advice of a child the reader sees."""
    rows = Advice.objects.filter(child_id=child_id, pk=advice_id)
    return rows.select_related("child", "clock", "giver", "giver_setting", "request").first()


def asked_of(reader: Reader) -> list[Advice]:
    """Give what is asked of the reader, or of a setting whose SENCO they are; open ones first."""
    mine = Q(giver=reader.user)
    if reader.holds("senco"):
        mine |= Q(giver_setting__in=reader.settings)
    rows = Advice.objects.filter(mine, area=reader.area).select_related("clock", "giver_setting")
    found = rows.exclude(state__in=(Advice.State.HELD, Advice.State.ENDED))
    return sorted(found, key=lambda one: (one.state != "asked", one.due_on, one.pk))


def mine_to_give(reader: Reader, advice_id: int) -> Advice | None:
    """Give one piece of advice that is asked of the reader."""
    return next((one for one in asked_of(reader) if one.pk == advice_id), None)


def behind_link(advice_id: int) -> Advice | None:
    """Give the one piece of advice a link opens; the database shows no other."""
    return Advice.objects.filter(pk=advice_id).select_related("clock", "area").first()


def passages_of(advice: Advice) -> list[Passage]:
    """Give the passages of advice the reader may read, in order."""
    return list(Passage.objects.filter(ref=advice.ref).order_by("place", "id"))


def interim_of(child_id: int) -> list[InterimSupport]:
    """Give the help that was agreed while the assessment goes on."""
    return list(InterimSupport.objects.filter(child_id=child_id).order_by("since", "id"))


def facts_of(child: Child, request: Request, today: date) -> ChildFacts:
    """Give what the record knows of what decides which advice is asked."""
    needs = {SENSORY[kind] for kind in _needs(request) if kind in SENSORY}
    return ChildFacts(year=school_year(child.birth_date, today), **dict.fromkeys(needs, True))


def _needs(request: Request) -> list[str]:
    return list(Need.objects.filter(request=request).values_list("kind", flat=True))


@dataclass(frozen=True)
class People:
    """Who could be asked: those tied to the child, settings, and who gave before."""

    tied: list[Tie]
    settings: list[Organisation]
    before: list[Advice]
    usual: dict[str, Any]  # the area's own rule "advice_givers"


def people_of(child_id: int, reader: Reader) -> People:
    """Gather everybody who could be asked about a child."""
    ties = Tie.objects.filter(in_force(reader.today), child_id=child_id, area=reader.area)
    tied = ties.select_related("user", "organisation", "post").order_by("since", "id")
    before = Advice.objects.filter(area=reader.area).exclude(giver_name="")
    own = before.filter(child_id=child_id).order_by("-asked_on", "-id")
    return People(
        tied=[tie for tie in tied if tie.user_id],
        settings=[tie.organisation for tie in tied if tie.organisation]
        or list(settings_of(child_id)),
        before=list(own.select_related("giver", "giver_setting")),
        usual=_rule(reader.area.pk, "advice_givers") or {},
    )


def documents_of(child_id: int, reader: Reader) -> list[Document]:
    """Give the documents of a child the reader may open."""
    rows = Document.objects.filter(child_id=child_id, removed_at__isnull=True)
    return list(rows.exclude(hidden_from=reader.user).order_by("-at"))


def report_is_open_to(reader: Reader, advice: Advice) -> bool:
    """Whether a reader of advice may open its report: as the document, where it is kept as one.

    What one of the family sent goes by the advice itself, which no other of the family finds.
    """
    if advice.report_id is None or advice.kind == "family":
        return True
    return document_open_to(reader, advice.report_id) is not None


def family_papers(child_id: int, reader: Reader) -> list[Document]:
    """Give the documents that the family itself put on the record."""
    ties = Tie.objects.filter(child_id=child_id, role__in=("parent", "young_person"))
    users = set(ties.values_list("user_id", flat=True))
    return [one for one in documents_of(child_id, reader) if one.written_by_id in users]


def family_words(request: Request) -> str:
    """Give what the family wrote when it asked, as the first draft of its representations."""
    asked = Asking.objects.filter(request=request).order_by("id").first()
    answers = asked.answers if asked else {}
    said = [answers.get(key, {}).get("words", "") for key in ("worries", "tried", "hopes")]
    return "\n\n".join(words for words in said if words)


def climbed_of(advice: Advice) -> list[int]:
    rungs = Chase.objects.filter(advice=advice, rung__gt=0)
    return list(rungs.values_list("rung", flat=True))


def ladder_of(area: int) -> tuple[Rung, ...]:
    """Give the area's ladder of reminders, or the usual one."""
    value = _rule(area, RULE)
    return read_ladder(value) if value is not None else read_ladder(None)


def managers_of(reader: Reader, body: str, role: str) -> tuple[Any, list[User]]:
    """Give whom the area named for a body's higher rungs, and who holds the post otherwise."""
    posts = Post.objects.filter(in_force(reader.today), area=reader.area, role=role)
    holders = [post.user for post in posts.select_related("user").order_by("id")]
    return manager_for(_rule(reader.area.pk, MANAGERS_RULE), body), holders


def awaited_in(reader: Reader) -> list[Advice]:
    """Give the advice of an area that is still awaited, oldest due day first."""
    open_still = Q(request__assessment__outcome__in=("A", ""))
    again = Reassessment.objects.filter(outcome="Y", ended_on__isnull=True)
    open_still |= Q(request__in=again.values("request"), clock__ended_on__isnull=True)
    rows = Advice.objects.filter(open_still, area=reader.area, state=Advice.State.ASKED).exclude(
        duty=""
    )  # the family is bound by no limit, and is not chased by a plan
    return list(rows.order_by("due_on", "id"))


def _rule(area: int, name: str) -> Any:
    return AreaRule.objects.filter(area_id=area, name=name).values_list("value", flat=True).first()
