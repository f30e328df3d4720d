"""Who is one child and who is not: worked examples a matching officer can read."""

import pytest

from plait.sample.truth.world import nhs, upn
from plait.standards.matching.hashing import hashed
from plait.standards.matching.person import person
from plait.standards.matching.refusal import Refused
from plait.standards.matching.register import Register, candidates
from plait.standards.matching.whole_files import link

BASE = {"forename": "Amina", "surname": "Okafor", "dob": "2014-03-07", "sex": "F",
        "postcode": "QA1 1AA"}  # fmt: skip
KEY = b"sixteen bytes or more"


def asked(one, other):
    """What becomes of two records, and why; apart is nothing."""
    found, _ = link([person("1", BASE | one)], [person("1", BASE | other)])
    return (found[0].decision, found[0].why) if found else ("apart", "")


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({}, {}, "Agree: forename, surname, date of birth, sex, postcode."),
        ({"surname": "O'Brien"}, {"surname": "OBRIEN"}, "surname"),
        ({"surname": "Smith-Jones"}, {"surname": "smith jones"}, "surname"),
        ({"surname": "Smith-Jones"}, {"surname": "Jones"}, "surname is a part"),
        ({"forename": "Zoë"}, {"forename": "Zoe"}, "forename"),
        ({"forename": "Mohammed"}, {"forename": "Muhammad"}, "other spelling"),
        ({"surname": "Hussain"}, {"surname": "Hossain"}, "other spelling"),
        ({"forename": "Katie"}, {"forename": "Katherine"}, "short form"),
        ({"forename": "Orla"}, {"forename": "Olra"}, "a slip away"),
        ({"surname": ""}, {"surname": "-"}, "forename, date of birth"),
        ({"dob": "2014-03-07"}, {"dob": "03/07/2014"}, "day and month of birth changed places"),
        ({"forename": "Okafor", "surname": "Amina"}, {}, "forename and surname changed places"),
    ],
)
def test_one_child_written_in_two_ways_is_linked(one, other, said):
    decision, why = asked(one, other)
    assert decision == "link"
    assert said in why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"forename": "Amina"}, {"forename": "Grace"}),
        ({"forename": "Alfie"}, {"forename": "Archie"}),  # twins of one initial
        ({"forename": "Amina"}, {"forename": "Grace", "dob": "2014-03-08"}),  # over midnight
        ({"forename": "Amina"}, {"forename": "Grace", "dob": "2015-05-21"}),  # a sister
        ({"nhs": nhs(1)}, {"nhs": nhs(2)}),
    ],
)
def test_twins_siblings_and_two_nhs_numbers_are_apart(one, other):
    assert asked(one, other)[0] == "apart"


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ({"forename": "Ella"}, {"forename": "Bella"}, "each is a name of its own"),
        ({"nhs": nhs(1)}, {"nhs": nhs(1), "forename": "Grace"}, "twins whose numbers"),
        ({"upn": upn(1)}, {"upn": upn(2)}, "The UPNs differ."),
    ],
)
def test_what_may_be_a_twin_or_another_goes_to_a_person(one, other, said):
    decision, why = asked(one, other)
    assert decision == "review"
    assert said in why


def test_a_number_links_a_child_who_moved_and_changed_surname():
    other = {"nhs": nhs(1), "surname": "Bell", "postcode": "QB2 2BB"}
    assert asked({"nhs": nhs(1)}, other)[0] == "link"


def test_a_number_that_cannot_be_right_is_left_out_with_a_note():
    wrong = nhs(1)[:-1] + str((int(nhs(1)[-1]) + 1) % 10)
    found = person("1", BASE | {"nhs": wrong})
    assert found.nhs == ""
    assert "was left out" in found.notes[0]


def test_two_records_as_near_as_each_other_go_to_a_person():
    found, _ = link([person("1", BASE)], [person("1", BASE), person("2", BASE)])
    assert [one.decision for one in found] == ["review", "review"]
    assert "Another record is about as near." in found[0].why


def test_a_referral_finds_the_child_and_not_the_twin():
    register = Register([person("twin", BASE | {"forename": "Grace"}), person("child", BASE)])
    (found,) = candidates(person("new", BASE), register)
    assert (found.key, found.decision) == ("child", "link")


def test_hashes_know_a_short_form_but_not_a_slip():
    def pair(one, other):
        ends = [[hashed(person("1", BASE | row), key=KEY)] for row in (one, other)]
        return [found.decision for found in link(*ends)[0]]

    assert pair({"forename": "Katie"}, {"forename": "Katherine"}) == ["link"]
    assert pair({"forename": "Rosalind"}, {"forename": "Rosalinf"}) == []


def test_a_hash_holds_no_name_and_a_short_key_is_refused():
    assert "okafor" not in str(hashed(person("1", BASE), key=KEY))
    with pytest.raises(Refused, match="needs 16 or more"):
        hashed(person("1", BASE), key=b"short")
