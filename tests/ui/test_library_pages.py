"""The pages that libraries bring are drawn by our own templates, every one."""

from pathlib import Path

import allauth
import pytest
from axe_playwright_python.sync_playwright import Axe
from django import forms
from django.template import engines
from django.template.loader import get_template
from jinja2 import Environment

OURS = "django.template.backends.jinja2"
THEIRS = Path(allauth.__file__).parent / "templates"
# Parts that only their own pages include, and telephone sign-in, which no address here leads to.
NOT_PAGES = ("base", "snippets/", "phone")
ERRORS = ["400.html", "403.html", "404.html", "413.html", "500.html", "403_csrf.html"]


def pages_of_the_library() -> list[str]:
    found = [p.relative_to(THEIRS).as_posix() for p in THEIRS.rglob("*.html")]
    kept = [n for n in found if n.startswith(("account/", "mfa/"))]
    return sorted(n for n in kept if not any(part in n for part in NOT_PAGES))


class CodeForm(forms.Form):
    """Stands for whatever form a library hands to its page."""

    code = forms.CharField(label="Code")
    passwordless = forms.BooleanField(label="Passkey", required=False)
    credential = forms.CharField(widget=forms.HiddenInput)
    secret = "JBSWY3DPEHPK3PXP"


class Key:
    """Stands for a passkey."""

    pk, name, created_at, last_used_at = 1, "Telephone", None, None

    def wrap(self) -> "Key":
        return self


GIVEN = {
    "form": CodeForm(),
    "verify_form": CodeForm(),
    "webauthn_form": CodeForm(),
    "js_data": {"request_options": {}},
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_RECOVERY_CODES_SHOW_ONCE": False,
    "PASSKEY_LOGIN_ENABLED": True,
    "is_mfa_enabled": True,
    "authenticators": [Key()],
    "emailaddresses": [],
    "emailaddress_radios": [],
    "totp_svg_data_uri": "data:image/svg+xml;base64,AAAA",
    "unused_codes": ["11112222"],
    "total_count": 10,
}


@pytest.fixture(scope="module")
def environment() -> Environment:
    return engines["jinja2"].env


def test_the_library_brings_pages():
    assert "account/login.html" in pages_of_the_library()
    assert len(pages_of_the_library()) > 25


@pytest.mark.parametrize("name", [*pages_of_the_library(), "account/locked_out.html", *ERRORS])
def test_a_page_of_a_library_is_drawn_by_our_template(name):
    assert get_template(name).backend.__module__ == OURS


@pytest.mark.parametrize("name", [*pages_of_the_library(), "account/locked_out.html", *ERRORS])
def test_a_page_of_a_library_is_whole_and_has_one_heading(name, environment):
    given = GIVEN | ({"authenticators": {}} if name == "mfa/index.html" else {})
    html = environment.get_template(name).render(given)
    assert html.count("<h1") == 1
    assert html.count("<main") == 1
    for inline in ("<style", " style=", "<script>"):
        assert inline not in html


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_no_request(name):
    assert "Back to your first page" in get_template(name).render({})


@pytest.mark.parametrize("name", ["account/login.html", "mfa/webauthn/add_form.html"])
def test_a_script_that_stands_in_a_page_is_only_data(name, environment):
    html = environment.get_template(name).render(GIVEN)
    running = html.count("<script") - html.count(" src=") - html.count('type="application/json"')
    assert html.count('type="application/json"') > 0
    assert running == 0


@pytest.mark.browser
@pytest.mark.parametrize("name", ["account/login.html", "mfa/totp/activate_form.html", "500.html"])
def test_a_page_of_a_library_is_styled_and_accessible(name, environment, show):
    page = show(environment.get_template(name).render(GIVEN), 375)
    ground = page.locator(".plait-header").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(42, 43, 87)"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
