"""The pages on which staff take requests on, write them down, decide them, and set rules."""

from datetime import date

import pytest
from asking_world import ANSWERS
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from record_world import PDF, TODAY, a_child

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def words_of(got):
    return got.content.decode()


def written(**more):
    """Give a letter as an officer types it in."""
    return {
        "channel": "letter", "asked_by": "1", "sent_on": "2026-11-18",
        "received_on": "2026-11-20", "why": "The stamp of the post room.", "email": "",
        "child-forename": "Zofia", "child-surname": "Malin", "child-born": "2020-05-06",
        "you-name": "Ewa Malin", "worries-words": "She does not speak.",
    } | more  # fmt: skip


@pytest.fixture
def parent_begins(browse, arranging):
    """A parent began a request and sent a file along, and has not sent it yet."""
    mother = browse("parent")
    mother.post("/ask/", {"who": "parent"})
    file = SimpleUploadedFile("report.pdf", PDF)
    assert mother.post("/asking/files/", {"upload": file, "add": "1"}).status_code == 302
    asking = only_asking(arranging)
    with arranging():
        return asking, asking.files.get()


def only_asking(arranging):
    from plait.assessment.models import Asking

    with arranging():
        return Asking.objects.get()


def test_the_list_shows_who_waits_and_by_when_and_a_request_is_taken_on(
    world, browse, asked, arranging
):
    asking = asked(received_on=date(2026, 11, 20))
    manager = browse("manager")
    page = words_of(manager.get("/asked/"))
    assert "Zofia Malin" in page
    assert "1 Jan 2027" in page
    page = words_of(manager.get(f"/asked/{asking.pk}/"))
    assert "No record here looks like this child" in page
    got = manager.post(f"/asked/{asking.pk}/", {"child": "new"}, follow=True)
    assert "From request to plan" in words_of(got)
    assert "Prepare the decision" in words_of(got)


def test_a_new_record_beside_a_likely_one_needs_a_reason(world, browse, asked, arranging):
    with arranging():
        twin = a_child(world.area, "Zofia", "Malin", date(2020, 5, 6))
    asking, manager = asked(), browse("manager")
    page = words_of(manager.get(f"/asked/{asking.pk}/"))
    assert "The name and the date of birth are the same." in page
    got = manager.post(f"/asked/{asking.pk}/", {"child": "new"})
    assert got.status_code == 422
    assert "Say how you know" in words_of(got)
    manager.post(f"/asked/{asking.pk}/", {"child": str(twin.pk)})
    assert only_asking(arranging).child_id == twin.pk


def test_a_record_that_was_not_found_cannot_be_chosen_by_its_number(world, browse, asked):
    got = browse("manager").post(f"/asked/{asked().pk}/", {"child": str(world.ben.pk)})
    assert got.status_code == 422
    page = words_of(browse("manager").get(f"/asked/{asked().pk}/?q=Ben"))
    assert "You looked for this name" in page


def test_a_file_of_a_request_opens_to_staff_only_once_the_request_is_sent(
    browse, parent_begins, arranging
):
    from plait.assessment.models import Asking

    asking, file = parent_begins
    path = f"/asked/{asking.pk}/files/{file.pk}/"
    manager = browse("manager")
    assert manager.get(path).status_code == 404
    with arranging():
        Asking.objects.filter(pk=asking.pk).update(state="sent", received_on=TODAY)
    assert b"".join(manager.get(path).streaming_content) == PDF


def test_whoever_asked_reads_the_answer_through_a_link(
    world, browse, asked, django_capture_on_commit_callbacks
):
    asking = asked()
    with django_capture_on_commit_callbacks(execute=True):
        browse("manager").post(
            f"/asked/{asking.pk}/answer/",
            {"stop": "other-area", "child": "new", "why": "Southcombe is responsible."},
        )
    from asking_world import open_link
    from django.test import Client

    page = words_of(open_link(Client(), mail.outbox[-1]))
    page += words_of(Client().get("/asking/"))
    assert "Southcombe is responsible." in page
    assert "Zofia" not in mail.outbox[-1].body


def test_a_letter_is_written_down_with_its_days_its_scan_and_who_fixed_them(
    world, browse, arranging
):
    scan = SimpleUploadedFile("letter.pdf", PDF)
    got = browse("caseworker").post("/asked/write/", written(letter=scan), follow=True)
    assert "Written down" in words_of(got)
    asking = only_asking(arranging)
    assert (asking.sent_on, asking.received_on) == (date(2026, 11, 18), date(2026, 11, 20))
    assert asking.receipt_by == world.people["caseworker"]
    assert asking.receipt_why == "The stamp of the post room."
    with arranging():
        assert asking.files.get().file_name == "letter.pdf"
    page = words_of(browse("manager").get(f"/asked/{asking.pk}/"))
    assert "Jo Caseworker" in page


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"received_on": "2026-11-24"}, "still to come"),
        ({"sent_on": "2026-11-21"}, "sent after it was received"),
        ({"why": ""}, "the legal dates rest on it"),
        ({"child-born": ""}, "Enter the date of birth"),
        ({"asked_by": ""}, "Choose who asks"),
    ],
)
def test_a_letter_with_wrong_days_or_without_what_counts_is_not_kept(
    world, browse, arranging, given, said
):
    from plait.assessment.models import Asking

    got = browse("caseworker").post("/asked/write/", written(**given))
    assert got.status_code == 422
    assert said in words_of(got)
    with arranging():
        assert not Asking.objects.exists()


def test_a_health_professionals_letter_keeps_its_code_for_the_return(world, browse, arranging):
    browse("manager").post("/asked/write/", written(asked_by="3"))
    asking = only_asking(arranging)
    browse("manager").post(f"/asked/{asking.pk}/", {"child": "new"})
    assert only_asking(arranging).request.asked_by == "3"


def setting_form(**more):
    return {
        "child-forename": "Amina", "child-surname": "O'Connell", "child-born": "2019-03-04",
        "you-name": "Jo Senco", "you-relation": "SENCO", "you-setting": "Larkfield",
        "you-told": "yes", "worries-words": "Speech.", "tried-words": "Two cycles.",
    } | more  # fmt: skip


def test_a_senco_finds_the_request_filled_in_and_what_is_missing_listed(world, browse):
    page = words_of(browse("senco").get(f"/children/{world.amina.pk}/ask/"))
    assert 'value="Amina"' in page
    assert "Larkfield Primary School" in page
    assert "Speech, language" in page
    assert "Attendance of this year and the last" in page


def test_a_senco_saves_then_sends_without_evidence_only_with_the_reason(world, browse, arranging):
    senco, path = browse("senco"), f"/children/{world.amina.pk}/ask/"
    senco.post(path, setting_form(save="1", cycles="on"))
    assert only_asking(arranging).state == "begun"
    got = senco.post(path, setting_form(send="1", cycles="on"))
    assert got.status_code == 422
    assert "Still missing:" in words_of(got)
    senco.post(path, setting_form(send="1", cycles="on", reason="She starts school in January."))
    asking = only_asking(arranging)
    assert (asking.state, asking.received_on, asking.setting) == ("sent", TODAY, world.larkfield)
    assert asking.child == world.amina


@pytest.mark.parametrize("who", ["other_senco", "therapist", "manager", "parent"])
def test_nobody_but_the_childs_own_senco_asks_for_the_setting(world, browse, who):
    got = browse(who).get(f"/children/{world.amina.pk}/ask/")
    assert got.status_code in (403, 404)


def panel_form(**more):
    return {
        "may-have-sen-answer": "yes", "may-have-sen-why": "The report.",
        "may-need-a-plan-answer": "yes", "may-need-a-plan-why": "Two cycles.",
        "also_weighed": "What the mother said", "why": "Both are met.", "what_instead": "",
        "meets_on": "2026-11-24", "shown": "0",
    } | more  # fmt: skip


def test_a_panel_is_put_down_for_the_areas_next_day_prepared_and_decided(world, browse, arranging):
    worker, path = browse("caseworker"), f"/children/{world.amina.pk}/panel/assess/"
    page = words_of(worker.get(path))
    assert 'value="24"' in page  # the Tuesday after 23 November 2026
    assert "Monday 9 November 2026" in page
    got = worker.post(path, panel_form(go_on="1"), follow=True)
    assert "A decision is made once" in words_of(got)
    got = worker.post(
        f"{path}decide/", {"outcome": "Y", "on": "2026-11-23", "shown": "1"}, follow=True
    )
    page = words_of(got)
    assert "The authority will assess, 23 November 2026." in page
    assert "Both are met." in words_of(worker.get(path))


def test_a_second_writer_is_shown_both_texts(world, browse):
    path = f"/children/{world.amina.pk}/panel/assess/"
    browse("caseworker").post(path, panel_form())
    got = browse("manager").post(path, panel_form(why="My own words.", shown="0"))
    page = words_of(got)
    assert got.status_code == 409
    assert "Both are met." in page
    assert "My own words." in page
    again = browse("manager").post(path, panel_form(why="Both of us.", shown="1"))
    assert again.status_code == 302


def test_a_refusal_without_what_happens_instead_is_refused_in_words(world, browse):
    worker, path = browse("caseworker"), f"/children/{world.amina.pk}/panel/assess/"
    worker.post(path, panel_form(**{"may-need-a-plan-answer": "no"}))
    got = worker.post(f"{path}decide/", {"outcome": "N", "on": "2026-11-23", "shown": "1"})
    assert got.status_code == 422
    assert "Say what happens instead" in words_of(got)


def test_the_pack_holds_the_request_as_it_was_asked(world, browse, asked):
    manager = browse("manager")
    asking = asked(child={"forename": "Amina", "surname": "O'Connell", "born": "2019-03-04"})
    manager.post(f"/asked/{asking.pk}/", {"child": str(world.amina.pk)})
    page = words_of(browse("caseworker").get(f"/children/{world.amina.pk}/panel/assess/pack/"))
    assert ANSWERS["worries"]["words"] in page
    assert "Speech, language and communication needs" in page


def test_an_area_sets_its_panel_day_and_reads_what_it_was(world, browse):
    manager = browse("manager")
    given = {"rule": "panel_days", "weekday": "thursday", "every_weeks": "2",
             "since": "2026-11-02", "why": "The hall is free."}  # fmt: skip
    page = words_of(manager.post("/area-rules/", given, follow=True))
    assert "The hall is free." in page
    assert "weekday tuesday" in page
    worker = words_of(browse("caseworker").get(f"/children/{world.amina.pk}/panel/assess/"))
    assert 'value="3"' in worker  # Thursday 3 December, a week on its turn


def test_a_target_looser_than_the_law_is_refused(world, browse):
    given = {"rule": "targets", "decide_weeks": "7", "why": ""}
    got = browse("manager").post("/area-rules/", given)
    assert got.status_code == 422
    assert "never looser" in words_of(got)


def test_a_ladder_whose_days_go_backwards_is_refused(world, browse):
    given = {"rule": "advice_ladder", "days1": "3", "how1": "email", "to1": "giver",
             "days2": "-3", "how2": "email", "to2": "giver"}  # fmt: skip
    got = browse("manager").post("/area-rules/", given)
    assert got.status_code == 422
    assert "each on a later day" in words_of(got)


def test_the_pack_is_a_pdf_too_that_holds_what_was_asked(world, browse, asked):
    import io

    import pikepdf

    asking = asked(child={"forename": "Amina", "surname": "O'Connell", "born": "2019-03-04"})
    manager = browse("manager")
    manager.post(f"/asked/{asking.pk}/", {"child": str(world.amina.pk)})
    got = manager.get(f"/children/{world.amina.pk}/panel/assess/pack/?as=pdf")
    with pikepdf.open(io.BytesIO(b"".join(got.streaming_content))) as paper:
        assert paper.Root.Lang
        assert "Amina" in str(paper.docinfo["/Title"])
