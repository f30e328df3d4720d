"""Versions of a plan and what hangs on them, always for somebody."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from plait.access.reader import Reader
from plait.cases.models import Assessment, Document, Passage, Request
from plait.cases.queries import settings_of
from plait.people.models import Organisation
from plait.plans.models import Agreement, Comment, Consultation, EasyRead, HelpPage, Version


def version_open_to(reader: Reader, version_id: int) -> Version | None:
    """Give a version the reader sees; the database's policy decides."""
    rows = Version.objects.filter(pk=version_id, area=reader.area)
    return rows.select_related("child", "request", "placement", "signed_by", "came_from").first()


def versions_of(request_id: int) -> list[Version]:
    """Give the versions of a plan that the reader sees, newest first."""
    rows = Version.objects.filter(request_id=request_id)
    return list(rows.select_related("signed_by", "placement").order_by("-number"))


def versions_of_child(child_id: int) -> list[Version]:
    """Give every version of a child's plans that the reader sees, newest first."""
    return list(Version.objects.filter(child_id=child_id).order_by("-request_id", "-number"))


@dataclass(frozen=True)
class WherePlanIs:
    """The newest version of a plan that the reader sees, and whether one may be begun."""

    newest: Version | None
    may_begin: bool

    @property
    def words(self) -> str:
        if self.newest is None:
            return "Not begun"
        return f"{self.newest.get_stage_display()}, version {self.newest.number}"


def where_the_plan_is(request_id: int) -> WherePlanIs:
    """Say where the plan of a request is."""
    newest = Version.objects.filter(request_id=request_id).order_by("-number").first()
    assessing = Assessment.objects.filter(request_id=request_id).exclude(outcome__in=("N", "W"))
    return WherePlanIs(newest, may_begin=newest is None and assessing.exists())


def request_of(child_id: int, request_id: int) -> Request | None:
    rows = Request.objects.filter(pk=request_id, child_id=child_id)
    return rows.select_related("child").first()


def passages_of(request_id: int) -> QuerySet[Passage]:
    """Give the passages of advice given for a case, in the order of the advice."""
    rows = Passage.objects.filter(request_id=request_id, state=Passage.State.GIVEN)
    return rows.order_by("ref", "place", "id")


def comments_of(version_id: int) -> list[Comment]:
    rows = Comment.objects.filter(version_id=version_id)
    return list(rows.select_related("written_by", "answered_by").order_by("id"))


def comment_open_to(reader: Reader, comment_id: int) -> Comment | None:
    rows = Comment.objects.filter(pk=comment_id, area=reader.area)
    return rows.select_related("version", "child", "written_by").first()


def consultations_of(request_id: int) -> list[Consultation]:
    rows = Consultation.objects.filter(request_id=request_id)
    return list(rows.select_related("setting", "clock").order_by("asked_on", "id"))


def agreements_of(version_id: int) -> list[Agreement]:
    rows = Agreement.objects.filter(version_id=version_id)
    return list(rows.order_by("-id"))


def help_page_of(child_id: int) -> HelpPage | None:
    return HelpPage.objects.filter(child_id=child_id).order_by("-id").first()


def approved_help_page_of(child_id: int) -> HelpPage | None:
    """Give the half page that was approved last."""
    return HelpPage.objects.filter(child_id=child_id, approved=True).order_by("-id").first()


def easy_read_of(version_id: int) -> EasyRead | None:
    return EasyRead.objects.filter(version_id=version_id).first()


def settings_of_area(reader: Reader) -> list[Organisation]:
    """Give the open settings of an area, by name."""
    rows = Organisation.objects.filter(
        kind=Organisation.Kind.SETTING, closed_on__isnull=True
    ).filter(Q(la_code=reader.area.code) | Q(la_code=""))
    return list(rows.order_by("name"))


def settings_to_choose(child_id: int, request_id: int) -> list[Organisation]:
    """Give the settings a plan may name: those consulted, and where the child is."""
    asked = Consultation.objects.filter(request_id=request_id).values("setting")
    here = Q(pk__in=asked) | Q(pk__in=settings_of(child_id).values("pk"))
    return list(Organisation.objects.filter(here).order_by("name"))


def consultation_of(consultation_id: int) -> Consultation | None:
    rows = Consultation.objects.filter(pk=consultation_id)
    return rows.select_related("setting").first()


def consultations_for(reader: Reader) -> list[Consultation]:
    """Give the consultations of the settings a SENCO serves, those that wait first."""
    rows = Consultation.objects.filter(setting__in=reader.settings, area=reader.area)
    return list(rows.select_related("setting").order_by("answered_on", "due_on", "id"))


def media_of(reader: Reader, child_id: int) -> list[tuple[int, str]]:
    """Give the pictures and recordings of a child's record that the reader may open."""
    papers = Document.objects.filter(~Q(hidden_from=reader.user), removed_at__isnull=True)
    shown = Q(media_type__startswith="image/") | Q(media_type__startswith="audio/")
    return list(papers.filter(shown, child_id=child_id).values_list("pk", "title").order_by("-at"))
