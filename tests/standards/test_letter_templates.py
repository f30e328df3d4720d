"""Templates an area edits: what is refused, where and how it is mended, and what a letter says."""

import re
from datetime import date

import pytest

from plait.law.letters import items, letters, missing_from, required
from plait.standards.letter_facts import FactsMissing, example_facts, fact_names
from plait.standards.letter_fill import Letterhead, facts_needed, fill
from plait.standards.letter_template import (
    FaultyTemplate,
    check_template,
    default_template,
    read_template,
)  # fmt: skip
from plait.standards.letter_wording import default_wording, read_wording
from plait.standards.paper import parts_of, said, walk
from plait.standards.paper_blocks import Heading, Listing, Paragraph, Run

HEAD = Letterhead(("Larkshire",), ("Ms A",), "R/1", date(2026, 2, 10), "Jo Marsh")
PLAIN = "receipt-of-request"  # a kind of letter of which nothing is asked


def written(text, kind=PLAIN, **facts):
    return fill(read_template(text, kind), example_facts() | facts, head=HEAD)


def words(paper):
    return "\n".join(map(said, paper.blocks))


@pytest.mark.parametrize("kind", letters())
def test_each_kind_has_a_template_that_holds_all_the_law_asks_of_it(kind):
    assert check_template(default_template(kind), kind) == []
    paper = written(default_template(kind), kind)
    assert missing_from(kind, parts_of(paper)) == []
    assert not set("{}[]*") & set(words(paper) + paper.title)


@pytest.mark.parametrize(
    ("kind", "item"), [(kind, item.id) for kind in letters() for item in required(kind)]
)
def test_a_template_without_one_block_cannot_be_saved(kind, item):
    text = default_template(kind).replace(f"[[{item}]]\n", "")
    [fault] = check_template(text, kind)
    assert f"[[{item}]]" in fault.mend
    with pytest.raises(FaultyTemplate):
        read_template(text, kind)


@pytest.mark.parametrize(
    ("text", "line", "says", "mend"),
    [
        ("Dear parent", 1, "no title", "# Title"),
        ("# A\n\n# B", 3, "second title", "##"),
        ("# A\n\n### B", 3, "skips a level", "Use ## here"),
        ("# A\n\n##", 3, "no words", "after the #"),
        ("# A\n\nDear {child_nam}", 3, "{child_nam}", "{child_name}"),
        ("# A\n\n{child_name.__class__}", 3, "{child_name.__class__}", "{child_name}"),
        ("# A\n\n{received_on:%Y}", 3, "{received_on:%Y}", "{received_on}"),
        ("# A\n\n{child_name!r}", 3, "{child_name!r}", "{child_name}"),
        ("# A\n\n{0}", 3, "{0}", "Choose one"),
        ("# A\n\n{ child_name }", 3, "{ child_name }", "{child_name}"),
        ("# A\n\n- a\n- {x", 3, "brace stands alone", "{child_name}"),
        ("# A {nobody}", 1, "{nobody}", "Choose one"),
        ("# A\n\n**Mind", 3, "not closed", "both sides"),
        ("# A\n\nSee [[mediation]] below", 3, "not alone", "line of its own"),
        ("# A\n\n[[right-to-appeal]]", 3, "[[right-to-appeal]]", "[[right-of-appeal]]"),
        ("# A\n\n[[reasons]]\n\n[[reasons]]", 5, "twice", "Keep one"),
        ("", 1, "no title", "# Title"),
    ],
)
def test_a_fault_has_its_line_its_words_and_its_mend(text, line, says, mend):
    [fault] = check_template(text, PLAIN)
    assert fault.line == line
    assert says in fault.says
    assert mend in fault.mend


def test_paragraphs_headings_and_lists_become_blocks():
    paper = written("# A\n\none\ntwo\n\n## H\n\n- x\n  more\n- {told}\n", told=["y", "z"])
    assert paper.blocks[:3] == (
        Paragraph((Run("one two"),)),
        Heading("H", 2),
        Listing(((Run("x more"),), "y", "z")),
    )


def test_bold_and_addresses_are_the_templates_and_never_a_facts():
    fact = "**x** {child_name} https://evil.example [[mediation]]\n\n# not a title"
    paper = written("# A\n\n**Mind** {officer_name}: https://a.example/b.\n\n{reasons}", PLAIN,
                    officer_name=fact, reasons=fact)  # fmt: skip
    mind, first, second = paper.blocks[:3]
    assert [run.text for run in mind.words if run.bold] == ["Mind"]
    assert [run.href for run in mind.words if run.href] == ["https://a.example/b"]
    assert fact.split("\n")[0] in said(mind)
    assert first == Paragraph(fact.split("\n")[0])
    assert second == Paragraph("# not a title")


def test_a_contact_of_the_area_may_be_an_address_to_follow():
    paper = written("# A\n\nSee {local_offer}.")
    assert [run.href for run in paper.blocks[0].words if run.href] == [
        "https://larkshire.example/local-offer"
    ]


def test_a_letter_is_not_written_without_a_fact_it_needs():
    facts = example_facts() | {"appeal_by": "", "mediation_adviser": "  ", "told": ["", " "]}
    template = read_template(default_template("refuse-plan"), "refuse-plan")
    with pytest.raises(FactsMissing, match="last day for the tribunal") as refusal:
        fill(template, facts, head=HEAD)
    assert refusal.value.names == ("appeal_by", "mediation_adviser", "told")


def test_the_days_of_an_appeal_letter_stand_in_it():
    days = {"appeal_by": date(2026, 4, 13), "mediation_by": date(2026, 4, 10)}
    parts = parts_of(written(default_template("refuse-to-assess"), "refuse-to-assess", **days))
    assert "13 April 2026" in parts["appeal-time-limit"]
    assert "10 April 2026" in parts["mediation-contact"]


def test_only_the_final_plan_says_that_an_appeal_about_the_setting_needs_no_certificate():
    for kind, special in (("final-plan", True), ("refuse-plan", False)):
        parts = parts_of(written(default_template(kind), kind))
        assert ("only about the school" in parts["mediation"]) is special


def test_headings_of_what_the_law_asks_lie_under_the_letters_own():
    paper = written("# A\n\n[[reasons]]\n\n## B\n\n[[complaint]]")
    found = [(one.level, one.words) for one in walk(paper.blocks) if isinstance(one, Heading)]
    assert found == [(2, "Why"), (2, "B"), (3, "If you are not content")]


@pytest.mark.parametrize("item", items())
def test_wording_that_lost_a_fact_the_law_asks_for_is_refused(item):
    text = "".join(
        f"[[{name}]]\n{' '.join(f'{{{fact}}}' for fact in one.needs) or 'Words.'}\n"
        for name, one in items().items()
        if name != item
    )
    read_wording(text + f"[[{item}]]\n" + _needs(item), "en")
    with pytest.raises(FaultyTemplate, match=item):
        read_wording(text, "en")
    with pytest.raises(FaultyTemplate, match=item):
        read_wording(text + f"[[{item}]]\n" + ("Words." if items()[item].needs else ""), "en")


def _needs(item):
    return " ".join(f"{{{fact}}}" for fact in items()[item].needs) or "Words."


def test_wording_for_no_item_or_with_no_such_placeholder_is_refused_at_its_line():
    text = "".join(f"[[{name}]]\n{_needs(name)}\n" for name in items())
    end = text.count("\n")
    for extra, line in (("[[tea]]\nWords.", end + 1), ("[[reasons: final]]\n{reasons}", end + 1)):
        with pytest.raises(FaultyTemplate, match=f"Line {line}:"):
            read_wording(text + extra, "en")
    with pytest.raises(FaultyTemplate, match=rf"Line {end + 3}: .*nobody"):
        read_wording(text + "[[mediation: final-plan]]\n\nDear {nobody}", "en")


def test_every_fact_has_an_example_and_each_default_names_only_facts_there_are():
    assert example_facts().keys() == fact_names().keys()
    for kind in letters():
        assert set(facts_needed(read_template(default_template(kind), kind))) <= fact_names().keys()
    assert default_wording().language == "en"


@pytest.mark.parametrize("kind", [one.id for one in letters().values() if one.reader == "family"])
def test_a_letter_to_a_young_person_speaks_to_them(kind):
    paper = written(default_template(kind), kind, child="you", recipient_name="Tobi Adeyemi")
    text = f"{paper.title}\n{words(paper)}"
    assert " you" in paper.title
    assert text.count("Adeyemi") == text.count("Dear Tobi Adeyemi") == 1
    assert not re.search(r"\byou('s| has| is| was| needs)\b|(^|[.] )you\b|your child", text, re.M)
