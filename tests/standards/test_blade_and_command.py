"""The blade export and the commands say the same as the XML."""

import argparse
import io
import json
import re
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from plait.standards.command import add_parsers
from plait.standards.sen2.blade import read_blade
from plait.standards.sen2.blade_write import write_blade
from plait.standards.sen2.message import Unreadable
from plait.standards.sen2.read import read
from plait.standards.sen2.write import canonical, write

EXAMPLE = Path(__file__).with_name("example_2026.xml")


def plait(*words: object) -> int:
    parser = argparse.ArgumentParser(prog="plait")
    assert set(add_parsers(parser.add_subparsers())) == {"id", "sen2"}
    args = parser.parse_args([str(word) for word in words])
    run: int = args.run(args)
    return run


@pytest.mark.parametrize("name", ["blade", "blade.zip"])
def test_a_message_comes_back_whole_from_blade_files(tmp_path, name):
    message = read(EXAMPLE)
    assert (
        write_blade(tmp_path / name, message.header, message.persons, 2026, on=date(2026, 1, 20))
        == 2
    )
    back = read_blade(tmp_path / name)
    out = io.BytesIO()
    write(out, back.header, back.persons, back.year)
    assert canonical(io.BytesIO(out.getvalue())) == canonical(EXAMPLE)


def test_collects_own_dates_and_flags_are_understood(tmp_path):
    message = read(EXAMPLE)
    write_blade(tmp_path, message.header, message.persons, 2026, on=date(2026, 1, 20))
    requests = tmp_path / "Blade-Export_20-01-2026_requests.csv"
    assert "2025-Jan-13 00:00:00" in requests.read_text()
    details = tmp_path / "Blade-Export_20-01-2026_plandetail.csv"
    details.write_text(
        re.sub(r",0,1\r", ",false,true\r", details.read_bytes().decode()), newline=""
    )
    ada = next(iter(read_blade(tmp_path).persons))
    detail = ada["Requests"][0]["Assessment"]["NamedPlan"]["PlanDetail"][0]
    assert (detail["SENunitIndicator"], detail["ResourcedProvisionIndicator"]) == ("0", "1")


def test_blade_files_have_the_faults_of_the_xml_and_no_others(tmp_path, capsys):
    assert plait("sen2", "convert", EXAMPLE, tmp_path / "blade.zip", "--json") == 0
    capsys.readouterr()
    assert plait("sen2", "check", tmp_path / "blade.zip", "--json") == 1
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert [(fault["rule"], fault["person"]) for fault in faults] == [("WIT143", 2)]


def test_a_zip_without_persons_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("readme.csv", "x")
    with pytest.raises(Unreadable, match="no file of persons"):
        read_blade(tmp_path / "x.zip")


def test_a_file_named_zip_that_is_none_is_refused(tmp_path, capsys):
    (tmp_path / "x.zip").write_bytes(b"nothing")
    assert plait("sen2", "check", tmp_path / "x.zip") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_id_check_says_kinds_and_why(capsys):
    assert plait("id", "check", "B801200005001", "A801200005001", "hello", "--json") == 1
    right, wrong, nothing = json.loads(capsys.readouterr().out)["values"]
    assert right == {
        "value": "B801200005001",
        "kinds": ["upn"],
        "valid": True,
        "why": "A permanent UPN: its check letter fits.",
    }
    assert (wrong["kinds"], wrong["valid"]) == (["upn"], False)
    assert "must be B" in wrong["why"]
    assert (nothing["kinds"], nothing["valid"]) == ([], False)


def test_id_check_gives_a_reason_once_though_two_kinds_share_it(capsys):
    plait("id", "check", "Y20149992501A")
    assert capsys.readouterr().out.count("check letter fits") == 1


def test_id_check_is_content_when_all_are_right(capsys):
    assert plait("id", "check", "9276308686") == 0
    assert "can be right" in capsys.readouterr().out


def test_sen2_check_prints_one_object_with_its_faults(tmp_path, capsys):
    late = tmp_path / "late.xml"
    late.write_text(EXAMPLE.read_text().replace("2025-02-20", "2025-01-10"))
    assert plait("sen2", "check", late, "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert (report["year"], report["persons"]) == (2026, 2)
    assert report["counts"] == {"error": 1, "query": 1}
    fault = report["faults"][0]
    assert set(fault) == {"rule", "severity", "person", "field", "value", "line", "message", "mend"}
    assert (fault["rule"], fault["person"], fault["line"]) == ("SEQ02", 1, 34)
    assert (fault["field"], fault["value"]) == ("RequestOutcomeDate", "2025-01-10")


def test_sen2_check_of_another_year_says_so(capsys):
    assert plait("sen2", "check", EXAMPLE, "--year", "2024", "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["year"] == 2024
    assert "The file is for 2026, checked as 2024." in {f["message"] for f in report["faults"]}


def test_a_fault_free_return_ends_with_0(tmp_path, capsys):
    clean = tmp_path / "clean.xml"
    clean.write_text(
        EXAMPLE.read_text()
        .replace("<UPNunknown>UN9<", "<UPN>P207000016049<")
        .replace("</UPNunknown>", "</UPN>")
    )
    assert plait("sen2", "check", clean) == 0
    assert capsys.readouterr().out == "2 persons: 0 errors, 0 queries.\n"


def test_a_file_cut_off_is_one_sentence_on_stderr_and_2(tmp_path, capsys):
    cut = tmp_path / "cut.xml"
    cut.write_bytes(EXAMPLE.read_bytes()[:2500])
    for words in (("check", cut), ("check", cut, "--json"), ("convert", cut, tmp_path / "x.zip")):
        assert plait("sen2", *words) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert "cut off" in err


@pytest.mark.parametrize("middle", ["blade", "blade.zip"])
def test_convert_there_and_back_loses_nothing(tmp_path, middle):
    assert plait("sen2", "convert", EXAMPLE, tmp_path / middle) == 0
    assert plait("sen2", "convert", tmp_path / middle, tmp_path / "back.xml", "--json") == 0
    assert canonical(tmp_path / "back.xml") == canonical(EXAMPLE)


def test_an_out_that_cannot_be_written_is_one_sentence(tmp_path, capsys):
    assert plait("sen2", "convert", EXAMPLE, tmp_path / "no" / "way.xml") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_convert_writes_neither_over_its_source_nor_to_an_unknown_kind(tmp_path, capsys):
    source = tmp_path / "source.xml"
    source.write_bytes(EXAMPLE.read_bytes())
    assert plait("sen2", "convert", source, source) == 2
    assert source.read_bytes() == EXAMPLE.read_bytes()
    assert plait("sen2", "convert", source, tmp_path / "out.txt") == 2
    assert not (tmp_path / "out.txt").exists()
    assert capsys.readouterr().err.count("\n") == 2


def test_the_rules_of_2027_are_said_to_be_those_of_2026(tmp_path, capsys):
    ahead = tmp_path / "ahead.xml"
    ahead.write_text(EXAMPLE.read_text().replace("<Year>2026", "<Year>2027"))
    plait("sen2", "check", ahead)
    assert "Checked by the rules of 2026" in capsys.readouterr().out


def test_the_commands_load_neither_django_nor_lxml_until_they_need_it():
    code = "import sys, plait.standards.command; print({'django', 'lxml'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
