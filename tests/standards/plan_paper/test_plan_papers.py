"""The plan as a paper: each section, in order, whole, and no word that nobody wrote."""

import io
from dataclasses import replace
from datetime import date

import pytest
from good_plan import ADVICE, final_plan, good_plan

from plait.law.content import SECTIONS
from plait.standards.paper import said, walk
from plait.standards.paper_blocks import Heading
from plait.standards.plan_file.word_file import embed, read_word
from plait.standards.plan_paper import EASY_QUESTIONS, easy_paper, help_paper, plan_paper
from plait.standards.plan_paper.easy import too_long
from plait.ui.paper import paper_pdf, paper_word, why_no_pdf


def headings(paper):
    return [one.words for one in walk(paper.blocks) if isinstance(one, Heading) and one.level == 2]


def words(paper):
    return "\n".join(map(said, paper.blocks))


def test_each_section_has_its_heading_in_the_order_of_regulation_12():
    found = headings(plan_paper(good_plan(), authority="Northcombe"))
    assert [one.split(":")[0] for one in found[:12]] == [f"Section {name}" for name in SECTIONS]


def test_every_statement_and_every_passage_stands_on_the_paper():
    plan = final_plan()
    text = words(plan_paper(plan, authority="Northcombe"))
    for one in plan.statements:
        assert one.text in text
    for passage, _ in plan.passages.values():
        assert passage.text in text


def test_each_provision_says_who_advised_it():
    text = words(plan_paper(good_plan(), authority="Northcombe"))
    assert "Advised by: Noor Aziz (K3.1)" in text


def test_a_draft_says_that_it_is_one_and_names_no_place():
    paper = plan_paper(good_plan(), authority="Northcombe")
    assert paper.title.startswith("Draft")
    assert "Larkfield" not in words(paper)


def test_missing_advice_is_said_to_be_missing():
    missing = replace(ADVICE[4], missing=True, why_missing="Expected on 9 November.", author="")
    text = words(plan_paper(good_plan(advice=(*ADVICE[:4], missing)), authority="Northcombe"))
    assert "Missing: Expected on 9 November." in text


def test_a_picture_nobody_agreed_to_show_is_not_on_the_paper():
    from plait.law.plan.statements import Media

    plan = good_plan()
    drawing = Media(kind="drawing", document="1", described="A red train")
    for agreed, there in ((True, True), (False, False), (None, False)):
        view = replace(plan.views[0], media=(drawing,), agreed_to_show=agreed)
        text = words(plan_paper(replace(plan, views=(view,)), authority="Northcombe"))
        assert ("A red train" in text) is there


def test_the_word_file_of_a_plan_can_be_checked_again():
    plan = final_plan()
    made = embed(paper_word(plan_paper(plan, authority="Northcombe")), plan)
    found = read_word(made)
    assert found.plan == plan
    assert found.changed == ()


@pytest.mark.slow
@pytest.mark.parametrize("large", [False, True])
def test_the_pdf_is_tagged_for_a_screen_reader(large):
    import pikepdf

    if why := why_no_pdf():
        pytest.skip(why)
    raw = paper_pdf(plan_paper(final_plan(), authority="Northcombe"), large=large)
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "en-gb"
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
        kinds = list(tags(pdf.Root.StructTreeRoot))
    assert [kind for kind in kinds if kind in ("/H1", "/H2")][:3] == ["/H1", "/H2", "/H2"]
    assert kinds.count("/H2") == 13  # twelve sections and the week


def tags(node):
    import pikepdf

    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from tags(node.K)


def test_the_half_page_holds_what_people_wrote_and_who_approved_it():
    paper = help_paper(
        "Oskar", {"likes": "Trains.", "helps": ""}, approved=[("Rosa", date(2026, 9, 1))]
    )
    assert headings(paper) == ["What I like"]
    assert paper.footer == "Approved by Rosa (1 September 2026)"


def test_easy_read_is_one_sentence_a_line_and_nothing_else():
    paper = easy_paper("Oskar", {"about": "I like trains. I am good at maps.\nI am kind!"})
    assert words(paper).splitlines() == [
        "About me",
        "I like trains.",
        "I am good at maps.",
        "I am kind!",
    ]
    assert len(EASY_QUESTIONS) == 7


def test_a_sentence_that_is_not_easy_is_named():
    long = "I will get help from a therapist who comes on Mondays and also on some of the Fridays."
    assert too_long(f"I like trains. {long}") == [long]
