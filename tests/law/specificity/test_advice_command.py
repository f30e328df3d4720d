import io
import json
import os
import subprocess
import sys
import time

import pytest

from plait.__main__ import main
from plait.law.specificity.measure import PARTS


def test_json_is_one_object_with_one_entry_a_sentence_in_order(tmp_path, capsys):
    path = tmp_path / "advice.txt"
    path.write_text("He finds maths hard.\nHe will have regular support.\n", encoding="utf-8")
    assert main(["advice", "check", str(path), "--json"]) == 1
    hard, support = json.loads(capsys.readouterr().out)["sentences"]
    assert (hard["sentence"], hard["vague"], hard["missing"]) == ("He finds maths hard.", [], [])
    assert [phrase["phrase"] for phrase in support["vague"]] == ["regular", "support"]
    assert all(phrase["why"] for phrase in support["vague"])
    assert support["missing"] == ["what", "who", "frequency", "duration"]


def test_a_text_without_fault_is_exit_0(tmp_path, capsys):
    path = tmp_path / "advice.txt"
    path.write_text("A chair with arms and a foot box.\n", encoding="utf-8")
    assert main(["advice", "check", str(path)]) == 0
    assert capsys.readouterr().out.startswith("specific: A chair")


def test_a_text_is_read_from_the_pipe(monkeypatch, capsys):
    piped = io.TextIOWrapper(io.BytesIO("He will have regular support.".encode("utf-8-sig")))
    monkeypatch.setattr("sys.stdin", piped)
    assert main(["advice", "check", "-"]) == 1
    assert "vague: 'regular'" in capsys.readouterr().out


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00a"])
def test_what_cannot_be_read_is_one_sentence_and_exit_2(tmp_path, capsys, content):
    path = tmp_path / "advice.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["advice", "check", str(path), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "cannot be read" in said.err
    assert said.err.count("\n") == 1


def test_the_figures_are_printed_for_every_part(capsys):
    assert main(["advice", "measure", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == list(PARTS)
    assert told["aside"]["flagging_f1"] >= 0.85
    assert main(["advice", "measure"]) == 0
    assert "aside: " in capsys.readouterr().out


def test_the_command_starts_without_django_or_a_database():
    code = (
        "import sys; from plait.__main__ import main; main(['advice', 'measure']); "
        "sys.exit(any(name.split('.')[0] in ('django', 'psycopg') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_one_sentence_of_many_thousand_words_is_read_in_seconds(tmp_path, capsys):
    page = tmp_path / "long.txt"
    page.write_text("regular support " * 20_000, encoding="utf-8")
    begun = time.monotonic()
    assert main(["advice", "check", str(page), "--json"]) == 1
    assert time.monotonic() - begun < 5
    assert len(json.loads(capsys.readouterr().out)["sentences"]) == 1


def test_a_terminal_that_knows_few_letters_still_gets_an_answer(tmp_path):
    page = tmp_path / "bullets.txt"
    page.write_text("• A tutor will see him – weekly.", encoding="utf-8")
    asked = [sys.executable, "-m", "plait", "advice", "check", str(page), "--json"]
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    told = subprocess.run(asked, capture_output=True, check=False, env=env)
    assert told.returncode in (0, 1)
    assert "•" in json.loads(told.stdout)["sentences"][0]["sentence"]
