"""The pages of home education: what the officer keeps, and what the family reads of it."""

import pytest
from record_world import NOW, TODAY

from plait.provision.actions import objections
from plait.provision.models import HomeEducation, Objection

pytestmark = pytest.mark.django_db


def main_of(got):
    return got.content.decode().split("<main")[1]


def home(entry, more=""):
    return f"/children/{entry.child_id}/home-education/{entry.pk}/{more}"


def mine(entry, more=""):
    return f"/my/{entry.child_id}/home-education/{more}"


def test_the_register_lists_who_is_at_home_and_not_who_was(at_home, browse, arranging):
    page = main_of(browse("home_officer").get("/home-education/"))
    assert "1 child is educated at home" in page
    assert "Amina" in page
    assert "None on record" in page
    with arranging():
        HomeEducation.objects.update(until=TODAY, end_why="Back to school")
    officer = browse("home_officer")
    assert "Amina" not in main_of(officer.get("/home-education/"))
    assert "Back to school" in main_of(officer.get("/home-education/?ended=yes"))


@pytest.mark.parametrize(
    ("who", "register", "entry", "change"),
    [
        ("home_officer", 200, 200, 200), ("manager", 200, 200, 200), ("caseworker", 200, 200, 403),
        ("social", 200, 200, 403), ("inspector", 403, 200, 403), ("attendance", 403, 403, 403),
        ("senco", 403, 403, 403), ("officer", 403, 403, 403), ("parent", 403, 404, 404),
        ("other_parent", 403, 404, 404), ("other_senco", 403, 404, 404),
        ("stranger", 403, 404, 404),
    ],
)  # fmt: skip
def test_the_register_is_read_by_its_officers_and_kept_by_two(
    at_home, browse, who, register, entry, change
):
    client = browse(who)
    assert client.get("/home-education/").status_code == register
    got = client.get(home(at_home))
    assert got.status_code == entry
    assert ("1 Parent Street" in got.content.decode()) == (entry == 200)
    for act in ("hold/how/", "take-out/address/", "contact/", "end/"):
        assert client.get(home(at_home, act)).status_code == change


def test_the_officer_writes_a_field_and_is_refused_one_the_law_forbids(at_home, browse):
    officer = browse("home_officer")
    words = {"says": "Maths at the table.", "told_by": "The mother", "shown": ""}
    assert officer.post(home(at_home, "hold/how/"), words).status_code == 302
    assert "Maths at the table." in main_of(officer.get(home(at_home)))
    refused = officer.get(home(at_home, "hold/parents_hours/"))
    assert refused.status_code == 403
    assert "UK GDPR, article 5(1)(c)" in refused.content.decode()
    assert officer.post(home(at_home, "hold/parents_hours/"), words).status_code == 403
    assert set(HomeEducation.objects.get().held) == {"address", "how"}
    stale = officer.post(home(at_home, "hold/how/"), words)
    assert stale.status_code == 422
    assert "Somebody changed this" in stale.content.decode()


def test_the_page_marks_what_the_act_has_not_begun_to_ask(at_home, browse):
    page = main_of(browse("home_officer").get(home(at_home)))
    assert "Must be held once Children’s Wellbeing and Schools Act 2026, section 38" in page
    assert "no day is appointed" in page
    assert "A guide or an explanation says so" not in page.split("Home address")[0]


def test_something_held_that_must_not_be_cries_out_and_can_be_taken_out(at_home, browse, arranging):
    with arranging():
        HomeEducation.objects.update(held={"beliefs": {"says": "Quaker", "by": "", "on": ""}})
    officer = browse("home_officer")
    assert "This must not be held. Take it out." in main_of(officer.get(home(at_home)))
    assert officer.post(home(at_home, "take-out/beliefs/")).status_code == 302
    assert HomeEducation.objects.get().held == {}


def test_the_parent_reads_everything_held_why_by_which_law_and_who_reads_it(at_home, browse):
    page = main_of(browse("parent").get(mine(at_home)))
    for said in (
        "Amina O&#39;Connell", "4 March 2019", "1 September 2026", "The mother", "Home address",
        "1 Parent Street", "Told by: School, 2 September 2026", "You need not give it",
        "reg 13(4)", "Once Children’s Wellbeing and Schools Act 2026, section 38 is in force",
        "Home education officer: the whole register", "Social care: only with a tie to your child",
        "The family’s religion or beliefs", "What could be held, and is not",
    ):  # fmt: skip
        assert said in page, said


def test_the_parent_corrects_and_reads_the_answer(at_home, browse, arranging):
    parent = browse("parent")
    assert "Correct this, or object" in main_of(parent.get(mine(at_home)))
    empty = parent.post(mine(at_home, "address/"), {"kind": "", "says": ""})
    assert empty.status_code == 422
    words = {"kind": "objection", "says": "<b>We</b> do not want it held."}
    assert parent.post(mine(at_home, "address/"), words).status_code == 302
    page = main_of(parent.get(mine(at_home)))
    assert "&lt;b&gt;We&lt;/b&gt; do not want it held." in page
    assert "No answer yet" in page
    with arranging():
        Objection.objects.update(at=NOW)
    row = Objection.objects.get()
    officer = browse("home_officer")
    assert "1 family waits for an answer" in main_of(officer.get("/home-education/"))
    given = {"on": TODAY.isoformat(), "answer": "It is taken out today."}
    path = f"/children/{at_home.child_id}/home-education/said/{row.pk}/"
    assert officer.post(path, given).status_code == 302
    assert "It is taken out today." in main_of(browse("parent").get(mine(at_home)))
    assert parent.get(mine(at_home, "shoe_size/")).status_code == 404
    assert parent.get(mine(at_home, "how/")).status_code == 404


@pytest.mark.parametrize("who", ["other_parent", "stranger", "home_officer", "manager", "senco"])
def test_the_familys_screen_is_missing_to_everybody_else(at_home, browse, who):
    for more in ("", "address/"):
        assert browse(who).get(mine(at_home, more)).status_code == 404


def test_a_parent_of_another_household_is_not_told_where_the_child_lives(
    at_home, browse, arranging, provision_world
):
    from plait.people.models import FamilyTie

    with arranging():
        father = FamilyTie.objects.filter(carer__user=provision_world.people["father"])
        father.update(lives_with=False)
    assert "1 Parent Street" in main_of(browse("parent").get(mine(at_home)))
    page = main_of(browse("father").get(mine(at_home)))
    assert "1 Parent Street" not in page
    assert "It is held, and not shown to you" in page
    assert "1 Parent Street" not in main_of(browse("father").get(mine(at_home, "address/")))


def test_where_it_is_not_recorded_who_lives_with_the_child_no_address_is_told(at_home, browse):
    assert "1 Parent Street" not in main_of(browse("father").get(mine(at_home)))


def test_what_one_parent_said_is_not_named_to_the_other(at_home, browse, acting):
    objections.say(entry=at_home, field="since", kind="correction", says="It was August.",
                   by=acting("parent"), at=NOW)  # fmt: skip
    page = main_of(browse("father").get(mine(at_home)))
    assert "Another member of the family" in page
    assert "Pat Parent" not in page


def test_the_familys_page_leads_to_the_screen_only_where_there_is_an_entry(
    at_home, browse, arranging
):
    link = mine(at_home)
    assert link in browse("parent").get(f"/my/{at_home.child_id}/").content.decode()
    with arranging():
        HomeEducation.objects.all().delete()
    assert link not in browse("parent").get(f"/my/{at_home.child_id}/").content.decode()


def test_the_childs_record_leads_to_where_the_child_is_taught(at_home, browse):
    link = f"/children/{at_home.child_id}/taught/"
    for who in ("home_officer", "caseworker", "senco"):
        client = browse(who)
        assert link in client.get(f"/children/{at_home.child_id}/").content.decode()
        page = main_of(client.get(link))
        assert ("Educated at home since" in page) == (who != "senco")


def test_what_a_parent_says_of_where_they_live_is_not_read_by_the_other_household(
    at_home, browse, acting, arranging, provision_world
):
    from plait.people.models import FamilyTie

    with arranging():
        FamilyTie.objects.filter(carer__user=provision_world.people["father"]).update(
            lives_with=False
        )
        FamilyTie.objects.filter(carer__user=provision_world.people["parent"]).update(
            lives_with=True
        )
    objections.say(entry=at_home, field="address", kind="correction",
                   says="We are at 5 Hope Street.", by=acting("parent"), at=NOW)  # fmt: skip
    assert "5 Hope Street" in main_of(browse("parent").get(mine(at_home)))
    page = main_of(browse("father").get(mine(at_home)))
    assert "5 Hope Street" not in page
    assert "This is wrong" not in page  # the database keeps the whole of it back
