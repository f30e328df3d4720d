"""The register of alternative provision, and one placement with its acts."""

from io import BytesIO

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.access.refusals import Refused
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.provision.actions import alternative as acts
from plait.provision.forms import alternative as forms
from plait.provision.forms.fields import spoken
from plait.provision.pages import alternative as pages
from plait.provision.pages.notice import notice as drafted
from plait.provision.queries import alternative as queries
from plait.provision.views.doors import act_page, found_or_404, open_for, to_write
from plait.ui.downloads import attachment, csv_answer
from plait.ui.paper import paper_word

EITHER = require_http_methods(["GET", "HEAD", "POST"])
KIND = "provision"
PER_PAGE = 25
READERS = (
    Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER, Role.CASEWORKER,
    Role.SENCO, Role.SOCIAL_CARE, Role.DATA_OFFICER,
)  # fmt: skip
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@for_roles(*READERS, to="see the register of alternative provision")
def register(request: HttpRequest) -> HttpResponseBase:
    """Every placement the reader sees, with what it lacks; those that lack most first."""
    reader = request.person
    form = forms.RegisterFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    lines = queries.register(reader, **chosen)
    parts = "the register of alternative provision"
    if request.GET.get("as") == "csv":
        ids = [one.row.child_id for one in lines]
        looked(area=reader.area, by=reader.user, parts=f"{parts}, as a file", children=ids)
        return csv_answer("alternative-provision", pages.HEADINGS, map(pages.told, lines))
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.row.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts=parts, children=ids)
    query = request.GET.copy()
    query["as"] = "csv"
    context = {
        "form": form,
        "page": page,
        "rows": [pages.row(one) for one in page],
        "summary": pages.summary(queries.register(reader)),
        "csv_href": f"?{query.urlencode()}",
    }
    return render(request, "provision/ap_register.html", context)


@require_safe
@signed_in
def placement(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponse:
    """One placement: why, to what end, what is missing, reviews, and whether it is registered."""
    child, standing = open_for(request, child_id, KIND, parts="alternative provision")
    row = found_or_404(queries.placement_one(child_id, placement_id))
    lacks = queries.lacking(row, request.person.today)
    context = {
        "child": child,
        "row": row,
        "hours": pages.hours_words(row.hours_a_week),
        "lacks": lacks,
        "missing": pages.missing_words(lacks),
        "reviews": queries.reviews_of(row),
        "registered": pages.registered(row, row.until or request.person.today),
        "may": standing.may_write(KIND) and row.until is None,
    }
    return render(request, "provision/ap_placement.html", context)


@EITHER
@signed_in
def add(request: HttpRequest, child_id: int) -> HttpResponse:
    """Record a placement."""
    child = to_write(request, child_id, KIND, to="record a placement")

    def act(given: dict) -> None:
        acts.place(child=child, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.Place(request.POST or None), act, child=child,
        title="Record a placement in alternative provision", button="Record it",
        done="The placement is on the record.", back=reverse("provision:child", args=[child_id]),
    )  # fmt: skip


@EITHER
@signed_in
def change(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponse:
    """Change the goal, the hours or the day of return."""
    begin = _one(child_id, placement_id)
    initial = begin and {
        "shown": acts.as_shown(begin), "goal": begin.goal, "hours_a_week": begin.hours_a_week,
        "return_on": begin.return_on,
    }  # fmt: skip
    form = forms.ChangePlacement(request.POST or None, initial=initial)
    return _act(request, child_id, placement_id, form, acts.change,
                "Goal, hours and return", "Save")  # fmt: skip


@EITHER
@signed_in
def check(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponse:
    """Record a check of suitability or safeguarding."""
    form = forms.Check(request.POST or None)
    return _act(request, child_id, placement_id, form, acts.check, "Record a check", "Record it")


@EITHER
@signed_in
def review(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponse:
    """Record a half-termly review."""
    form = forms.Review(request.POST or None)
    return _act(request, child_id, placement_id, form, acts.review, "Record a review", "Record it")


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponse:
    """End a placement with what came of it."""
    form = forms.EndPlacement(request.POST or None)
    return _act(request, child_id, placement_id, form, acts.end, "End the placement", "End it")


@EITHER
@signed_in
def provider(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponse:
    """Record what is known of the provider, for the test of registration."""
    row = _one(child_id, placement_id)
    initial = {"on": request.person.today}
    if row:
        place = queries.place_of(row)
        initial |= {name: getattr(place, name) for name in forms.KNOWN}
        initial["registered"] = spoken(row.registered)
    form = forms.Provider(request.POST or None, initial=initial)

    def known(*, placement, by, at, on, registered, **_numbers) -> None:
        acts.know_provider(
            placement=placement, registered=registered, facts=form.facts(), on=on, by=by, at=at
        )

    return _act(request, child_id, placement_id, form, known,
                "Must this place be registered?", "Record it")  # fmt: skip


@require_safe
@signed_in
def notice(request: HttpRequest, child_id: int, placement_id: int) -> HttpResponseBase:
    """Hand over the draft notice about a place that should be registered, as a Word file."""
    to_write(request, child_id, KIND, to="draft a notice about a provider")
    row = found_or_404(_one(child_id, placement_id))
    found = pages.registered(row, row.until or request.person.today)
    if not found.owed:
        raise Refused(
            "No notice is owed: nothing on record says that this place must be registered and "
            "is not.",
            who_can="Record what is known of the provider first.",
        )
    reader = request.person
    paper = drafted(
        row, found, area=reader.area.name, writer=reader.user.name, today=reader.today
    )  # fmt: skip
    return attachment(BytesIO(paper_word(paper)), f"unregistered-place-{row.pk}.docx", WORD)


def _one(child_id: int, placement_id: int):
    return queries.placement_one(child_id, placement_id)


def _act(
    request: HttpRequest, child_id: int, placement_id: int, form, act, title: str, button: str
) -> HttpResponse:
    child = to_write(request, child_id, KIND, to=title[0].lower() + title[1:])
    row = found_or_404(_one(child_id, placement_id))

    def done(given: dict) -> None:
        act(placement=row, by=request.person, at=timezone.now(), **given)

    back = reverse("provision:placement", args=[child_id, placement_id])
    return act_page(
        request, form, done, child=child, title=title, button=button, done="It is on the record.",
        back=back, lede=row.provider_name,
    )  # fmt: skip
