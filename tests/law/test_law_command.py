import argparse
import json

import pytest

from plait.law.command import add_parsers
from plait.law.duties import DUTIES
from plait.law.handbook import pages


@pytest.fixture
def plait(capsys):
    def run(*words):
        parser = argparse.ArgumentParser(prog="plait")
        add_parsers(parser.add_subparsers(required=True))
        args = parser.parse_args(["law", *words])
        code = args.run(args)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_json_is_one_object_with_the_six_names_and_nothing_else(plait):
    code, out, err = plait("due", "sr-r5-1-decide-assess", "--from", "2026-01-10", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "duty": "sr-r5-1-decide-assess",
        "from": "2026-01-10",
        "due": "2026-02-21",
        "last_working_day": "2026-02-20",
        "provision": "SEND Regulations 2014, reg 5(1)",
        "because": "6 weeks, 42 days, counted from 10 January 2026; that day is not counted.",
    }


def test_facts_and_words_are_given_alike(plait):
    due = ["due", "tr-20-appeal-time", "--from", "2026-10-01", "--json"]
    _, out, _ = plait(*due, "--fact", "certificate=2026-11-29", "--fact", "told_la=2026-10-02")
    assert json.loads(out)["due"] == "2027-01-04"
    due = ["due", "sr-r45-5-placement", "--from", "2026-12-08", "--json"]
    _, out, _ = plait(*due, "--fact", "content=amended")
    assert json.loads(out)["due"] == "2027-01-12"


def test_without_json_a_person_can_read_it(plait):
    code, out, _ = plait("due", "yp-switch", "--from", "2010-08-20")
    assert code == 0
    assert "Saturday 2026-06-27" in out
    assert "Friday 2026-06-26" in out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sr-r5-1-decide", "--from", "2026-01-05"], "Near it: sr-r5-1-decide-assess"),
        (["sr-r12-form", "--from", "2026-01-05"], "Near it, with a date: sr-"),
        (["sr-r15-5-new-la-review", "--from", "2026-09-01"], "needs the fact 'last_review'"),
        (["sr-r20-report", "--from", "2026-02-30"], "--from must be a day written YYYY-MM-DD"),
        (["sr-r20-report", "--from", "20260105"], "'20260105' is not one"),
        (["sr-r20-report", "--from", "9999-12-31"], "outside the years"),
        (["yp-switch", "--from", "2059-12-31"], "Bank holidays are known from"),
        (["gdpr-33-breach", "--from", "2026-01-05"], "has no date"),
        (["tr-20-appeal-time", "--from", "2026-01-05", "--fact", "certificate"], "NAME=DATE"),
        (
            ["tr-20-appeal-time", "--from", "2026-01-05", "--fact", "certificat=2026-02-01"],
            "There is no fact 'certificat'. Near it: certificate",
        ),
        (
            ["tr-20-appeal-time", "--from", "2026-01-05", "--fact", "certificate=soon"],
            "--fact certificate must be a day",
        ),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_what_cannot_be_answered_is_one_sentence_and_exit_2(plait, words, sentence, as_json):
    code, out, err = plait("due", *words, *as_json)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_every_duty_is_listed_as_text_and_as_one_object(plait):
    _, out, _ = plait("duties")
    assert len(out.splitlines()) == len(DUTIES)
    _, out, _ = plait("duties", "--json")
    listed = {row["id"]: row for row in json.loads(out)["duties"]}
    assert set(listed) == set(DUTIES)
    assert listed["sr-r5-1-decide-assess"]["computes"]
    assert listed["reform-isp-duty"]["in_force_from"] is None


def test_the_handbook_is_printed_where_it_is_asked_for(plait, tmp_path):
    code, out, _ = plait("handbook", "--out", str(tmp_path))
    assert (code, out) == (0, f"{len(pages())} pages in {tmp_path}\n")
    assert (tmp_path / "README.md").exists()


def test_a_handbook_that_cannot_be_written_says_so(plait, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, err = plait("handbook", "--out", str(tmp_path / "file"))
    assert code == 2
    assert err.startswith("The handbook cannot be written")
