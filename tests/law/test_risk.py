from datetime import date, timedelta

from plait.law.risk import RULES, risk
from plait.law.standing import Standing

TODAY = date(2026, 11, 22)


def a_duty(standing, days=0, **given):
    return risk(standing, due_on=TODAY + timedelta(days=days), today=TODAY, **given)


def test_a_today_list_puts_the_gravest_first():
    gravest_first = [
        a_duty(Standing.LATE, -1, out_of_education=True),
        a_duty(Standing.LATE, -90, tribunal=True),
        a_duty(Standing.LATE, -12),
        a_duty(Standing.LATE, -3),
        a_duty(Standing.DUE_SOON, 2),
        a_duty(Standing.LATE, -200, kind="guidance", out_of_education=True),
        a_duty(Standing.NOT_KNOWN, -20, known_to=TODAY - timedelta(days=30)),
        a_duty(Standing.RUNNING, 40),
        a_duty(Standing.EXCUSED, -5),
        a_duty(Standing.MET, -1, done_on=TODAY - timedelta(days=2)),
        a_duty(Standing.LATE, -400, kind="proposed"),
    ]
    assert sorted(gravest_first) == gravest_first


def test_the_reason_is_a_sentence_with_its_days():
    assert a_duty(Standing.LATE, -12).reason == "A legal day has passed: 12 days late."


def test_a_proposal_never_comes_before_the_law_however_late():
    proposal = a_duty(Standing.LATE, -999, kind="proposed", tribunal=True, out_of_education=True)
    assert proposal > a_duty(Standing.MET, 0, done_on=TODAY)
    assert "not law" in proposal.reason


def test_guidance_that_is_near_waits_behind_law_that_is_near():
    assert a_duty(Standing.DUE_SOON, 1, kind="guidance") > a_duty(Standing.DUE_SOON, 14)


def test_every_rule_can_be_read():
    assert all(said[0].isupper() for said in RULES.values())
