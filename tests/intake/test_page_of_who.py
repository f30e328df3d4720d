"""The page of two records: it says who sent what, warns of twins, and each act follows the next."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from intake import sending
from intake.sending import row, rows
from plait.config.middleware_sign_in import SINCE
from plait.people.models import Incoming

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def browse(officer, load, arranging, settings, tmp_path):
    """The data officer's browser, and three people in a file about whom nothing is sure."""
    from allauth.mfa.models import Authenticator

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}
    settings.STATIC_ROOT = tmp_path
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL)), "roll.csv")
    load(
        rows(
            row(sending.SUSPENDED, forename="Eve"),
            row(sending.SUSPENDED, surname="Brown", postcode="ZE1 0AA", sex="M"),
            row(sending.SUSPENDED, forename="Zoe", surname="Other", date_of_birth="2012-01-02"),
        ),
        "suspended.csv",
    )
    with arranging():
        Authenticator.objects.create(user=officer.user, type="totp", data={"secret": "x"})
    client = Client()
    client.force_login(officer.user, backend=BACKEND)
    session = client.session
    session[SINCE] = timezone.now().timestamp()
    session.save()
    return client


def who(name: str) -> Incoming:
    return Incoming.objects.get(forename=name, state__in=("review", "undone"))


def address(name: str) -> str:
    return reverse("intake:recognise_one", args=[who(name).pk])


def test_a_twin_on_record_is_named_above_and_differences_are_words(browse):
    said = browse.get(address("Eve")).content.decode()
    assert "By the rules a twin is on record: Ada Example" in said
    assert "Sent by schools, in suspended.csv" in said
    said = browse.get(address("Ada")).content.decode()
    assert "Different" in said
    assert re.search(r"The model gives \d\d in 100\.", said)


def test_who_has_decided_reads_the_next_at_once_and_may_undo(browse):
    eve, ada = who("Eve"), who("Ada")
    answer = browse.post(address("Eve"), {"what": "new"})
    assert answer["Location"] == f"{address('Ada')}?last={eve.pk}"
    assert "Undo the last: Eve Example" in browse.get(answer["Location"]).content.decode()
    browse.post(reverse("intake:link", args=[eve.pk]), {"why": "at once"})
    assert who("Eve").state == "undone"
    child = ada.evidence[0]["child"]
    browse.post(address("Ada"), {"what": "same", "child": str(child)})
    told = browse.get(reverse("intake:link", args=[ada.pk])).content.decode()
    assert "Decided by a person" in told
    assert "Left to a person by the rules" in told


def test_not_sure_needs_a_reason_and_an_answer_that_is_none_is_refused(browse):
    assert browse.post(address("Zoe"), {"what": "leave", "why": " "}).status_code == 422
    answer = browse.post(address("Zoe"), {"what": "same", "child": "nobody"}, follow=True)
    assert "Choose the child first" in answer.content.decode()
    answer = browse.post(address("Zoe"), {"what": "sorcery"}, follow=True)
    assert "Choose one of the answers" in answer.content.decode()
    assert who("Zoe").decided_by is None


def test_another_child_is_found_by_name_and_laid_beside(browse):
    child = who("Ada").evidence[0]["child"]
    found = browse.get(address("Zoe"), {"q": "Example"}).content.decode()
    assert f"?child={child}" in found
    beside = browse.get(address("Zoe"), {"child": child}).content.decode()
    assert "Is it Ada Example, born 5 Mar 2013?" in beside


def test_the_file_and_today_say_how_many_wait(browse):
    delivery = who("Zoe").waiting.get().delivery_id
    said = browse.get(reverse("intake:delivery", args=[delivery])).content.decode()
    assert "3 people in this file wait" in said
    assert "people in files wait" in browse.get("/").content.decode()
