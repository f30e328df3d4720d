"""Notices of missing education: the register, what was tried, and how a child was found."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.provision.actions import missing as acts
from plait.provision.forms import elsewhere as forms
from plait.provision.pages import elsewhere as pages
from plait.provision.queries import missing as queries
from plait.provision.views.doors import act_page, found_or_404, open_for, to_write

EITHER = require_http_methods(["GET", "HEAD", "POST"])
KIND = "missing"
PER_PAGE = 25
READERS = (
    Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER, Role.CASEWORKER,
    Role.SOCIAL_CARE, Role.DATA_OFFICER,
)  # fmt: skip


@require_safe
@for_roles(*READERS, to="see the notices of missing education")
def register(request: HttpRequest) -> HttpResponse:
    """The children reported missing, the longest first."""
    reader = request.person
    form = forms.MissingFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.register(reader, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="notices of missing education", children=ids)
    rows = [pages.notice_row(one, reader.today) for one in page]
    context = {"form": form, "page": page, "rows": rows}
    return render(request, "provision/missing_register.html", context)


@require_safe
@signed_in
def notice(request: HttpRequest, child_id: int, notice_id: int) -> HttpResponse:
    """One notice: who reported it, when the child was last seen, and every enquiry."""
    child, standing = open_for(request, child_id, KIND, parts="a notice of missing education")
    row = found_or_404(queries.notice_one(child_id, notice_id))
    context = {
        "child": child,
        "notice": row,
        "stands": pages.notice_words(row, request.person.today),
        "since": pages.since_report(row, request.person.today),
        "enquiries": pages.enquiries(row),
        "may": standing.may_write(KIND) and row.found_on is None,
    }
    return render(request, "provision/missing_notice.html", context)


@EITHER
@signed_in
def add(request: HttpRequest, child_id: int) -> HttpResponse:
    """Report a child missing."""
    child = to_write(request, child_id, KIND, to="report a child missing from education")

    def act(given: dict) -> None:
        acts.report(child=child, by=request.person, at=timezone.now(), **given)

    form = forms.Report(request.POST or None, initial={"reported_on": request.person.today})
    return act_page(
        request, form, act, child=child, title="Report missing from education",
        button="Report", done="The notice is on the record. Log each enquiry on it.",
        back=reverse("provision:child", args=[child_id]),
    )  # fmt: skip


@EITHER
@signed_in
def enquire(request: HttpRequest, child_id: int, notice_id: int) -> HttpResponse:
    """Log an enquiry."""
    form = forms.Enquiry(request.POST or None, initial={"on": request.person.today})
    return _act(request, child_id, notice_id, form, acts.enquire, "Log an enquiry", "Log it")


@EITHER
@signed_in
def found(request: HttpRequest, child_id: int, notice_id: int) -> HttpResponse:
    """Say how the child was found."""
    form = forms.Found(request.POST or None)
    return _act(request, child_id, notice_id, form, acts.found, "The child was found", "Record it")


def _act(
    request: HttpRequest, child_id: int, notice_id: int, form, act, title: str, button: str
) -> HttpResponse:
    child = to_write(request, child_id, KIND, to="change a notice of missing education")
    row = found_or_404(queries.notice_one(child_id, notice_id))

    def done(given: dict) -> None:
        act(notice=row, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, form, done, child=child, title=title, button=button, done="It is on the record.",
        back=reverse("provision:missing", args=[child_id, notice_id]),
    )  # fmt: skip
