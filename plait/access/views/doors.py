"""The doors a stranger may come to: a link, something lost, a persona; and the privacy page."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plait.access import mail
from plait.access.actions import accounts, recoveries
from plait.access.forms import doors as forms
from plait.access.pages.sentences import sentences
from plait.access.queries import links, people, personas
from plait.access.views.asking import ask, found
from plait.access.views.people import manages_people
from plait.ui.sent_once import result

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
asks = require_http_methods(["GET", "HEAD", "POST"])


@asks
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a first password."""
    return _by_link(request, token, purpose="join", heading="Welcome to Plait")


@asks
def recover(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a new password after another person confirmed that it is you."""
    return _by_link(request, token, purpose="recover", heading="Choose a new password")


def _by_link(request: HttpRequest, token: str, *, purpose: str, heading: str) -> HttpResponse:
    """Serve a single-use link; one that is used, old, or another's opens nothing."""
    now = timezone.now()
    link = links.link_of(token, purpose=purpose, at=now)
    if link is None:
        return _private(render(request, "access/link_is_over.html", status=410))
    if request.user.is_authenticated and request.user.pk != link.user_id:
        return _private(render(request, "access/link_of_another.html", status=409))
    form = forms.NewPassword(request.POST or None, user=link.user)
    if not form.is_valid():
        lede = f"You will sign in as {link.user.email}."
        return _private(ask(request, form, heading, lede=lede, button="Save the password"))
    today = timezone.localdate()
    if not accounts.accept(link=link, password=form.cleaned_data["password"], today=today, at=now):
        return _private(render(request, "access/link_is_over.html", status=410))
    login(request, link.user, backend=BACKEND)
    return redirect("/")


def _private(answer: HttpResponse) -> HttpResponse:
    """Keep the secret in a link's address out of caches and out of the next site's logs."""
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@asks
def lost(request: HttpRequest) -> HttpResponse:
    """Say that a password or an authenticator was lost; the answer never says whom we know."""
    form = forms.Lost(request.POST or None)
    if not form.is_valid():
        lede = "Another person at your organisation will make sure that it is you."
        heading = "I cannot sign in"
        return ask(request, form, heading, lede=lede, button="Ask to be let in")
    recoveries.ask(at=timezone.now(), **form.cleaned_data)
    return result(render(request, "access/lost_noted.html"))


@require_safe
@manages_people
def waiting(request: HttpRequest) -> HttpResponse:
    """Who waits to be let in again."""
    context = {"recoveries": people.open_recoveries(request.person)}
    return render(request, "access/recoveries.html", context)


@asks
@manages_people
def answer_lost(request: HttpRequest, recovery_id: int) -> HttpResponse:
    """Confirm that it is them, or not; never for oneself."""
    recovery = found(people.recovery_of(request.person, recovery_id))
    form = forms.Answer(request.POST or None)
    if not form.is_valid():
        lede = f"They lost: {recovery.get_lost_display().lower()}. Speak with them; do not write."
        return ask(request, form, f"Is it {recovery.user.name}?", lede=lede, button="Answer")
    given = form.cleaned_data
    if given["answer"] == "no":
        recoveries.refuse(recovery=recovery, why=given["how"], by=request.person, at=timezone.now())
        messages.info(request, "Noted. No link was sent.")
        return redirect("access:recoveries")
    token = recoveries.confirm(
        recovery=recovery, how_checked=given["how"], by=request.person, at=timezone.now()
    )
    user = recovery.user
    link = request.build_absolute_uri(f"/recover/{token}/")
    mail.send_link(to=user.email, name=user.name, link=link, area=request.area.name)
    messages.success(request, f"A link that works once was sent to {user.email}.")
    return redirect("access:recoveries")


@asks
def sample(request: HttpRequest) -> HttpResponse:
    """In a made-up area only: sign in as one of its people with one click."""
    everybody = personas.personas()
    if not everybody.exists():
        raise Http404("This is not a made-up area.")
    if request.method != "POST":
        return render(request, "access/sample.html", {"personas": everybody})
    given = request.POST.get("persona", "")
    persona = found(personas.persona_of(int(given)) if given.isdecimal() else None)
    login(request, persona, backend=BACKEND)
    return redirect("/")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Who may see what, printed from the very table that the database reads."""
    return render(request, "access/privacy.html", {"sentences": sentences()})
