"""Notes and documents: who reads them, what is refused, and that nothing is ever run."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from record_world import PDF

pytestmark = pytest.mark.django_db
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def add(browser, world, content=PDF, name="report.pdf", shared="professionals", title="Report"):
    upload = SimpleUploadedFile(name, content)
    path = f"/children/{world.amina.pk}/documents/add/"
    given = {"upload": upload, "title": title, "shared": shared}
    return browser.post(path, given, follow=True).content.decode()


def the_document(arranging):
    from plait.cases.models import Document

    with arranging():
        return Document.objects.get()


def a_zip(*names):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as parcel:
        for name in names:
            parcel.writestr(zipfile.ZipInfo(name), "x")  # of no day: each worker names it alike
    return held.getvalue()


def test_a_document_is_kept_by_its_digest_and_handed_over_as_an_attachment(
    world, browse, arranging, settings
):
    add(browse("caseworker"), world, name="../../etc/passwd")
    document = the_document(arranging)
    assert document.file_name == "passwd"
    kept = [path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert kept == [document.sha256]
    answer = browse("caseworker").get(f"/documents/{document.pk}/file")
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_the_same_file_twice_is_stored_once(world, browse, settings):
    add(browse("caseworker"), world)
    add(browse("caseworker"), world, title="Again")
    assert sum(path.is_file() for path in settings.MEDIA_ROOT.rglob("*")) == 1


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"MZ\x90\x00" + b"\0" * 200, "report.pdf", "This kind of file cannot be kept"),
        (b"<html><script>alert(1)</script>", "note.txt", "This kind of file cannot be kept"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "p.png", "This kind of file cannot be kept"),
        (b"PK\x03\x04 and then nothing", "a.docx", "The file is damaged"),
        (a_zip("word/document.xml", "word/vbaProject.bin"), "a.docx", "holds a macro"),
        (a_zip("setup.exe"), "a.docx", "This kind of file cannot be kept"),
        (b"", "empty.pdf", "The file is empty"),
    ],
)
def test_a_hostile_file_is_refused_in_words_and_not_kept(
    world, browse, settings, arranging, content, name, said
):
    from plait.cases.models import Document

    assert said in add(browse("caseworker"), world, content, name)
    with arranging():
        assert not Document.objects.exists()
    assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


def test_a_file_over_the_limit_is_refused_with_the_limit(world, browse, settings):
    settings.PLAIT_LARGEST_DOCUMENT = 1024 * 1024
    page = add(browse("caseworker"), world, PDF + b"\0" * 1024 * 1024)
    assert "larger than 1 MB" in page


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, "application/pdf"),
        (a_zip("word/document.xml"), DOCX),
        ("Rang the school; André answered.".encode(), "text/plain"),
    ],
)
def test_a_files_kind_is_read_from_its_bytes_and_not_its_name(
    world, browse, arranging, content, kind
):
    add(browse("caseworker"), world, content, name="photo.png")
    assert the_document(arranging).media_type == kind


def test_when_the_scanner_does_not_answer_nothing_is_kept(world, browse, settings, tmp_path):
    settings.PLAIT_CLAMD = str(tmp_path / "no-such-socket")
    assert "scanner does not answer" in add(browse("caseworker"), world)


@pytest.mark.parametrize(
    ("shared", "opens", "shut"),
    [
        ("authors", ["caseworker", "manager"], ["senco", "therapist", "parent", "other_senco"]),
        ("professionals", ["senco", "therapist"], ["parent", "other_senco", "other_parent"]),
        ("family", ["parent", "father", "senco"], ["other_parent", "other_senco", "stranger"]),
    ],
)
def test_a_document_opens_to_those_it_is_shared_with_and_no_others(
    world, browse, arranging, shared, opens, shut
):
    add(browse("caseworker"), world, shared=shared)
    path = f"/documents/{the_document(arranging).pk}/"
    assert {who: browse(who).get(path).status_code for who in opens} == dict.fromkeys(opens, 200)
    assert {who: browse(who).get(path).status_code for who in shut} == dict.fromkeys(shut, 404)


def test_a_document_hidden_from_one_person_looks_missing_to_them_alone(world, browse, arranging):
    add(browse("caseworker"), world, shared="family")
    document = the_document(arranging)
    given = {"person": world.people["father"].pk, "why": "A court order of 2 May."}
    browse("caseworker").post(f"/documents/{document.pk}/hide/", given)
    assert browse("father").get(f"/documents/{document.pk}/file").status_code == 404
    assert browse("parent").get(f"/documents/{document.pk}/").status_code == 200
    assert "Report" not in browse("father").get(f"/my/{world.amina.pk}/").content.decode()


def test_a_removed_document_is_gone_and_the_reason_is_kept(world, browse, arranging):
    add(browse("caseworker"), world)
    document = the_document(arranging)
    browse("caseworker").post(f"/documents/{document.pk}/remove/", {"why": "Another child's."})
    assert browse("caseworker").get(f"/documents/{document.pk}/").status_code == 404
    assert the_document(arranging).removed_why == "Another child's."


def test_a_parent_cannot_remove_what_the_authority_wrote(world, browse, arranging):
    add(browse("caseworker"), world, shared="family")
    document = the_document(arranging)
    answer = browse("parent").post(f"/documents/{document.pk}/remove/", {"why": "I disagree."})
    assert "somebody else wrote" in answer.content.decode()
    assert the_document(arranging).removed_at is None


def test_what_a_parent_sends_is_shared_with_the_family_whatever_they_post(world, browse, arranging):
    add(browse("parent"), world, shared="family")
    assert the_document(arranging).shared == "family"
    assert "Select a valid choice" in add(browse("parent"), world, shared="authors", title="2")


def note(browser, world, readers, text="Rang the school."):
    path = f"/children/{world.amina.pk}/notes/add/"
    return browser.post(path, {"text": text, "readers": readers}, follow=True)


def test_a_note_for_professionals_is_not_on_the_familys_page(world, browse):
    note(browse("caseworker"), world, "professionals", "For us only.")
    note(browse("caseworker"), world, "family", "For all of us.")
    page = browse("parent").get(f"/my/{world.amina.pk}/").content.decode()
    assert "For all of us." in page
    assert "For us only." not in page


def test_the_inspector_may_not_write_a_note(world, browse):
    assert note(browse("inspector"), world, "family").status_code == 403


def test_who_looked_never_names_a_document(world, browse, arranging):
    from plait.journal.models import Look

    add(browse("caseworker"), world, title="Safeguarding concern")
    browse("caseworker").get(f"/documents/{the_document(arranging).pk}/")
    with arranging():
        assert not Look.objects.filter(parts__icontains="safeguarding").exists()
