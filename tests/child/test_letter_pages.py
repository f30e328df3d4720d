"""Letters on the pages: written, mended, sent; and read by whom they are to, and nobody else."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from record_world import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def refused(world, arranging, acting):
    """The request was refused today, in an area that can write letters."""
    from plait.cases.actions import decide_request
    from plait.cases.letter_rules import made_up
    from plait.cases.models import AreaRule

    with arranging():
        for name, value in made_up().items():
            AreaRule.objects.create(area=world.area, name=name, value=value, changed_at=NOW)
    by = acting("caseworker")
    decide_request(request=world.request, outcome="N", on=TODAY, shown="A", by=by, at=NOW)
    return world


def written(browse, world, kind="refuse-to-assess", **given):
    path = f"/children/{world.amina.pk}/letters/new/{kind}/"
    facts = {"reasons": "The help in school is working.", "enclosed": "the advice we read"}
    day = {"decided_on": TODAY.isoformat()}
    page = browse("caseworker").post(path, facts | day | given, follow=True)
    return page.content.decode()


def the_letter(arranging, name="Pat Parent"):
    from plait.cases.models import Letter

    with arranging():
        return Letter.objects.filter(to_name=name).latest("pk")


def send(browse, letter, who="caseworker"):
    given = {"dated_on": TODAY.isoformat(), "sent_on": TODAY.isoformat()}
    return browse(who).post(f"/letters/{letter.pk}/send/", given, follow=True).content.decode()


def test_a_decision_leaves_letters_owed_on_the_childs_page_until_each_is_sent(
    refused, browse, arranging
):
    path = f"/children/{refused.amina.pk}/"
    page = browse("caseworker").get(path).content.decode()
    assert "Letters owed" in page
    assert "There will be no assessment, to Pat Parent" in page
    written(browse, refused)
    for name in ("Pat Parent", "Pat Father"):
        assert "Sent, and kept exactly" in send(browse, the_letter(arranging, name))
    page = browse("caseworker").get(path).content.decode()
    assert "There will be no assessment, to Pat" not in page
    assert "Notice to setting and services, to Head or principal" in page


def test_only_kinds_that_fit_where_the_case_is_can_be_written(refused, browse):
    page = browse("caseworker").get(f"/children/{refused.amina.pk}/letters/new/").content.decode()
    assert "There will be no assessment" in page
    assert "Final plan" not in page
    path = f"/children/{refused.amina.pk}/letters/new/final-plan/"
    assert browse("caseworker").get(path).status_code == 404


def test_a_draft_shows_what_keeps_it_and_can_be_sent_once_mended(refused, browse, arranging):
    written(browse, refused, reasons="")
    letter = the_letter(arranging)
    page = browse("caseworker").get(f"/letters/{letter.pk}/").content.decode()
    assert "It cannot be sent yet" in page
    assert "the reasons for the decision" in page
    assert "The letter cannot go yet" in send(browse, letter)
    form = browse("caseworker").get(f"/letters/{letter.pk}/edit/").content.decode()
    shown = re.search(r'name="shown" value="(\w+)"', form)[1]
    given = {
        "text": letter.text, "to_name": letter.to_name, "how": "here", "shown": shown,
        "reasons": "The help in school is working.", "enclosed": "the report",
    }  # fmt: skip
    page = browse("caseworker").post(f"/letters/{letter.pk}/edit/", given, follow=True)
    assert "Nothing keeps this letter from being sent" in page.content.decode()
    assert "Sent, and kept exactly" in send(browse, letter)


def test_an_edit_without_a_required_block_is_kept_with_a_warning(refused, browse, arranging):
    written(browse, refused)
    letter = the_letter(arranging)
    form = browse("caseworker").get(f"/letters/{letter.pk}/edit/").content.decode()
    given = {
        "text": letter.text.replace("[[mediation]]", ""), "to_name": letter.to_name,
        "how": "here", "shown": re.search(r'name="shown" value="(\w+)"', form)[1],
        "reasons": "Because.",
    }  # fmt: skip
    page = browse("caseworker").post(f"/letters/{letter.pk}/edit/", given, follow=True)
    assert "[[mediation]]" in page.content.decode()
    assert "It cannot be sent yet" in page.content.decode()


def test_the_day_of_a_refused_plan_is_that_of_its_own_decision(refused, acting, arranging):
    from plait.cases.actions_letters import make
    from plait.cases.models import Assessment

    with arranging():
        Assessment.objects.create(
            area=refused.area, child=refused.amina, request=refused.request, outcome="N",
            outcome_on=TODAY,
        )  # fmt: skip
        refused.request.outcome_on = "2026-10-01"
        refused.request.save()
    drafts = make(
        child=refused.amina, request=refused.request, kind="refuse-plan", given={},
        by=acting("caseworker"), at=NOW,
    )  # fmt: skip
    assert {one.decided_on for one in drafts} == {TODAY}


def test_the_parent_it_is_to_reads_it_and_both_files_and_the_days_to_appeal(
    refused, browse, arranging
):
    written(browse, refused)
    letter = the_letter(arranging)
    send(browse, letter)
    home = browse("parent").get(f"/my/{refused.amina.pk}/").content.decode()
    assert "You can appeal until Monday 25 January 2027" in home
    assert "Get the notice of appeal to the tribunal" not in home  # not a second day beside it
    page = browse("parent").get(f"/my/{refused.amina.pk}/letters/{letter.pk}/").content.decode()
    assert "The help in school is working." in page
    pdf = browse("parent").get(f"/letters/{letter.pk}/file.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert pdf["Content-Disposition"].startswith('attachment; filename="letter-refuse-to-assess')
    assert "sandbox" in pdf["Content-Security-Policy"]
    word = browse("parent").get(f"/letters/{letter.pk}/file.docx")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(word.content)).namelist()


SHUT = ["father", "other_parent", "senco", "other_senco", "therapist", "stranger", "colleague"]


@pytest.mark.parametrize("who", SHUT)
def test_a_letter_looks_missing_to_everybody_else(refused, browse, arranging, who):
    written(browse, refused)
    letter = the_letter(arranging)
    send(browse, letter)
    for path in (
        f"/letters/{letter.pk}/", f"/letters/{letter.pk}/file.pdf",
        f"/letters/{letter.pk}/file.docx", f"/letters/{letter.pk}/send/",
        f"/my/{refused.amina.pk}/letters/{letter.pk}/",
    ):  # fmt: skip
        assert browse(who).get(path).status_code == 404, path


@pytest.mark.parametrize("who", ["parent", "father"])
def test_a_draft_is_nobodys_of_the_family(refused, browse, arranging, who):
    written(browse, refused)
    letter = the_letter(arranging)
    path = f"/my/{refused.amina.pk}/letters/{letter.pk}/"
    assert browse(who).get(path).status_code == 404
    assert (
        "There will be no assessment"
        not in browse(who).get(f"/my/{refused.amina.pk}/").content.decode()
    )


def test_a_parent_whose_tie_has_ended_no_longer_opens_their_letters_file(
    refused, browse, arranging
):
    from plait.access.models import Tie

    written(browse, refused)
    letter = the_letter(arranging)
    send(browse, letter)
    with arranging():
        Tie.objects.filter(user=refused.people["parent"]).update(until="2026-11-22")
    assert browse("parent").get(f"/letters/{letter.pk}/file.pdf").status_code == 404


def test_a_diary_names_nobody_unless_full_words_are_chosen(refused, browse, arranging):
    written(browse, refused)
    send(browse, the_letter(arranging))
    path = f"/my/{refused.amina.pk}/dates.ics"
    general = browse("parent").get(path).content.decode()
    assert "SUMMARY:A legal date" in general
    assert "Amina" not in general
    assert "DTSTART;VALUE=DATE:20270125" in general
    full = browse("parent").get(f"{path}?words=full").content.decode()
    assert "Amina O'Connell: last day for the tribunal" in full.replace("\r\n ", "")


def test_the_other_parents_diary_has_no_day_of_a_letter_that_is_not_theirs(
    refused, browse, arranging
):
    written(browse, refused)
    send(browse, the_letter(arranging))
    found = browse("father").get(f"/my/{refused.amina.pk}/dates.ics?words=full").content.decode()
    assert "last day to contact the mediation adviser" not in found.replace("\r\n ", "")


def test_serving_is_recorded_with_how_and_what_shows_it(refused, browse, arranging):
    written(browse, refused)
    letter = the_letter(arranging)
    send(browse, letter)
    given = {"on": TODAY.isoformat(), "how": "post", "note": "Receipt 7"}
    page = browse("caseworker").post(f"/letters/{letter.pk}/served/", given, follow=True)
    assert "By post. Receipt 7" in page.content.decode()


def test_each_opening_of_a_letter_is_noted_without_its_words(refused, browse, arranging):
    from plait.journal.models import Look

    written(browse, refused)
    letter = the_letter(arranging)
    send(browse, letter)
    browse("parent").get(f"/letters/{letter.pk}/file.pdf")
    with arranging():
        look = Look.objects.filter(by=refused.people["parent"]).latest("pk")
        assert (look.parts, look.child_id) == ("a letter's file", refused.amina.pk)


def templates(browse, path="", who="manager", **given):
    address = f"/letter-templates/{path}"
    answer = browse(who).post(address, given, follow=True) if given else browse(who).get(address)
    return answer.content.decode()


def test_a_manager_sees_a_templates_faults_by_their_line_and_it_is_not_kept(refused, browse):
    page = templates(browse, "refuse-to-assess/", text="# Title\n\nDear {nobody}", keep="1")
    assert "Line 3." in page
    assert "Add the block [[right-of-appeal]]" in page
    assert "Not kept yet" in page


def test_words_are_kept_shown_with_a_made_up_child_and_gone_back_from(refused, browse, arranging):
    from plait.cases.models import LetterTemplate
    from plait.standards.letter_template import default_template

    words = default_template("agree-to-assess").replace("What happens next", "And now")
    page = templates(browse, "agree-to-assess/", text=words, keep="1")
    assert "Tobi Adeyemi" in page
    assert ">And now</h2>" in page
    with arranging():
        first = LetterTemplate.objects.get()
    again = words.replace("And now", "From here")
    page = templates(browse, "agree-to-assess/", text=again, shown=first.pk, keep="1")
    assert ">From here</h2>" in page
    page = templates(browse, f"agree-to-assess/back/{first.pk}/", x="1")
    assert ">And now</h2>" in page
    page = templates(browse, "agree-to-assess/back/0/", x="1")
    assert ">What happens next</h2>" in page
    with arranging():
        assert LetterTemplate.objects.filter(replaced_at__isnull=True).count() == 0
        assert LetterTemplate.objects.count() == 3


def test_words_kept_over_words_of_a_colleague_are_refused(refused, browse):
    from plait.standards.letter_template import default_template

    words = default_template("agree-to-assess")
    templates(browse, "agree-to-assess/", text=words, keep="1")
    page = templates(browse, "agree-to-assess/", text=words + "\nMine.", keep="1")
    assert "Somebody kept other words" in page


@pytest.mark.parametrize("who", ["caseworker", "senco", "parent"])
def test_the_areas_words_are_for_the_manager(refused, browse, who):
    for path in ("", "letterhead/", "agree-to-assess/"):
        assert browse(who).get(f"/letter-templates/{path}").status_code == 403


def picture(kind="PNG", size=(40, 20), **more):
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind, **more)
    return out.getvalue()


def head(browse, data, name="logo.png"):
    given = {"name": "Northcombe Council", "logo_alt": "A boat"}
    if data:
        given["logo"] = SimpleUploadedFile(name, data)
    return templates(browse, "letterhead/", **given)


def test_a_logo_is_drawn_anew_and_stands_in_the_letter(refused, browse, arranging, settings):
    from plait.cases.documents import place_of
    from plait.cases.models import AreaRule

    spoken = picture("JPEG", comment=b"where it was taken")
    assert "Kept. Letters" in head(browse, spoken, "x.jpg")
    with arranging():
        digest = AreaRule.objects.get(name="letterhead").value["logo"]
    kept = (settings.MEDIA_ROOT / place_of(digest)).read_bytes()
    assert kept.startswith(b"\x89PNG")
    assert b"where it was taken" in spoken
    assert b"where it was taken" not in kept
    assert 'alt="A boat"' in templates(browse, "agree-to-assess/")


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        picture()[:20],
        b"GIF89a" + b"\0" * 40,
        picture("PNG", (9000, 9000)),
    ],
)
def test_a_logo_that_is_no_honest_picture_is_refused_and_nothing_is_kept(
    refused, browse, arranging, data
):
    from plait.cases.models import AreaRule

    page = head(browse, data)
    assert "There is a problem" in page
    with arranging():
        assert not AreaRule.objects.get(name="letterhead").value.get("logo")
