"""The register of home education as its officers keep it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access.guards import for_roles, signed_in
from plait.journal.actions import looked
from plait.people.roles import Role
from plait.provision.actions import at_home as acts
from plait.provision.actions import objections
from plait.provision.forms import at_home as forms
from plait.provision.forms.fields import Sure
from plait.provision.pages import at_home as pages
from plait.provision.queries import at_home as queries
from plait.provision.views.doors import act_page, found_or_404, open_for, to_write
from plait.standards.home_education import FIELDS

EITHER = require_http_methods(["GET", "HEAD", "POST"])
KIND = "home_education"
PER_PAGE = 25
KEEPERS = (Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER)
READERS = (*KEEPERS, Role.CASEWORKER, Role.SOCIAL_CARE)


@require_safe
@for_roles(*READERS, to="see the register of home education")
def register(request: HttpRequest) -> HttpResponse:
    """The children educated at home, the longest without contact first."""
    reader = request.person
    form = forms.RegisterFilter(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.register(reader, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    ids = [one.child_id for one in page]
    looked(area=reader.area, by=reader.user, parts="the register of home education", children=ids)
    everybody = queries.register(reader)
    context = {
        "form": form,
        "page": page,
        "rows": [pages.row(one, reader.today) for one in page],
        "summary": pages.summary(
            everybody.count(), everybody.filter(suitable__isnull=True).count(),
            everybody.filter(waiting__gt=0).count(),
        ),
        "may": reader.holds(*KEEPERS),
    }  # fmt: skip
    return render(request, "provision/home_register.html", context)


@EITHER
@signed_in
def add(request: HttpRequest, child_id: int) -> HttpResponse:
    """Put a child on the register."""
    child = to_write(request, child_id, KIND, to="put a child on the register")

    def act(given: dict) -> None:
        acts.begin(child=child, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.Begin(request.POST or None), act, child=child,
        title="Put on the register of home education", button="Put on the register",
        done="The child is on the register.", back=reverse("provision:child", args=[child_id]),
    )  # fmt: skip


@require_safe
@signed_in
def entry(request: HttpRequest, child_id: int, home_id: int) -> HttpResponse:
    """One entry: what is held and by which law, contact, suitability, what the family says."""
    child, standing = open_for(request, child_id, KIND, parts="home education")
    held = found_or_404(queries.entry_one(child_id, home_id))
    today = request.person.today
    fields = pages.shown(held.whole, today)
    context = {
        "child": child,
        "entry": held,
        "allowed": [one for one in fields if one.may_be_held or one.says],
        "forbidden": [one for one in fields if not one.may_be_held],
        "suitable": pages.SUITABLE[held.suitable],
        "contact": pages.since_contact(held, today)[0],
        "objections": [
            (one, FIELDS[one.field].words if one.field in FIELDS else one.field)
            for one in queries.objections_of(held)
        ],
        "may": standing.may_write(KIND) and held.until is None,
        "may_answer": standing.may_write("objection"),
        "may_take_out": standing.may_write(KIND),
    }
    return render(request, "provision/home_entry.html", context)


@EITHER
@signed_in
def hold(request: HttpRequest, child_id: int, home_id: int, key: str) -> HttpResponse:
    """Write what one field says; one that must not be held is refused before a form is shown."""
    child, held = _entry(request, child_id, home_id, to="change what the register holds")
    acts.may_hold(key, request.person.today)
    field = next(one for one in pages.shown(held.whole, request.person.today) if one.key == key)
    begin = {"shown": field.says, "says": field.says, "told_by": pages.value(held.whole, key)[1]}

    def act(given: dict) -> None:
        acts.hold_field(entry=held, key=key, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.HoldField(request.POST or None, initial=begin), act, child=child,
        title=field.words, button="Hold it", done="It is held, and the family can read it.",
        back=_back(held), lede=f"{field.state_words}. {field.why} ({field.law})",
    )  # fmt: skip


@EITHER
@signed_in
def take_out(request: HttpRequest, child_id: int, home_id: int, key: str) -> HttpResponse:
    """Take a field out of the register."""
    child, held = _entry(request, child_id, home_id, to="change what the register holds")
    words = FIELDS[key].words if key in FIELDS else key

    def act(_given: dict) -> None:
        acts.take_out(entry=held, key=key, by=request.person, at=timezone.now())

    return act_page(
        request, Sure(request.POST if request.method == "POST" else None), act, child=child,
        title=f"Take out: {words}", button="Take it out", back=_back(held),
        done="It is no longer held.",
        lede="The register no longer holds it. The history keeps that it was taken out, by whom.",
    )  # fmt: skip


@EITHER
@signed_in
def contact(request: HttpRequest, child_id: int, home_id: int) -> HttpResponse:
    """Note a contact, and whether the education is suitable."""
    child, held = _entry(request, child_id, home_id, to="note a contact")

    def act(given: dict) -> None:
        acts.note_contact(entry=held, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.Contact(request.POST or None), act, child=child, title="Note a contact",
        button="Note it", done="The contact is noted.", back=_back(held),
    )  # fmt: skip


@EITHER
@signed_in
def end(request: HttpRequest, child_id: int, home_id: int) -> HttpResponse:
    """End an entry, and say why."""
    child, held = _entry(request, child_id, home_id, to="end an entry of the register")

    def act(given: dict) -> None:
        acts.end(entry=held, by=request.person, at=timezone.now(), **given)

    return act_page(
        request, forms.EndHome(request.POST or None), act, child=child,
        title="Home education ended", button="End the entry", done="The entry is ended.",
        back=_back(held),
    )  # fmt: skip


@EITHER
@signed_in
def answer(request: HttpRequest, child_id: int, objection_id: int) -> HttpResponse:
    """Answer what a family said."""
    child = to_write(request, child_id, "objection", to="answer what a family says")
    row = found_or_404(queries.objection_one(child_id, objection_id))

    def act(given: dict) -> None:
        objections.answer(objection=row, by=request.person, at=timezone.now(), **given)

    words = FIELDS[row.field].words if row.field in FIELDS else row.field
    return act_page(
        request, forms.AnswerFamily(request.POST or None, initial={"on": request.person.today}),
        act, child=child, title="Answer the family", button="Answer",
        done="The family can read the answer.", back=_back(row.about),
        lede=f"{words}. {row.get_kind_display()}: “{row.says}”",
    )  # fmt: skip


def _entry(request: HttpRequest, child_id: int, home_id: int, *, to: str) -> tuple:
    child = to_write(request, child_id, KIND, to=to)
    return child, found_or_404(queries.entry_one(child_id, home_id))


def _back(entry) -> str:
    return reverse("provision:home", args=[entry.child_id, entry.pk])
