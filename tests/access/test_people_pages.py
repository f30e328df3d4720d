"""The pages on which people, posts and ties are given and ended, as a browser sends them."""

from datetime import date

import pytest
from access_world import TODAY
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from plait.access.context import acting_as
from plait.access.models import Tie
from plait.journal.models import Entry
from plait.people.models import Post, User


@pytest.fixture
def enter(world, client):
    """Sign somebody in who has proved who they are."""

    def entered(who):
        user = world.people[who]
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
        client.force_login(user)
        return client

    return entered


def day(name, when=None):
    when = when or timezone.localdate()
    return {f"{name}_day": when.day, f"{name}_month": when.month, f"{name}_year": when.year}


def ties(world, **which):
    with acting_as(world.reader("send_manager")):
        return set(Tie.objects.filter(**which).values_list("user__email", "child__forename"))


def test_a_person_added_is_invited_and_the_link_is_shown_once(
    world, enter, mailoutbox, django_capture_on_commit_callbacks
):
    client = enter("system_administrator")
    new = {"name": "Nia", "email": "nia@example.org", "role": "caseworker"} | day("since")
    with django_capture_on_commit_callbacks(execute=True):
        shown = client.post(reverse("access:add_person"), new)
    link = next(word for word in mailoutbox[0].body.split() if "/join/" in word)
    assert link in shown.content.decode()
    assert shown["Cache-Control"] == "no-store"
    nia = User.objects.get(email="nia@example.org")
    assert link not in client.get(reverse("access:person", args=[nia.pk])).content.decode()
    assert Post.objects.get(user=nia).role == "caseworker"


def test_a_sencos_post_without_a_setting_is_asked_for_again(world, enter):
    new = {"name": "Nia", "email": "nia@example.org", "role": "senco"} | day("since")
    answer = enter("send_manager").post(reverse("access:add_person"), new)
    assert answer.status_code == 422
    assert not User.objects.filter(email="nia@example.org").exists()


def test_the_list_is_also_a_file_and_names_no_child(world, enter):
    answer = enter("system_administrator").get(reverse("access:people"), {"format": "csv"})
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert "caseworker@example.org,EHC caseworker" in text
    assert "Amina" not in text


def test_a_post_is_ended_on_its_page(world, enter):
    post = world.posts["caseworker"]
    ended = {"why": "Left"} | day("on")
    enter("system_administrator").post(reverse("access:end_post", args=[post.pk]), ended)
    assert Post.objects.get(pk=post.pk).ended_why == "Left"
    assert ties(world, user=post.user, until=None) == set()


def test_a_caseload_is_handed_over_on_its_page(world, enter):
    to = world.posts["other_caseworker"]
    given = {"to": to.pk, "why": "New team"} | day("on")
    address = reverse("access:hand_over", args=[world.posts["caseworker"].pk])
    enter("send_manager").post(address, given)
    assert ties(world, user=to.user) == {(to.user.email, "Amina")}


def test_cover_is_arranged_on_its_page(world, enter):
    to = world.posts["other_caseworker"]
    last = timezone.localdate().replace(month=12, day=31)
    given = {"to": to.pk, "why": "Leave"} | day("since") | day("until", last)
    address = reverse("access:cover", args=[world.posts["caseworker"].pk])
    enter("send_manager").post(address, given)
    assert ties(world, user=to.user, until=last) == {(to.user.email, "Amina")}


def test_cases_are_allocated_by_a_file_and_its_bad_lines_are_shown(world, enter, arranging):
    with arranging():
        world.ben.identifiers.create(area=world.area, kind="local", value="B-17", valid=True)
    text = b"number,email\nB-17,other_caseworker@example.org\nB-99,other_caseworker@example.org\n"
    given = {"way": "file", "file-file": SimpleUploadedFile("cases.csv", text)}
    page = enter("send_manager").post(reverse("access:allocate"), given).content.decode()
    assert "No child here has the number B-99." in page
    assert ("other_caseworker@example.org", "Ben") in ties(world, role="caseworker")


def test_cases_are_shared_out_by_a_rule_on_the_page(world, enter):
    to = world.posts["other_caseworker"]
    given = {"way": "rule", "rule-to": [to.pk], "rule-unallocated": "on"}
    assert enter("send_manager").post(reverse("access:allocate"), given).status_code == 200
    assert ties(world, user=to.user) == {(to.user.email, "Ben")}


def test_nobody_can_be_chosen_to_allocate_to_themselves(world, enter, arranging):
    with arranging():
        mine = Post.objects.create(
            area=world.area, user=world.people["send_manager"], role="caseworker", since=TODAY
        )
    address = reverse("access:allocate_child", args=[world.ben.pk])
    assert enter("send_manager").post(address, {"to": mine.pk}).status_code == 422
    assert ties(world, user=mine.user) == set()


def test_a_parent_is_linked_and_invited_on_the_childs_page(world, enter, mailoutbox):
    given = {
        "who": "parent", "name": "Ruth", "email": "ruth@example.org", "relationship": "mother",
        "what_was_seen": "Passport", "responsibility": "yes", "lives_with": "yes",
    }  # fmt: skip
    address = reverse("access:link_family", args=[world.ben.pk])
    assert "/join/" in enter("data_officer").post(address, given).content.decode()
    assert ties(world, role="parent", child=world.ben) >= {("ruth@example.org", "Ben")}


def test_an_emergency_is_opened_in_two_steps_and_those_who_watch_are_written_to(
    world, enter, mailoutbox, django_capture_on_commit_callbacks
):
    client = enter("other_caseworker")
    who = {"surname": "Khan"} | day("born", date(2019, 3, 4))
    assert "Amina Khan" in client.post(reverse("access:emergency"), who).content.decode()
    why = {"child": world.amina.pk, "why": "She is alone in our accident department."}
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("access:emergency_open"), who | why)
    assert answer.url == reverse("child:record", args=[world.amina.pk])
    assert client.get(answer.url).status_code == 200
    told = {letter.to[0] for letter in mailoutbox}
    assert told == {"send_manager@example.org", "data_officer@example.org"}
    assert not any("Amina" in letter.body for letter in mailoutbox)


def test_a_child_who_was_not_searched_for_is_not_opened(world, enter):
    client = enter("other_caseworker")
    who = {"surname": "Khan"} | day("born", date(2019, 3, 4))
    other = {"child": world.ben.pk, "why": "She is alone in our accident department."}
    client.post(reverse("access:emergency_open"), who | other)
    assert ties(world, emergency=True) == set()


SENT = [
    ("access:invite", {"send_manager", "system_administrator"}),
    ("access:emergency_open", {"send_manager", "caseworker", "dco", "senco", "health_adviser",
                               "social_care", "other_senco", "other_caseworker"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "allowed"), SENT)
def test_forms_without_a_page_of_their_own_refuse_everybody_else(world, client, name, allowed):
    args = [world.people["caseworker"].pk] if name == "access:invite" else []
    for who, user in world.people.items():
        if user.pk in args or who == "stranger":
            continue
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
        client.force_login(user)
        refused = client.post(reverse(name, args=args)).status_code == 403
        assert refused is (who not in allowed), who


def test_who_may_see_is_itself_a_reading(world, enter):
    page = enter("caseworker").get(reverse("access:who_may_see", args=[world.amina.pk]))
    assert "The SENCO of Larkfield" in page.content.decode()
    with acting_as(world.reader("send_manager")):
        from plait.journal.models import Look

        assert Look.objects.get(parts="who may see").child_id == world.amina.pk
        assert not Entry.objects.filter(what="tie_ended").exists()


def test_the_privacy_page_says_for_each_role_what_the_matrix_says(db, client):
    page = client.get(reverse("access:privacy")).content.decode()
    assert "children they are linked to one by one" in page
    assert "no single child: counts only" in page
