"""Sign-in through a provider: who comes in, who is told why not, and every lie refused."""

import json
import time
from datetime import UTC, datetime

import provider as test_provider
import pytest
import requests
from django.test import Client

from plait.access.models import OpenId
from plait.access.openid.providers import NotAProvider, providers

pytestmark = pytest.mark.slow

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
def provider():
    with test_provider.running() as server:
        yield server


@pytest.fixture
def trusted(provider, settings, tmp_path):
    """A council's provider for staff and one for families, both at the same address."""

    def trust(**more):
        row = {"issuer": provider.issuer, "client_id": "plait", "client_secret": "hush"} | more
        row = {name: value for name, value in row.items() if value}
        rows = [
            row
            | {"key": "council", "name": "The council", "people": "staff", "second_proof": ["mfa"]},
            row | {"key": "families", "name": "One key", "people": "family"},
        ]
        settings.PLAIT_OPENID = str(tmp_path / "providers.json")
        (tmp_path / "providers.json").write_text(json.dumps(rows))

    trust()
    return trust


def visit(key="council", client=None, change=lambda back: back):
    """Press the button, go to the provider, come back."""
    client = client or Client()
    gone = client.post(f"/openid/{key}/")
    assert gone.status_code == 302, gone.content
    back = requests.get(gone["Location"], allow_redirects=False, timeout=5).headers["Location"]
    return client, client.get(change(back.replace("http://testserver", "")))


def test_the_sign_in_page_offers_each_provider(world, trusted):
    page = Client().get("/account/login/").content.decode()
    assert "Sign in with The council" in page
    assert "Sign in with One key" in page


def test_staff_who_proved_twice_come_in(world, trusted):
    client, answer = visit()
    assert answer["Location"] == "/"
    assert client.get("/people/").status_code == 200
    assert OpenId.objects.get().user == world.people["send_manager"]


@pytest.fixture(autouse=True)
def manager_has_the_address(request, arranging):
    if "world" in request.fixturenames:
        world = request.getfixturevalue("world")
        world.people["send_manager"].email = "manager@example.org"
        world.people["send_manager"].save()


def test_a_known_subject_comes_in_whatever_its_address_is_now(world, provider, trusted):
    visit()
    provider.says["email"] = "new@example.org"
    _, answer = visit()
    assert answer["Location"] == "/"


def test_an_address_nobody_confirmed_opens_nothing(world, provider, trusted):
    provider.says["email_verified"] = False
    _, answer = visit()
    assert answer.status_code == 403
    assert "no account here" in answer.content.decode()


def test_staff_who_proved_once_are_told_what_to_do(world, provider, trusted):
    provider.says["amr"] = ["pwd"]
    client, answer = visit()
    assert "twice" in answer.content.decode()
    assert client.get("/people/").status_code == 302


def test_staff_do_not_come_through_a_providers_door_for_families(world, trusted):
    _, answer = visit("families")
    assert answer.status_code == 403


def test_a_parent_comes_in_through_the_one_for_families_alone(world, provider, trusted):
    provider.says = {"sub": "p-1", "email": "parent@example.org", "email_verified": True}
    assert visit("families")[1]["Location"] == "/"
    assert visit("council")[1].status_code == 403


def test_a_subject_never_takes_over_an_account_joined_to_another(world, provider, trusted):
    visit()
    provider.says["sub"] = "s-2"
    _, answer = visit()
    assert answer.status_code == 403
    assert OpenId.objects.count() == 1


def test_a_closed_account_stays_closed(world, trusted):
    world.people["send_manager"].is_active = False
    world.people["send_manager"].save()
    assert visit()[1].status_code == 403


LIES = {
    "another issuer": {"iss": "http://127.0.0.1:1"},
    "another audience": {"aud": "someone-else"},
    "two audiences and not ours": {"aud": ["plait", "other"], "azp": "other"},
    "an old nonce": {"nonce": "n-0"},
    "a token that is over": {"exp": int(time.time()) - 600},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_lies_is_refused(world, provider, trusted, lie):
    provider.lies = LIES[lie]
    _, answer = visit()
    assert answer.status_code == 403
    assert not OpenId.objects.exists()


def test_a_token_signed_by_another_is_refused(world, provider, trusted):
    provider.key = test_provider.ANOTHERS
    assert visit()[1].status_code == 403


def test_a_code_brought_into_another_browser_is_refused(world, provider, trusted):
    client = Client()
    gone = client.post("/openid/council/")
    back = requests.get(gone["Location"], allow_redirects=False, timeout=5).headers["Location"]
    assert Client().get(back.replace("http://testserver", "")).status_code == 403
    assert provider.tokens == 0


def test_another_state_is_refused_before_anybody_is_asked(world, provider, trusted):
    _, answer = visit(change=lambda back: back.split("state=")[0] + "state=other")
    assert answer.status_code == 403
    assert provider.tokens == 0


def test_coming_back_twice_signs_nobody_in(world, trusted):
    client, _ = visit()
    client.post("/account/logout/")
    assert client.get("/openid/back/?code=c-1&state=x").status_code == 403


def test_requests_are_signed_where_a_key_is_given(world, provider, trusted, tmp_path):
    provider.client_key = test_provider.ANOTHERS
    (tmp_path / "key.pem").write_bytes(test_provider.ANOTHERS.as_pem(private=True))
    trusted(client_secret="", private_key=str(tmp_path / "key.pem"))
    assert visit()[1]["Location"] == "/"


def test_a_provider_that_does_not_answer_is_said_in_words(world, provider, trusted):
    provider.shutdown()
    provider.server_close()
    answer = Client().post("/openid/council/")
    assert answer.status_code == 403
    assert "does not answer" in answer.content.decode()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"people": "everyone"}, "staff or family"),
        ({"issuer": "http://council.example"}, "https"),
        ({"client_secret": ""}, "client_secret or private_key"),
        ({"colour": "blue"}, "colour is not known"),
        ({"name": ""}, "name is missing"),
    ],
)
def test_a_faulty_file_of_providers_is_refused_in_words(settings, tmp_path, row, said):
    good = {"key": "k", "name": "N", "people": "staff", "issuer": "https://a.example"}
    good |= {"client_id": "c", "client_secret": "s"}
    settings.PLAIT_OPENID = str(tmp_path / "p.json")
    (tmp_path / "p.json").write_text(json.dumps([good | row]))
    with pytest.raises(NotAProvider, match=said):
        providers()
