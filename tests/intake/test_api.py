"""The API: a key opens it for its kinds until it ends, and every refusal says why in JSON."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from intake import sending
from intake.sending import row, rows
from plait.access.context import acting_as
from plait.intake.keys import end_key, make_key
from plait.intake.models import Delivery, SendingToken

pytestmark = pytest.mark.django_db
ROLL = rows(row(sending.ROLL))


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def keeper(officer, today):
    """The data officer, today."""
    object.__setattr__(officer, "today", today)
    return officer


@pytest.fixture
def key(keeper, today):
    """Make a key and give its secret."""

    def made(*kinds: str, name: str = "Larkfield", days: int = 90) -> str:
        with acting_as(keeper):
            until = today + timedelta(days=days)
            given = {"name": name, "until": until, "by": keeper, "at": timezone.now()}
            return make_key(kinds=kinds or ("roll",), **given)[1]

    return made


def knock(secret: str, method: str, href: str, body: bytes = b""):
    """Ask as a system does: a key in the header, no cookie, no form's token."""
    client = Client(enforce_csrf_checks=True)
    header = {"Authorization": f"Bearer {secret}"}
    return client.generic(method.upper(), f"/api/v1/{href}", body, "text/csv", headers=header)


def take_in(keeper, number: int) -> None:
    """Do what the worker does next."""
    from plait.intake.loading import take_in

    take_in(number, by=keeper, at=timezone.now())


def test_a_file_is_sent_loaded_and_told_of_with_its_faults(key, keeper):
    with acting_as(keeper):
        load_schools(keeper)
    secret = key("roll")
    bad = rows(row(sending.ROLL), row(sending.ROLL, forename="Ivy", urn="999999"))
    sent = knock(secret, "post", "files/roll?name=autumn.csv", bad)
    assert (sent.status_code, sent.json()["state"]) == (202, "received")
    take_in(keeper, sent.json()["id"])
    told = knock(secret, "get", f"deliveries/{sent.json()['id']}").json()
    assert (told["state"], told["counts"], told["file"]) == (
        "applied", {"new": 1, "refused": 1}, "autumn.csv",
    )  # fmt: skip
    fault = knock(secret, "get", f"deliveries/{told['id']}/faults").json()["faults"][0]
    assert (fault["line"], fault["message"]) == (3, "No setting held has this URN.")
    assert fault["mend"]


def load_schools(keeper) -> None:
    from plait.intake import delivering, loading

    one, _ = delivering.receive(
        by=keeper, name="schools.csv", chunks=[sending.SCHOOLS], at=timezone.now()
    )
    loading.take_in(one.pk, by=keeper, at=timezone.now())


def test_the_same_file_twice_is_said_to_be_so(key):
    secret = key("roll")
    first = knock(secret, "post", "files/roll", ROLL).json()
    again = knock(secret, "post", "files/roll", ROLL).json()
    assert (again["id"], again["again"], first["again"]) == (first["id"], True, False)


def test_faults_are_given_page_by_page(key, keeper):
    secret = key("roll")
    bad = rows(*(row(sending.ROLL, forename=f"A{n}", urn="999999") for n in range(5)))
    one = knock(secret, "post", "files/roll", bad).json()
    take_in(keeper, one["id"])
    seen, href = [], f"deliveries/{one['id']}/faults?limit=2"
    while href:
        told = knock(secret, "get", href).json()
        seen += [fault["line"] for fault in told["faults"]]
        href = told["next"] and told["next"].removeprefix("/api/v1/")
    assert seen == [2, 3, 4, 5, 6]


def test_no_cookie_opens_the_door_and_a_wrong_key_is_told_how(key, keeper):
    client = Client()
    client.force_login(keeper.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    for got in (client.get("/api/v1/kinds"), knock("plait_wrong", "get", "kinds")):
        assert got.status_code == 401
        assert "Authorization: Bearer" in got.json()["mend"]
        assert got["WWW-Authenticate"].startswith("Bearer")


def test_a_key_that_was_ended_or_ran_out_opens_nothing_and_says_when(key, keeper, today):
    ended, old = key(name="Ended"), key(name="Old")
    with acting_as(keeper):
        end_key(key=SendingToken.objects.get(name="Ended"), by=keeper, at=timezone.now())
        SendingToken.objects.filter(name="Old").update(until=today - timedelta(days=1))
    assert f"ended on {today}" in knock(ended, "get", "kinds").json()["refused"]
    assert "ran out on" in knock(old, "get", "kinds").json()["refused"]


def test_the_last_day_of_a_key_still_opens(key, keeper, today):
    secret = key()
    with acting_as(keeper):
        SendingToken.objects.update(until=today)
    assert knock(secret, "get", "kinds").status_code == 200


def test_a_kind_the_key_does_not_send_is_refused_with_those_it_does(key, keeper):
    got = knock(key("roll"), "post", "files/attendance", ROLL)
    assert (got.status_code, got.json()["mend"]) == (403, "It sends: roll.")
    with acting_as(keeper):
        assert not Delivery.objects.exists()


def test_another_organisations_file_is_not_to_be_found(key):
    one = knock(key(name="Larkfield"), "post", "files/roll", ROLL).json()
    other = key(name="Otherby")
    assert knock(other, "get", f"deliveries/{one['id']}").status_code == 404
    assert knock(other, "get", f"deliveries/{one['id']}/faults").status_code == 404
    assert knock(other, "get", "deliveries").json() == []
    own = knock(other, "post", "files/roll", ROLL).json()
    assert own["id"] != one["id"]


def test_whoever_made_the_key_has_left_so_it_opens_nothing(key, keeper, arranging, today):
    from plait.people.models import Post

    secret = key()
    with arranging():
        Post.objects.update(until=today - timedelta(days=1))
    assert "may no longer load" in knock(secret, "get", "kinds").json()["refused"]


def test_a_flood_is_told_when_to_come_back(key, settings):
    settings.PLAIT_API_PER_MINUTE = 3
    secret = key()
    answers = [knock(secret, "get", "kinds").status_code for _ in range(4)]
    assert answers == [200, 200, 200, 429]
    late = knock(secret, "get", "kinds")
    assert 0 < int(late["Retry-After"]) <= 20
    assert "Come back in" in late.json()["refused"]


@pytest.mark.parametrize(
    ("href", "body", "status"),
    [
        ("files/roll", b"", 400), ("files/nonsense", b"x", 404), ("no/such/door", b"x", 404),
        ("files/roll?look=perhaps", b"x", 422),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_json(key, href, body, status):
    got = knock(key(), "post", href, body)
    assert (got.status_code, bool(got.json()["refused"])) == (status, True)


def test_a_file_too_large_is_refused_before_it_is_read(key, settings):
    settings.PLAIT_LARGEST_RETURN = 10
    got = knock(key(), "post", "files/roll", b"x" * 11)
    assert (got.status_code, "larger than" in got.json()["refused"]) == (413, True)


def test_a_length_that_is_no_number_is_no_accident(key):
    header = {"Authorization": f"Bearer {key('roll')}"}
    got = Client(raise_request_exception=False).generic(
        "POST", "/api/v1/files/roll", ROLL, "text/csv", headers=header, CONTENT_LENGTH="abc"
    )
    assert got.status_code == 400, got.content


def test_a_junk_body_is_taken_read_and_refused_in_words(key, keeper):
    secret = key("roll")
    one = knock(secret, "post", "files/roll", b"\x00\xff\xfe junk \x00").json()
    take_in(keeper, one["id"])
    told = knock(secret, "get", f"deliveries/{one['id']}").json()
    assert (told["state"], "no column gives" in told["refusal"]) == ("refused", True)


def test_a_form_with_the_file_is_taken_too_and_a_broken_one_is_refused(key):
    secret, client = key(), Client(enforce_csrf_checks=True)
    from django.core.files.uploadedfile import SimpleUploadedFile

    header = {"Authorization": f"Bearer {secret}"}
    given = {"file": SimpleUploadedFile("roll.csv", ROLL)}
    assert client.post("/api/v1/files/roll", given, headers=header).json()["file"] == "roll.csv"
    broken = client.post(
        "/api/v1/files/roll", b"--x\r\nnonsense", "multipart/form-data", headers=header
    )
    assert (broken.status_code, broken.json()["refused"]) == (
        400, "The request is broken or ends too soon.",
    )  # fmt: skip


def test_the_openapi_document_names_every_door_and_the_template_its_headings(key):
    told = Client().get("/api/v1/openapi.json").json()
    assert set(told["paths"]) == {
        "/api/v1/kinds", "/api/v1/kinds/{kind}/template", "/api/v1/files/{kind}",
        "/api/v1/deliveries", "/api/v1/deliveries/{delivery_id}",
        "/api/v1/deliveries/{delivery_id}/faults",
    }  # fmt: skip
    got = knock(key("roll"), "get", "kinds/roll/template")
    assert b"Entered on" in b"".join(got.streaming_content)


def test_only_the_digest_of_a_key_is_kept(key, keeper):
    secret = key()
    with acting_as(keeper):
        held = SendingToken.objects.get()
    assert secret not in (held.digest, held.name)
    assert len(held.digest) == 64
