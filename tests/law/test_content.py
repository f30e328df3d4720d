from plait.law.content import SECTIONS, Level, checks, checks_of
from plait.law.duties import SURE


def test_every_section_of_a_plan_has_a_check():
    assert all(checks_of(section) for section in SECTIONS)


def test_no_two_checks_share_a_code_and_each_says_how_sure_it_is():
    codes = [check.code for check in checks()]
    assert len(codes) == len(set(codes))
    assert all(check.confidence in SURE and check.source for check in checks())


def test_preparing_for_adulthood_is_asked_of_education_health_and_care():
    for section in ("F", "G", "H1", "H2"):
        assert "FGH1" in {check.code for check in checks_of(section)}


def test_a_provision_that_is_not_specific_is_an_error_and_a_vague_word_a_warning():
    level = {check.code: check.level for check in checks_of("F")}
    assert level["F1"] is Level.ERROR
    assert level["G7"] is Level.WARNING
