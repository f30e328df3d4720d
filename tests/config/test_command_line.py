"""The command `plait` itself: finds, teaches, refuses; and carries no more than it must."""

import subprocess
import sys

import pytest

from plait.__main__ import _commands, _module, main


def test_every_command_says_what_it_is_for():
    for name in _commands():
        command = _module(name)
        assert name.replace("_", " ") == command.NAME
        assert command.HELP.endswith(".")
        assert getattr(command, "ROLE", "app") in ("app", "owner", "worker", "maintenance")


def test_help_lists_every_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for name in [*_commands(), "law", "id", "sen2", "attendance"]:
        assert name.split("_")[0] in said


def test_a_mistyped_command_is_answered_with_the_one_meant(capsys):
    assert main(["restoer"]) == 2
    said = capsys.readouterr()
    assert said.err.startswith("There is no command 'restoer'. Did you mean restore")
    assert said.out == ""


def test_half_a_command_is_answered_with_its_other_half(capsys):
    assert main(["user", "--help"]) == 2
    assert "Did you mean user add?" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["law", "due", "sr-r5-1-decide-assess"], ["law"], ["load"], ["sen2", "check"]]
)
def test_words_that_are_missing_are_named_in_one_sentence(words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("plait ")
    assert "--help` says more." in said.err


def test_a_refusal_is_one_sentence_and_exit_2(capsys, monkeypatch):
    monkeypatch.setenv("PLAIT_DATABASE_URL", "postgresql:///mine")
    assert main(["reset", "--yes"]) == 2
    assert "leaves that alone" in capsys.readouterr().err


def test_a_pure_command_imports_neither_django_nor_the_driver():
    asked = (
        "import sys; from plait.__main__ import main; main(['law', 'duties']); "
        "print([one for one in ('django', 'psycopg') if one in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
