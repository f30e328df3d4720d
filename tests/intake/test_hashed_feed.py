"""A partner that may not send names sends hashes: linked, asked about, or kept apart."""

import pytest

from intake import sending
from intake.conftest import AT
from intake.hashing import OTHER, TWIN, under
from intake.sending import row, rows
from plait.intake.hash_keys import end_hash_key, hash_keys, key_of, make_hash_key
from plait.intake.models import LineFault, WaitingRow
from plait.people.models import Child, Incoming
from plait.support.models import CareInvolvement

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(load):
    """Ada Example on the roll of Larkfield."""
    load(sending.SCHOOLS, "schools.csv")
    load(rows(row(sending.ROLL)), "roll.csv")
    return Child.objects.get()


@pytest.fixture
def key(officer, inside):
    """The key of social care."""
    return make_hash_key(kind="care", sender="care", by=officer, at=AT)


def test_whom_the_hashes_name_is_linked_with_the_fact_the_evidence_and_the_model(
    held, key, load, tmp_path
):
    done = load(under(key, tmp_path, {}), "care.csv")
    assert (done.kind, done.summary["done"]) == ("care", {"new": 1})
    told = CareInvolvement.objects.get()
    line = told.came_as
    assert (told.child, told.kind, told.team) == (held, "cin", "East")
    assert (line.state, line.their_key, line.model) == (
        "linked",
        "own::77",
        "2026-11, by keyed hash",
    )
    assert line.why.startswith("The hash of forename, surname, date of birth and postcode agrees.")
    assert line.evidence[0]["levels"]["surname"] == "same"
    assert (line.forename, line.surname, line.birth_date, line.postcode) == ("", "", None, "")


def test_whom_no_hash_names_makes_no_record_and_waits_until_somebody_is_held(
    held, key, load, tmp_path
):
    file = under(key, tmp_path, OTHER)
    assert load(file, "care.csv").summary["done"] == {"apart": 1}
    assert list(Child.objects.all()) == [held]
    load(rows(row(sending.ROLL, OTHER)), "roll2.csv")
    done = load(file + b"\n", "care2.csv").summary["done"]
    assert done == {"new": 1, "unchanged": 1}  # the row that waited, then the same again
    assert CareInvolvement.objects.get().child.forename == "Zoe"
    assert not WaitingRow.objects.filter(taken_at=None).exists()


def test_a_hash_that_agrees_with_two_twins_goes_to_a_person(held, key, load, tmp_path):
    load(rows(row(sending.ROLL, TWIN)), "twin.csv")
    assert Child.objects.count() == 2
    load(under(key, tmp_path, {"Forename": ""}), "care.csv")
    line = Incoming.objects.get(their_key="own::77")
    assert (line.state, line.rule, len(line.evidence)) == ("review", "unclear", 2)
    assert not CareInvolvement.objects.exists()


def test_a_twin_is_never_linked_for_the_other_twins_hashes(held, key, load, tmp_path):
    assert load(under(key, tmp_path, TWIN), "care.csv").summary["done"] == {"apart": 1}


def test_a_file_under_another_senders_key_is_refused_whole(held, key, officer, inside, tmp_path):
    from plait.intake import delivering

    strange = make_hash_key(kind="care", sender="Riverside", by=officer, at=AT)
    for stranger, says in ((strange, "not made under the key of care"),):
        file = under(stranger, tmp_path, {})
        one, _ = delivering.receive(by=officer, name="care.csv", chunks=[file], at=AT)
        one = delivering.read(one.pk, by=officer, at=AT)
        assert one.state == "refused"
        assert says in one.refusal


def test_a_row_of_another_key_among_ones_own_is_kept_out(held, key, load, tmp_path):
    mine = under(key, tmp_path, {}).splitlines()
    theirs = under("another key of somebody else", tmp_path, OTHER, {}).splitlines()[2]
    done = load(b"\n".join([*mine, theirs]), "care.csv").summary["done"]
    assert done == {"new": 1, "refused": 1}
    assert "another key" in LineFault.objects.get().message


def test_a_name_in_the_place_of_a_hash_is_kept_out_and_repeated_nowhere(held, key, load, tmp_path):
    file = under(key, tmp_path, {}, {})
    head, first, second = file.decode().splitlines()
    place = head.split(",").index("hash_surname")
    cells = second.split(",")
    cells[place] = "Example"
    done = load("\n".join([head, first, ",".join(cells)]).encode(), "care.csv")
    assert done.summary["done"] == {"new": 1, "refused": 1}
    fault = LineFault.objects.get()
    assert (fault.field, fault.value, "Example" in fault.message) == ("hash_surname", "", False)


def test_names_beside_hashes_are_refused_before_a_row_is_read(held, key, officer, tmp_path):
    from plait.intake import delivering

    lines = under(key, tmp_path, {}).decode().splitlines()
    file = f"{lines[0]},Surname\n{lines[1]},Example\n".encode()
    one, _ = delivering.receive(by=officer, name="care.csv", chunks=[file], at=AT)
    assert "holds Surname beside hashes" in delivering.read(one.pk, by=officer, at=AT).refusal


def test_another_key_takes_the_place_of_the_old_one_and_an_ended_one_opens_nothing(
    held, key, officer, load, tmp_path
):
    from plait.intake import delivering

    new = make_hash_key(kind="care", sender=" CARE ", by=officer, at=AT)
    assert new != key
    assert len(hash_keys(officer)) == 1
    old = under(key, tmp_path, {})
    one, _ = delivering.receive(by=officer, name="care.csv", chunks=[old], at=AT)
    assert "not made under the key" in delivering.read(one.pk, by=officer, at=AT).refusal
    assert load(under(new, tmp_path, {}), "new.csv").summary["done"] == {"new": 1}
    end_hash_key(kind="care", mark=hash_keys(officer)[0].mark, by=officer, at=AT)
    assert key_of(officer.area, "care", "care") == b""


def test_the_same_number_by_name_later_is_the_same_person_and_no_decision_is_overridden(
    held, key, load, tmp_path
):
    load(under(key, tmp_path, {}), "care.csv")
    Incoming.objects.filter(their_key="own::77").update(rule="person", state="linked")
    named = row(sending.CARE, OTHER, their_number="77", since="2026-05-01")
    load(rows(named), "named.csv")
    assert set(CareInvolvement.objects.values_list("child", flat=True)) == {held.pk}


def test_a_link_undone_takes_its_fact_with_it_and_no_later_file_makes_it_again(
    held, key, load, officer, tmp_path
):
    from plait.intake.rows_again import rows_again
    from plait.intake.undoing import undo_link

    file = under(key, tmp_path, {})
    load(file, "care.csv")
    line = Incoming.objects.get(their_key="own::77")
    undo_link(incoming=line, why="The partner says it is another", by=officer, at=AT)
    assert not CareInvolvement.objects.exists()
    rows_again(line.pk, by=officer, at=AT)
    assert WaitingRow.objects.get(taken_at=None).incoming == line
    load(file + b"\n", "again.csv")
    line.refresh_from_db()
    assert (line.state, line.child) == ("undone", None)


def test_two_nhs_numbers_are_two_children_under_a_key_too(held, key, load, officer, tmp_path):
    from plait.access.refusals import Refused
    from plait.intake.deciding import decide_incoming
    from plait.people.models import Identifier

    Identifier.objects.create(
        area=held.area, child=held, kind="nhs", value="9434765919", valid=True
    )
    done = load(under(key, tmp_path, {"NHS number": "9434765870"}), "care.csv")
    assert done.summary["done"] == {"apart": 1}
    line = Incoming.objects.get(their_key="own::77")
    with pytest.raises(Refused, match="two different NHS numbers"):
        decide_incoming(incoming=line, child=held, why="Looks alike", by=officer, at=AT)


def test_of_several_numbers_of_a_child_any_one_is_found(held, key, load, tmp_path):
    from plait.people.models import Identifier

    for value in ("9434765919", "9434765870"):
        Identifier.objects.create(area=held.area, child=held, kind="nhs", value=value, valid=True)
    load(under(key, tmp_path, {"NHS number": "9434765870", "Postcode": ""}), "care.csv")
    assert "NHS number" in CareInvolvement.objects.get().came_as.why
