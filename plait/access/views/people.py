"""Who works here: their accounts and posts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plait.access import mail, pages, rights
from plait.access.actions import accounts, posts
from plait.access.forms import people as forms
from plait.access.guards import for_roles
from plait.access.queries import people as queries
from plait.access.views.asking import ask, found
from plait.ui.downloads import csv_answer

PER_PAGE = 50
manages_people = for_roles(rights.MANAGER, rights.ADMINISTRATOR, to="manage people and posts")


@require_safe
@manages_people
def people(request: HttpRequest) -> HttpResponseBase:
    """Who works in the area, and in which posts."""
    form = forms.FilterPeople(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    staff = queries.staff_of(request.person, **chosen)
    loads = queries.caseloads(request.person)
    if request.GET.get("format") == "csv":
        return csv_answer("people", pages.CSV_HEADINGS, pages.csv_rows(staff, loads))
    page = Paginator(staff, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query["format"] = "csv"
    context = {
        "form": form,
        "page": page,
        "lines": [pages.person_line(one, loads, today=request.person.today) for one in page],
        "csv_href": f"?{query.urlencode()}",
        "recoveries": queries.open_recoveries(request.person).count(),
        "is_manager": request.person.holds(rights.MANAGER),
    }
    return render(request, "access/people.html", context)


@require_safe
@manages_people
def person(request: HttpRequest, user_id: int) -> HttpResponse:
    """One person: their posts over time, how many cases, and what may be done."""
    user = found(queries.person_of(request.person, user_id))
    loads = queries.caseloads(request.person)
    context = {
        "person": user,
        "account": pages.account_words(user),
        "posts": pages.post_lines(user, loads, today=request.person.today),
        "carries": rights.CASELOADS,
        "is_me": user.pk == request.user.pk,
        "is_manager": request.person.holds(rights.MANAGER),
    }
    return render(request, "access/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@manages_people
def add_person(request: HttpRequest) -> HttpResponse:
    """Add a person with their first post, and invite them."""
    form = forms.PersonForm(request.POST or None, initial={"since": request.person.today})
    if not form.is_valid():
        back = ("People", reverse("access:people"))
        lede = "They get a link by e-mail to choose a password."
        return ask(request, form, "Add a person", lede=lede, button="Add and invite", back=back)
    given = form.cleaned_data
    user = accounts.add_person(email=given["email"], name=given["name"], by=request.person)
    _appoint(request, user, given)
    if user.has_usable_password():
        messages.success(request, f"{user.name} already had an account; the post was added.")
        return redirect("access:person", user.pk)
    return _invited(request, user)


@require_http_methods(["GET", "HEAD", "POST"])
@manages_people
def add_post(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give a person another post."""
    user = found(queries.person_of(request.person, user_id))
    form = forms.PostForm(request.POST or None, initial={"since": request.person.today})
    if not form.is_valid():
        back = (user.name, reverse("access:person", args=[user.pk]))
        return ask(request, form, f"A post for {user.name}", button="Add the post", back=back)
    _appoint(request, user, form.cleaned_data)
    return redirect("access:person", user.pk)


def _appoint(request: HttpRequest, user: object, given: dict) -> None:
    posts.appoint(
        user=user,
        role=given["role"],
        organisation=given["urn"],
        title=given["title"],
        team=given["team"],
        since=given["since"],
        until=given["until"],
        by=request.person,
    )


@require_POST
@manages_people
def invite(request: HttpRequest, user_id: int) -> HttpResponse:
    """Make a new invitation; the older one stops working."""
    return _invited(request, found(queries.person_of(request.person, user_id)))


def _invited(request: HttpRequest, user: object) -> HttpResponse:
    token = accounts.invite(user=user, by=request.person, at=timezone.now())
    link = request.build_absolute_uri(reverse("access:join", args=[token]))
    mail.send_link(to=user.email, name=user.name, link=link, area=request.area.name)
    answer = render(request, "access/invited.html", {"person": user, "link": link})
    answer["Cache-Control"] = "no-store"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@manages_people
def end_post(request: HttpRequest, post_id: int) -> HttpResponse:
    """End a post, and with it every tie held through it."""
    post = found(queries.post_of(request.person, post_id))
    form = forms.EndForm(request.POST or None, initial={"on": request.person.today})
    if not form.is_valid():
        lede = "Every record opened to them through this post closes after its last day."
        back = (post.user.name, reverse("access:person", args=[post.user_id]))
        heading = f"End {post.user.name}’s post"
        return ask(request, form, heading, lede=lede, button="End the post", back=back)
    posts.end_post(post=post, by=request.person, **form.cleaned_data)
    return redirect("access:person", post.user_id)


@require_http_methods(["GET", "HEAD", "POST"])
@manages_people
def close_account(request: HttpRequest, user_id: int) -> HttpResponse:
    """Stop an account from signing in."""
    user = found(queries.person_of(request.person, user_id))
    form = forms.CloseForm(request.POST or None)
    if not form.is_valid():
        back = (user.name, reverse("access:person", args=[user.pk]))
        heading = f"Close {user.name}’s account"
        lede = "They are signed out at once. What they did stays on the record."
        return ask(request, form, heading, lede=lede, button="Close it", back=back)
    accounts.close_account(user=user, why=form.cleaned_data["why"], by=request.person)
    return redirect("access:person", user.pk)
