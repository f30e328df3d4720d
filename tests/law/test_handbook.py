from pathlib import Path

from plait.law.duties import DUTIES
from plait.law.handbook import pages, slug, write
from plait.law.worked import examples

PRINTED = Path(__file__).parents[2] / "docs" / "handbook"


def test_the_printed_handbook_is_what_the_tables_say_today():
    on_paper = {path.name: path.read_text(encoding="utf-8") for path in PRINTED.glob("*.md")}
    assert on_paper == pages(), "stale: run plait law handbook"


def test_every_duty_and_every_worked_date_is_in_it():
    whole = "\n".join(pages().values())
    for duty_id in DUTIES:
        assert f"`{duty_id}` (" in whole
    for example in examples():
        assert f"| {example.why} |" in whole


def test_every_rule_of_counting_that_a_duty_uses_is_explained():
    explained = pages()["counting.md"]
    assert all(
        f"{duty.counting} |" in explained or duty.counting in ("none", "fixed")
        for duty in DUTIES.values()
    )


def test_a_duty_never_seen_in_a_source_says_so():
    page = pages()["care-act-2014.md"]
    assert "Not yet seen in a source; to be verified." in page


def test_writing_makes_the_folder_and_every_page(tmp_path):
    written = write(tmp_path / "new" / "handbook")
    assert {path.name for path in written} == set(pages())


def test_two_laws_never_share_a_page():
    names = {duty.cited_as or duty.instrument for duty in DUTIES.values()}
    assert len({slug(name) for name in names}) == len(names)


def test_no_cell_of_a_table_breaks_its_row():
    assert not any("|" in example.why or "|" in example.given for example in examples())
