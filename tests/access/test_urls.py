"""Every address, every role: what the table of sentences says is what the site answers.

A new address without a line in urls.csv fails. To add one, write its name and, for each role, one
of: yes (a page), away (sent elsewhere), no (refused in words), missing (as if it were not there),
login (sent to sign in), post (only forms are sent there), gone (a link that was used or ended).
The child is Amina: every role is tied to her as its post allows; `other_parent` and `other_senco`
have no tie to her; `nobody` is signed out.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from access_world import made_world
from allauth.mfa.models import Authenticator
from django.conf import settings as django_settings
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from django.utils import timezone
from rows import Rows

from plait.assessment.models import Asking
from plait.config.middleware_sign_in import SINCE
from plait.plans.models import Comment, Statement, Version

TABLE = Path(__file__).with_name("urls.csv")
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ANSWERS = {200: "yes", 403: "no", 404: "missing", 405: "post", 410: "gone"}
# Pages a library draws for whoever is signed in; its own tests and tests/ui walk them.
LIBRARIES = ("account_", "mfa_")
PLAIN = {
    "year": "2026", "kind": "csv", "measure": "needs", "token": "no-such-token",
    "number": "0", "place": "0",
    "fact": "request-received", "what": "request", "key": "no-such-key",
    "ref": "F1", "section": "F", "code": "G7", "name": "plan.json", "about": "assess",
    "form": "pdf",
}  # fmt: skip
ROW_OF = {
    "clock_id": "cases_clock",
    "document_id": "cases_document",
    "letter_id": "cases_letter",
    "template_id": "cases_lettertemplate",
    "question_id": "people_sameperson",
    "delivery_id": "intake_delivery",
    "incoming_id": "people_incoming",
    "tie_id": "access_tie",
    "row_id": "cases_request",
    "request_id": "cases_request",
    "version_id": "plans_version",
    "passage_id": "cases_passage",
    "comment_id": "plans_comment",
    "consultation_id": "plans_consultation",
    "file_id": "assessment_askingfile",
    "asking_id": "assessment_asking",
    "again_id": "assessment_reassessment",
    "appointment_id": "assessment_appointment",
    "budget_id": "plans_personalbudget",
    "sum_id": "plans_budgetsum",
    "advice_id": "assessment_advice",
    "entry_id": "watch_outofschool",
    "signal_id": "watch_signal",
    "asked_id": "watch_question",
    "told_id": "watch_told",
    "episode_id": "health_episode",
    "meanwhile_id": "health_whilewaiting",
    "escalation_id": "health_escalation",
    "equipment_id": "health_equipment",
    "key_id": "intake_sendingtoken",
    "concern_id": "attendance_concern",
    "home_id": "provision_homeeducation",
    "placement_id": "provision_alternative",
    "part_time_id": "attendance_parttime",
    "part_id": "provision_eotaspart",
    "way_id": "provision_reintegration",
    "notice_id": "provision_missingnotice",
    "objection_id": "provision_objection",
    "feed_id": "intake_expectedfeed",
}


def names(patterns: list | None = None, space: str = "") -> Iterator[tuple[str, str]]:
    """Give the name and the route of every address of the site."""
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and not (pattern.name or "").startswith(LIBRARIES):
            yield f"{space}{pattern.name}", str(pattern.pattern)


def table() -> dict[str, dict[str, str]]:
    """Read the table of sentences by the name of the address."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {row.pop("address"): row for row in csv.DictReader(lines)}


@pytest.fixture
def site(db, arranging, settings, tmp_path):
    """Everybody, signed in; and an address for each name."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    with arranging():
        world = made_world()
        who = world.people["stranger"], world.people["other_parent"]
        rows = Rows(world.area, world.amina, world.ben, *who)
        rows.all()
        # The version that is with the family, not the one that is being written.
        # A request that was sent: one that is only begun is its maker's alone.
        Asking.objects.filter(state="begun").update(state="sent", received_on=date(2026, 11, 1))
        served = rows.made["plans_version"] = Version.objects.get(stage="served").pk
        for model in (Statement, Comment):
            model.objects.update(version=served)
        for name, user in world.people.items():
            if "parent" not in name:
                Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    return world, rows


def address(name: str, route: str, site) -> str:
    world, rows = site
    given = {}
    for part in re.findall(r"<(?:\w+:)?(\w+)>", route):
        if part == "child_id":
            given[part] = world.amina.pk
        elif part == "user_id":
            given[part] = world.people["other_caseworker"].pk
        elif part == "post_id":
            given[part] = world.posts["other_caseworker"].pk
        else:
            given[part] = (
                rows.made.get(ROW_OF.get(part, ""), 1) if part not in PLAIN else PLAIN[part]
            )
    if name.startswith("provision:home_"):
        given |= {"key": "how"} if "key" in given else {}
    if name == "provision:way_step":
        given["number"] = 1
    if name == "provision:my_say":
        given["key"] = "since"
    if name == "intake:template":
        given["kind"] = "roll"
    if name == "returns:sen2":
        given["kind"] = "xml"
    if name == "returns:inspection_of":
        given["number"] = "2"
    if name.startswith("child:letter_") and "kind" in given:
        given["kind"] = "receipt-of-request"
    return reverse(name, kwargs=given)


def signed_in(site, who: str) -> Client:
    client = Client()
    if who != "nobody":
        client.force_login(site[0].people[who], backend=BACKEND)
        session = client.session
        session[SINCE] = timezone.now().timestamp()
        session.save()
    return client


def answer(client: Client, href: str) -> str:
    got = client.get(href)
    for close in got._resource_closers:  # not got.close(): that would end the test's connection
        close()
    if got.status_code in (301, 302):
        to_login = got["Location"].startswith(reverse(django_settings.LOGIN_URL))
        return "login" if to_login else "away"
    return ANSWERS.get(got.status_code, str(got.status_code))


def test_every_address_has_its_line_and_no_line_is_left_over():
    known, lines = {name for name, _ in names()}, set(table())
    assert known - lines == set(), "addresses without a line in urls.csv"
    assert lines - known == set(), "lines in urls.csv for addresses that are gone"


def roles() -> list[str]:
    return list(next(iter(table().values()))) if TABLE.exists() else []


@pytest.mark.slow
@pytest.mark.parametrize("who", roles())
def test_each_role_is_answered_as_the_table_says(site, who):
    client, lines = signed_in(site, who), table()
    wrong = {}
    for name, route in names():
        found = answer(client, address(name, route, site))
        if found != lines[name][who]:
            wrong[name] = f"the table says {lines[name][who]}, the site {found}"
    assert not wrong
