"""The clocks of a request and its assessment, from facts alone."""

from datetime import date

from plait.cases.clocks import CaseFacts, WantedClock, follow

RECEIVED = date(2025, 1, 13)


def clock(duty: str, **facts: object) -> WantedClock:
    """Give the one clock of a duty that a request received on 13 January 2025 has."""
    (found,) = (c for c in follow(CaseFacts(received_on=RECEIVED, **facts)) if c.duty == duty)
    return found


def duties(**facts: object) -> set[str]:
    """Give the duties that have a clock."""
    return {c.duty for c in follow(CaseFacts(**facts))}


def test_an_open_request_runs_six_sixteen_and_twenty_weeks():
    due = {c.duty: c.due_on for c in follow(CaseFacts(received_on=RECEIVED))}
    assert due == {
        "sr-r5-1-decide-assess": date(2025, 2, 24),
        "sr-r10-1-no-plan": date(2025, 5, 5),
        "sr-r13-2-final-plan": date(2025, 6, 2),
    }


def test_a_refusal_is_a_decision_made_and_ends_what_would_have_followed():
    facts = {"outcome": "N", "outcome_on": date(2025, 2, 20)}
    assert clock("sr-r5-1-decide-assess", **facts).done_on == date(2025, 2, 20)
    for duty in ("sr-r10-1-no-plan", "sr-r13-2-final-plan"):
        assert clock(duty, **facts).ended_why == "The authority decided not to assess."
        assert clock(duty, **facts).done_on is None


def test_a_refusal_opens_the_familys_time_to_appeal():
    window = clock("tr-20-appeal-time", outcome="N", outcome_on=date(2025, 2, 20))
    assert (window.started_on, window.due_on) == (date(2025, 2, 20), date(2025, 4, 22))


def test_a_decision_without_its_day_is_not_called_made():
    assert clock("sr-r5-1-decide-assess", outcome="Y").done_on is None


def test_a_plan_agreed_meets_twenty_weeks_and_ends_sixteen():
    facts = {"outcome": "Y", "outcome_on": date(2025, 2, 20), "assessment_outcome": "Y",
             "assessment_on": date(2025, 5, 29)}  # fmt: skip
    assert clock("sr-r13-2-final-plan", **facts).done_on == date(2025, 5, 29)
    assert clock("sr-r10-1-no-plan", **facts).ended_why == "A plan was agreed."


def test_no_plan_meets_sixteen_weeks_and_ends_twenty():
    facts = {"outcome": "Y", "outcome_on": date(2025, 2, 20), "assessment_outcome": "N",
             "assessment_on": date(2025, 4, 29)}  # fmt: skip
    assert clock("sr-r10-1-no-plan", **facts).done_on == date(2025, 4, 29)
    assert clock("sr-r13-2-final-plan", **facts).ended_on == date(2025, 4, 29)


def test_a_reported_exception_excuses_twenty_weeks_and_moves_no_day():
    clean, excused = clock("sr-r13-2-final-plan"), clock("sr-r13-2-final-plan", week20=True)
    assert (clean.due_on, clean.excuse) == (excused.due_on, "")
    assert excused.excuse == "reported"
    assert "without saying which" in excused.excuse_why


def test_a_request_decided_before_our_time_has_no_decision_to_be_late_with():
    assert duties(received_on=RECEIVED, outcome="H") == set()


def test_a_request_of_before_the_act_has_no_clock_of_the_act():
    assert duties(received_on=date(2014, 8, 1)) == set()


def test_a_withdrawn_request_ends_every_clock():
    told = follow(CaseFacts(received_on=RECEIVED, outcome="W", outcome_on=date(2025, 1, 20)))
    assert {c.ended_on for c in told} == {date(2025, 1, 20)}
    assert {c.done_on for c in told} == {None}
