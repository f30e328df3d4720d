"""The made-up area looks like England: shares near the published ones, at two sizes."""

from collections import Counter
from datetime import date

import pytest

from plait.sample.area import make_area
from plait.sample.days import windows
from plait.sample.message import person

DAY = date.fromisoformat
pytestmark = pytest.mark.slow


class View:
    """The second January, taken apart into the groups the national tables count."""

    def __init__(self, children):
        area = make_area(children, 1, date(2026, 11, 20))
        self.window = windows(area.on)[1]
        self.kinds = {s.urn: s.kind for s in area.register.settings}
        self.kinds |= {s.ukprn: s.kind for s in area.register.settings}
        self.persons = [told for c in area.children if (told := person(c, self.window))]
        self.requests = [each for told in self.persons for each in told["Requests"]]
        self.plans = [r["ActivePlans"] for r in self.requests if "ActivePlans" in r]
        first = self.window.starts.isoformat()
        self.asked = [r for r in self.requests if r.get("ReceivedDate", "") >= first]

    def near(self, found, national, within):
        """Small areas stray further from the country than large ones."""
        return abs(found - national) <= within * (1.5 if len(self.persons) < 3000 else 1)

    def where(self, plan):
        placements = [p for p in plan["PlacementDetail"] if "LeavingDate" not in p]
        if not placements:
            return "none"
        last = placements[0]
        return last.get("SENSetting") or self.kinds[last.get("URN") or last["UKPRN"]]


@pytest.fixture(scope="module", params=[2000, 6000])
def view(request):
    return View(request.param)


def share(values, wanted):
    values = list(values)
    return sum(value in wanted for value in values) / len(values)


def test_needs_are_as_national(view):
    needs = [plan["SENneed"][0]["SENtype"] for plan in view.plans if plan["SENneed"]]
    assert view.near(share(needs, {"ASD"}), 0.315, 0.05)
    assert view.near(share(needs, {"SLCN"}), 0.213, 0.05)
    assert view.near(share(needs, {"SEMH"}), 0.207, 0.05)


def test_places_are_as_national(view):
    where = Counter(view.where(plan) for plan in view.plans)
    many = len(view.plans)
    mainstream = (where["primary"] + where["secondary"]) / many
    special = (where["special"] + where["independent special"]) / many
    assert view.near(mainstream, 0.436, 0.06)
    assert view.near(special, 0.304, 0.05)
    assert view.near(where["college"] / many, 0.138, 0.04)
    assert where["none"] / many < 0.01


def test_ages_are_as_national(view):
    on = date(view.window.ends.year, 8, 31)  # the national table counts ages at this day
    ages = [
        (on - DAY(told["PersonBirthDate"])).days / 365.25
        for told in view.persons
        if any("ActivePlans" in request for request in told["Requests"])
    ]
    assert view.near(sum(age < 5 for age in ages) / len(ages), 0.043, 0.03)
    assert view.near(sum(5 <= age < 11 for age in ages) / len(ages), 0.333, 0.05)
    assert view.near(sum(11 <= age < 16 for age in ages) / len(ages), 0.365, 0.05)
    assert view.near(sum(age >= 16 for age in ages) / len(ages), 0.258, 0.05)


def test_requests_are_answered_as_national(view):
    outcomes = [request["RequestOutcome"] for request in view.asked]
    assert view.near(share(outcomes, {"Y"}), 0.654, 0.07)
    assert view.near(share(outcomes, {"N"}), 0.252, 0.06)
    decided = [
        (DAY(r["RequestOutcomeDate"]) - DAY(r["ReceivedDate"])).days
        for r in view.asked
        if "RequestOutcomeDate" in r
    ]
    assert view.near(sum(days <= 42 for days in decided) / len(decided), 0.848, 0.06)


def test_plans_are_as_late_as_nationally(view):
    taken = [
        (DAY(r["Assessment"]["AssessmentOutcomeDate"]) - DAY(r["ReceivedDate"])).days
        for r in view.requests
        if r.get("Assessment", {}).get("Week20") == "0"
    ]
    assert view.near(sum(days <= 140 for days in taken) / len(taken), 0.464, 0.08)
    assert view.near(sum(days > 365 for days in taken) / len(taken), 0.073, 0.045)


def test_reviews_are_held_and_end_as_national(view):
    first = view.window.starts.isoformat()
    held = [plan for plan in view.plans if plan.get("ReviewMeeting", "") >= first]
    assert view.near(len(held) / len(view.plans), 0.607, 0.1)
    outcomes = [p.get("ReviewOutcome", "") for p in view.plans if "ReviewMeeting" in p]
    assert view.near(share(outcomes, {"A"}), 0.484, 0.07)
    assert view.near(share(outcomes, {"M"}), 0.298, 0.07)


def test_plans_cease_as_national(view):
    ceased = [
        request["Assessment"]["NamedPlan"]["CeaseReason"]
        for request in view.requests
        if "CeaseReason" in request.get("Assessment", {}).get("NamedPlan", {})
    ]
    assert view.near(len(ceased) / len(view.plans), 0.07, 0.03)
    assert view.near(share(ceased, {"6"}), 0.359, 0.13)
    assert view.near(share(ceased, {"5"}), 0.311, 0.13)


def test_seven_in_ten_are_boys(view):
    assert view.near(share((told["Sex"] for told in view.persons), {"M"}), 0.706, 0.04)
