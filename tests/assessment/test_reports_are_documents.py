"""A report that comes with advice is a document of the case, open to whom its advice is."""

import pytest
from advice_world import NOW, TODAY, ask, assess, giver
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as Word

from plait.access.context import acting_through
from plait.assessment.actions import advice_giving as giving
from plait.assessment.models import Advice
from plait.cases.models import Document, Passage


def report(words="She needs a therapist weekly."):
    import io

    made, file = Word(), io.BytesIO()
    made.add_paragraph(words)
    made.save(file)
    return SimpleUploadedFile("Her report.docx", file.getvalue())


@pytest.fixture
def asking(world, acting, arranging):
    """Ask somebody for advice: `asking(**of_the_giver)` gives the advice."""
    with arranging():
        assess(world)

    def asked(**more):
        [sent] = ask(world, acting("caseworker"), giver(**more))
        return sent.advice

    return asked


def given(advice, by, name="Ms Reed"):
    kept, _ = giving.take_report(
        advice=advice, upload=report(), shown=Advice.objects.get(pk=advice.pk).version, by=by,
        at=NOW,
    )  # fmt: skip
    texts = {one.pk: one.text for one in giving.drafts(kept)}
    from plait.assessment.specific import points_of

    why = {point.key: "As it is." for point in points_of(list(giving.drafts(kept)))}
    kept = giving.leave_so(advice=kept, texts=texts, why=why, shown=kept.version)
    return giving.give(
        advice=kept, name=name, role="Therapist", dated_on=TODAY, shown=kept.version, by=by,
        today=TODAY, at=NOW,
    )  # fmt: skip


def of_parent(world, who):
    return {"kind": "family", "body": "family", "name": who, "email": "", "user": world.people[who]}


def test_a_guests_report_is_a_document_of_the_officer_who_asked(world, acting, asking):
    from django.db import transaction

    advice = asking()
    with transaction.atomic(), acting_through(advice.ref, area=world.area, today=TODAY):
        done = given(advice, None)
        assert done.report_id
        assert not Document.objects.exists()  # the link opens its advice, and no document
    acting("caseworker")
    paper = Document.objects.get(pk=done.report_id)
    assert (paper.title, paper.file_name) == ("Report of Ms Reed", "Her report.docx")
    assert (paper.shared, paper.written_by_id) == ("family", world.people["caseworker"].pk)
    assert (paper.sha256, paper.child_id) == (advice_file(advice)["sha256"], world.amina.pk)
    quoted = Passage.objects.get(ref=advice.ref)
    assert (quoted.text, quoted.state) == ("She needs a therapist weekly.", "given")


def advice_file(advice):
    return Advice.objects.get(pk=advice.pk).report_file


def test_a_signed_in_givers_report_is_theirs_and_told_once(world, acting, asking):
    from plait.journal.models import Change, Entry

    advice = asking(user=world.people["therapist"])
    done = given(advice, acting("therapist"))
    acting("caseworker")
    paper = Document.objects.get(pk=done.report_id)
    assert paper.written_by_id == world.people["therapist"].pk
    (line,) = Entry.objects.filter(what="advice_given")
    assert line.facts["document"] == paper.pk
    assert Change.objects.filter(of_table="cases_document", of_row=paper.pk, did="I").exists()


def test_nothing_is_on_the_record_before_it_is_given(world, acting, asking):
    advice = asking(user=world.people["therapist"])
    by = acting("therapist")
    giving.take_report(advice=advice, upload=report(), shown=1, by=by, at=NOW)
    acting("caseworker")
    assert not Document.objects.exists()


@pytest.mark.parametrize(("who", "other"), [("parent", "father"), ("father", "parent")])
@pytest.mark.parametrize("shared", ["authors", "family"])
def test_one_parents_report_is_not_the_others_however_it_is_shared(
    world, acting, arranging, asking, who, other, shared
):
    done = given(asking(**of_parent(world, who)), acting(who), who)
    with arranging():
        Document.objects.filter(pk=done.report_id).update(shared=shared)
    acting(who)
    assert Document.objects.filter(pk=done.report_id).exists()
    for reader in ("caseworker", "manager"):
        acting(reader)
        assert Document.objects.filter(pk=done.report_id).exists()
    acting(other)
    assert not Document.objects.exists()


def test_a_parents_report_begins_as_theirs_and_the_officers(world, acting, asking):
    done = given(asking(**of_parent(world, "parent")), acting("parent"), "parent")
    acting("caseworker")
    paper = Document.objects.get(pk=done.report_id)
    assert (paper.shared, paper.written_by_id) == ("authors", world.people["parent"].pk)
    for who in ("senco", "therapist", "father", "other_parent"):
        acting(who)
        assert not Document.objects.filter(pk=done.report_id).exists()


def test_a_document_hidden_from_somebody_is_not_handed_over_with_the_advice(
    world, acting, arranging, browse, asking
):
    done = given(asking(user=world.people["therapist"]), acting("therapist"))
    path = f"/children/{world.amina.pk}/advice/{done.pk}/report"
    assert b"".join(browse("parent").get(path))
    with arranging():
        Document.objects.get(pk=done.report_id).hidden_from.add(world.people["parent"])
    assert browse("parent").get(path).status_code == 404
    assert b"".join(browse("father").get(path))
