"""Signing in: links, a second proof, lockout, something lost, personas."""

from argparse import Namespace
from datetime import timedelta

import pytest
from access_world import TODAY
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from plait.access.actions import accounts, recoveries
from plait.access.actions.links import make_link
from plait.access.context import acting_as
from plait.access.models import Link, Recovery
from plait.access.refusals import Refused
from plait.config.commands import user_add
from plait.people.models import Area, Post, User

PASSWORD = "three plain words 7"
NEW = {"password": PASSWORD, "again": PASSWORD}

pytestmark = pytest.mark.slow


@pytest.fixture
def person(world, arranging):
    """A caseworker who joined, and has a code generator."""
    with arranging():
        user = world.people["caseworker"]
        user.set_password(PASSWORD)
        user.save()
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    return user


def link_for(user, world, *, purpose="join", at=None):
    return make_link(
        user=user, purpose=purpose, area=world.area, made_by=None, at=at or timezone.now()
    )


def test_a_link_lets_in_once_and_no_second_time(world, client):
    token = link_for(world.people["caseworker"], world)
    address = reverse("access:join", args=[token])
    assert client.get(address).status_code == 200
    assert client.post(address, NEW).status_code == 302
    assert client.session["_auth_user_id"] == str(world.people["caseworker"].pk)
    client.logout()
    assert client.get(address).status_code == 410
    assert client.post(address, NEW).status_code == 410


def test_a_link_dies_with_its_last_day(world, client):
    week = timedelta(days=7)
    alive = link_for(
        world.people["caseworker"], world, at=timezone.now() - week + timedelta(hours=1)
    )
    over = link_for(world.people["parent"], world, at=timezone.now() - week)
    assert client.get(reverse("access:join", args=[alive])).status_code == 200
    assert client.get(reverse("access:join", args=[over])).status_code == 410


def test_a_link_serves_its_own_purpose_only(world, client):
    token = link_for(world.people["caseworker"], world)
    assert client.post(reverse("access:recover", args=[token]), NEW).status_code == 410


def test_a_link_turned_to_somebody_signed_in_changes_nobody(world, client):
    token = link_for(world.people["caseworker"], world)
    client.force_login(world.people["parent"])
    answer = client.post(reverse("access:join", args=[token]), NEW)
    assert answer.status_code == 409
    assert Link.objects.get().used_at is None
    assert not User.objects.get(pk=world.people["parent"].pk).has_usable_password()


def test_a_newer_link_ends_the_older(world, client):
    older = link_for(world.people["caseworker"], world)
    link_for(world.people["caseworker"], world)
    assert client.get(reverse("access:join", args=[older])).status_code == 410


def test_the_secret_of_a_link_is_not_in_the_database(world):
    token = link_for(world.people["caseworker"], world)
    assert token not in str(list(Link.objects.values()))


def test_a_link_is_spent_by_one_of_two_who_race(world):
    token = link_for(world.people["caseworker"], world)
    link, same = (Link.objects.select_related("user", "area").get() for _ in range(2))
    now = timezone.now()
    assert token
    assert accounts.accept(link=link, password=PASSWORD, today=TODAY, at=now)
    assert not accounts.accept(link=same, password="another one 12345", today=TODAY, at=now)
    assert User.objects.get(pk=link.user_id).check_password(PASSWORD)


def test_a_weak_password_is_refused_and_the_link_lives(world, client):
    address = reverse("access:join", args=[link_for(world.people["caseworker"], world)])
    weak = {"password": "password", "again": "password"}
    assert client.post(address, weak).status_code == 422
    assert client.get(address).status_code == 200


def test_staff_without_a_second_proof_reach_no_page_but_the_one_that_makes_it(world, client):
    client.force_login(world.people["caseworker"])
    for name in ("desk:today", "desk:cases", "access:emergency", "account_email"):
        answer = client.get(reverse(name))
        assert (answer.status_code, answer.url) == (302, reverse("mfa_index")), name
    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_parent_may_go_on_without_one(world, client):
    client.force_login(world.people["parent"])
    assert client.get(reverse("family:children")).status_code == 200


def test_staff_keep_their_last_proof(world, person):
    from plait.config.sign_in import StaffKeepOne

    [last] = Authenticator.objects.filter(user=person)
    assert not StaffKeepOne().can_delete_authenticator(last)
    Authenticator.objects.create(user=person, type="webauthn", data={})
    assert StaffKeepOne().can_delete_authenticator(last)


def test_a_password_alone_does_not_sign_staff_in(person, client):
    answer = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert answer.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session


def wrong(client, email, **more):
    return client.post(reverse("account_login"), {"login": email, "password": "no"}, **more)


def test_the_fifth_wrong_password_locks_and_the_right_one_no_longer_helps(person, client):
    assert [wrong(client, person.email).status_code for _ in range(4)] == [200] * 4
    locked = wrong(client, person.email)
    assert locked.status_code == 429
    assert "plait-header" in locked.content.decode()
    right = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert right.status_code == 429


def test_another_person_behind_the_same_address_is_not_locked(world, person, client):
    for _ in range(5):
        wrong(client, "stranger@example.org")
    answer = client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    assert answer.url == reverse("mfa_authenticate")


def test_nobody_signs_themselves_up(client, db):
    new = {"email": "me@example.org", "password1": PASSWORD}
    client.post(reverse("account_signup"), new)
    assert not User.objects.filter(email="me@example.org").exists()


def test_a_session_ends_eight_hours_after_it_began_however_busy(world, client):
    client.force_login(world.people["parent"])
    begun = client.session["plait_since"]
    for hours, status in ((7.9, 200), (8.1, 302)):
        session = client.session
        session["plait_since"] = begun - hours * 3600
        session.save()
        assert client.get(reverse("family:children")).status_code == status


def test_the_session_changes_its_key_at_sign_in(world, client):
    client.get(reverse("account_login"))
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key
    client.force_login(world.people["parent"])
    assert client.session.session_key != before


def test_passwords_are_kept_by_argon2(person):
    assert person.password.startswith("argon2")


def test_a_lost_way_in_is_asked_for_without_saying_whom_we_know(person, client):
    answers = [
        client.post(reverse("access:lost"), {"email": email, "lost": "both"}).content
        for email in (person.email, "nobody@example.org")
    ]
    assert len({len(answer) for answer in answers}) == 1
    assert [r.user for r in Recovery.objects.all()] == [person]


def test_a_second_person_confirms_and_only_the_owner_gets_the_link(
    world, person, client, mailoutbox, django_capture_on_commit_callbacks
):
    recoveries.ask(email=person.email, lost="both", at=timezone.now())
    with_proof(world.people["send_manager"])
    client.force_login(world.people["send_manager"])
    asked = Recovery.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(
            reverse("access:answer_lost", args=[asked.pk]),
            {"answer": "yes", "how": "I rang her desk"},
            follow=True,
        )
    [letter] = mailoutbox
    link = next(word for word in letter.body.split() if "/recover/" in word)
    assert letter.to == [person.email]
    assert link.rsplit("/", 2)[1] not in answer.content.decode()
    client.logout()
    assert client.post(link, {"password": "other words 99", "again": "other words 99"}).url == "/"
    assert not Authenticator.objects.filter(user=person).exists()
    assert User.objects.get(pk=person.pk).check_password("other words 99")


def with_proof(user):
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})


def test_nobody_confirms_themselves(world, person):
    asked = Recovery.objects.create(
        user=world.people["send_manager"], lost="both", asked_at=timezone.now()
    )
    with (
        acting_as(world.reader("send_manager")) as manager,
        pytest.raises(Refused, match="themselves"),
    ):
        recoveries.confirm(recovery=asked, how_checked="it is me", by=manager, at=timezone.now())
        with pytest.raises(IntegrityError), transaction.atomic():
            Recovery.objects.filter(pk=asked.pk).update(closed_by=manager.user)


def test_those_who_manage_nobody_cannot_confirm(world, person):
    asked = Recovery.objects.create(user=person, lost="both", asked_at=timezone.now())
    for who in ("data_officer", "area_leader", "parent"):
        with acting_as(world.reader(who)) as reader, pytest.raises(Refused):
            recoveries.confirm(recovery=asked, how_checked="x", by=reader, at=timezone.now())


def make_first(**more):
    given = {"email": "a@example.org", "name": "Ada", "area": "801", "json": False}
    given["role"] = "system_administrator"
    return user_add.run(Namespace(**given | more))


def test_the_first_person_comes_from_the_command_line(world, arranging, client, capsys):
    with arranging():
        assert make_first() == 0
    link = next(word for word in capsys.readouterr().out.split() if "/join/" in word)
    assert client.post(link, NEW).url == "/"
    assert Post.objects.get(user__email="a@example.org").role == "system_administrator"


def test_the_command_line_says_which_areas_there_are(world, arranging):
    from plait.config.refusal import Refusal

    with arranging(), pytest.raises(Refusal, match="801, 802"):
        make_first(area="999")


@pytest.fixture
def persona(arranging, db):
    """A caseworker of a made-up area, whom anybody may try."""
    with arranging():
        area = Area.objects.create(code="999", name="Plaitshire", is_sample=True)
        user = User.objects.create_user("h@plaitshire.test", "Hannah", persona="A caseload.")
        Post.objects.create(area=area, user=user, role="caseworker", since=TODAY)
    return user


def test_one_click_signs_in_as_a_persona_without_a_second_proof(persona, client):
    assert "A caseload." in client.get(reverse("access:sample")).content.decode()
    client.post(reverse("access:sample"), {"persona": persona.pk})
    assert client.session["_auth_user_id"] == str(persona.pk)
    assert client.get(reverse("desk:today")).status_code == 200


def test_a_persona_and_a_real_area_never_share_a_database(persona, arranging):
    with arranging():
        for code in ("801", "802"):
            with pytest.raises(IntegrityError, match="no_persona"), transaction.atomic():
                Area.objects.create(code=code, name="Real")
        with pytest.raises(IntegrityError, match="no_persona"), transaction.atomic():
            Area.objects.update(is_sample=False)


def test_nobody_becomes_a_persona_where_an_area_is_real(world, client):
    with pytest.raises(IntegrityError, match="no_persona"), transaction.atomic():
        User.objects.filter(pk=world.people["parent"].pk).update(persona="x")
    assert client.get(reverse("access:sample")).status_code == 404
    answer = client.post(reverse("access:sample"), {"persona": world.people["parent"].pk})
    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_only_personas_can_be_tried(persona, client, arranging):
    other = User.objects.create_user("o@plaitshire.test", "Other")
    assert client.post(reverse("access:sample"), {"persona": other.pk}).status_code == 404
