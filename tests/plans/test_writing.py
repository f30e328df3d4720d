"""Writing: two pens at once, threads, quotations, and what is refused."""

import pytest
from plan_world import TEACHES
from record_world import NOW

from plait.access.refusals import Refused
from plait.cases.models import Passage
from plait.plans.actions import statements as write
from plait.plans.models import Statement
from plait.plans.reading import next_ref
from plait.standards.plan_file.json_file import NotAPlan


def save(version, by, text, base=TEACHES, **more):
    return write.save_statement(
        version=version, ref="F1", base=base, text=text, by=by, at=NOW, **more
    )


def test_two_pens_that_do_not_meet_are_woven_together(acting, draft):
    by = acting("caseworker")
    save(draft, by, TEACHES.replace("45", "60"))
    saved = save(draft, by, TEACHES.replace("alone", "in a quiet room"))
    assert saved.merged
    assert saved.row.text == TEACHES.replace("45", "60").replace("alone", "in a quiet room")


def test_two_pens_on_the_same_words_show_both_and_lose_nothing(acting, draft):
    by = acting("caseworker")
    save(draft, by, TEACHES.replace("45", "60"))
    with pytest.raises(write.Clashed) as clash:
        save(draft, by, TEACHES.replace("45", "30"))
    assert "60" in clash.value.merged.text
    assert "30" in clash.value.merged.text
    assert Statement.objects.get(version=draft, ref="F1").text == TEACHES.replace("45", "60")


def test_a_browsers_line_ends_are_no_change(acting, draft):
    by = acting("caseworker")
    save(draft, by, "one\ntwo")
    assert not save(draft, by, "one\r\ntwo\r\nthree", base="one\r\ntwo").merged


def test_a_reference_is_never_used_again(acting, draft):
    by = acting("caseworker")
    write.add_statement(version=draft, section="F", text="x", by=by, at=NOW)
    assert next_ref(draft, "F") == "F3"
    assert next_ref(draft, "H1") == "H1-1"


def test_a_quotation_is_threaded_to_its_passage(acting, draft, assessing):
    by = acting("caseworker")
    row = write.add_statement(
        version=draft, section="F", text="x", passage=assessing[0].pk, by=by, at=NOW
    )
    assert draft.threads.get(source=row.ref).passage_id == assessing[0].pk


def test_advice_of_another_case_is_not_quoted(world, acting, arranging, draft):
    with arranging():
        from plait.cases.models import Request

        other = Request.objects.create(area=world.area, child=world.ben)
        passage = Passage.objects.create(
            area=world.area, child=world.ben, request=other, ref="advice:9", state="given",
            text="x", author_name="x",
        )  # fmt: skip
    with pytest.raises(Refused, match="not advice given for this case"):
        write.tie(version=draft, source="F1", passage=passage.pk, by=acting("caseworker"))


def test_a_thread_to_nothing_is_refused(acting, draft):
    with pytest.raises(Refused, match="between statements"):
        write.tie(version=draft, source="F1", target="E9", by=acting("caseworker"))


def test_what_a_section_does_not_hold_is_refused_in_words(acting, draft):
    with pytest.raises(NotAPlan, match="who_knows"):
        save(draft, acting("caseworker"), "x", facts={"who_knows": "x"})


def test_a_section_that_holds_something_does_not_say_none(acting, draft):
    with pytest.raises(Refused, match="holds statements"):
        write.say_none(version=draft, section="F", by=acting("caseworker"), at=NOW)


def test_a_statement_takes_the_place_of_none_identified(acting, draft):
    by = acting("caseworker")
    write.add_statement(version=draft, section="G", text="x", by=by, at=NOW)
    assert [row.ref for row in draft.statements.filter(section="G")] == ["G1"]


def test_what_is_taken_out_takes_its_threads_along(acting, draft):
    write.take_out(version=draft, ref="E1", by=acting("caseworker"))
    assert not draft.threads.filter(target="E1").exists()


def test_moving_changes_the_order_and_nothing_else(acting, draft):
    by = acting("caseworker")
    write.add_statement(version=draft, section="F", text="second", by=by, at=NOW)
    write.move(version=draft, ref="F2", up=True, by=by)
    rows = draft.statements.filter(section="F").order_by("place")
    assert [row.ref for row in rows] == ["F2", "F1"]


def a_drawing(world, by):
    from plait.cases.models import Document

    return Document.objects.create(
        area=world.area, child=world.amina, title="A red train", file_name="t.png",
        media_type="image/png", size=1, sha256="0" * 64, shared="family", written_by=by.user,
        at=NOW,
    )  # fmt: skip


def test_a_drawing_stands_beside_the_childs_own_words(world, acting, draft):
    from plait.plans.queries import media_of
    from plait.plans.reading import plan_text

    by = acting("caseworker")
    drawing = a_drawing(world, by)
    assert media_of(by, world.amina.pk) == [(drawing.pk, "A red train")]
    write.show_media(version=draft, ref="A1", document=drawing.pk, by=by)
    assert plan_text(draft).views[0].media[0].document == str(drawing.pk)


def test_a_file_of_another_child_is_not_shown(world, acting, arranging, draft):
    by = acting("caseworker")
    drawing = a_drawing(world, by)
    with arranging():
        type(drawing).objects.update(child=world.ben)
    with pytest.raises(Refused, match="not among the documents"):
        write.show_media(version=draft, ref="A1", document=drawing.pk, by=by)


def test_the_form_of_a_view_saves_its_drawing(world, browse, acting, draft):
    drawing = a_drawing(world, acting("caseworker"))
    given = {"base": draft.statements.get(ref="A1").text, "text": "I like trains.",
             "whose": "child",
             "media": drawing.pk, "own_words": "yes", "agreed_to_show": "yes"}  # fmt: skip
    answer = browse("caseworker").post(f"/plans/{draft.pk}/A1/", given)
    assert answer.status_code == 302
    acting("caseworker")
    assert draft.statements.get(ref="A1").media_id == drawing.pk
