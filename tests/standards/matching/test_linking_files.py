"""Files in, pairs out; and what must hold for any two files."""

import csv
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.__main__ import main
from plait.sample.truth.agencies import two_agencies
from plait.sample.truth.quality import measure
from plait.standards.matching.levels import compare
from plait.standards.matching.person import person
from plait.standards.matching.register import Register
from plait.standards.matching.rules import ruling
from plait.standards.matching.splink_model import scored_pairs
from plait.standards.matching.weights import preset
from plait.standards.matching.whole_files import link, with_usual_names

pytestmark = pytest.mark.slow


def people(rows):
    return [person(str(place), row) for place, row in enumerate(rows, 1)]


def told(found, left, right):
    return {(left[f.left].key, right[f.right].key, f.decision, f.why) for f in found}


@given(st.integers(0, 10_000))
def test_the_order_of_rows_and_of_files_changes_no_link(seed):
    truth = two_agencies(each=25, seed=seed)
    left, right = people(truth.left), people(truth.right)
    first = told(link(left, right)[0], left, right)
    mixed = Random(seed).sample(left, len(left))
    assert told(link(mixed, right)[0], mixed, right) == first
    turned = {(a, b, d, w) for b, a, d, w in told(link(right, left)[0], right, left)}
    assert turned == first


@given(st.integers(0, 10_000))
def test_two_records_agree_alike_from_either_side_and_never_with_two_nhs_numbers(seed):
    truth = two_agencies(each=25, seed=seed)
    for one in people(truth.left):
        for other in people(truth.right):
            assert compare(one, other) == compare(other, one)
            if one.nhs and other.nhs and one.nhs != other.nhs:
                assert ruling(compare(one, other)).at_best == "apart"


def test_the_truth_set_is_linked_with_few_faults():
    truth = two_agencies(each=2_000, seed=3)
    found, _ = link(people(truth.left), people(truth.right))
    quality = measure(truth, [(f.left, f.right, f.decision) for f in found])
    assert quality.precision > 0.999
    assert quality.recall > 0.96
    assert quality.twins_wrong == 0


def test_splink_scores_a_pair_as_the_register_does():
    truth = two_agencies(each=600, seed=5)
    left, right = with_usual_names(people(truth.left), people(truth.right))
    by_splink, _ = scored_pairs(left, right, low=0.2, weights=preset())
    register = Register(right)
    ours = {
        (p.left, p.right): p
        for place, one in enumerate(left)
        for p in register.pairs(one, place, asked=len(left))
    }
    assert len(by_splink) > 500
    for pair in by_splink:
        known = ours[pair.left, pair.right]
        assert known.levels == pair.levels
        assert known.bits == pytest.approx(pair.bits, abs=1e-6)


@pytest.mark.slow
def test_a_model_trained_on_large_files_links_them_with_few_faults():
    truth = two_agencies(each=6_000, seed=4)
    found, weights = link(people(truth.left), people(truth.right))
    quality = measure(truth, [(f.left, f.right, f.decision) for f in found])
    assert weights.origin.startswith("trained by EM")
    assert (quality.precision > 0.999, quality.recall > 0.95) == (True, True)


def test_the_command_writes_rows_counted_from_one(tmp_path, capsys):
    (tmp_path / "a.csv").write_text(
        "FORENAME,Surname,DOB,extra\nGrace,Bell,2013-01-09,x\nSam,Ward,2012-02-03,y\n"
    )
    (tmp_path / "b.csv").write_text("dob,surname,forename\n03/02/2012,WARD,Samuel\n")
    out = tmp_path / "out.csv"
    assert main(["link", str(tmp_path / "a.csv"), str(tmp_path / "b.csv"), "--out", str(out)]) == 0
    (row,) = csv.DictReader(out.read_text().splitlines())
    assert (row["a_row"], row["b_row"], row["decision"]) == ("2", "1", "link")
    assert "1 links" in capsys.readouterr().out


def test_a_file_that_can_tell_nobody_apart_is_refused_in_a_sentence(tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text("colour,shape\nred,round\n")
    assert main(["link", str(path), str(path), "--out", str(tmp_path / "out.csv")]) == 2
    assert "It needs two of forename, surname and dob" in capsys.readouterr().err


def test_large_files_without_splink_are_refused_with_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(ValueError, match=r"plait\[linkage\]"):
        scored_pairs(people([{"forename": "A"}]), people([{"forename": "B"}]), low=0.2)
