"""Who this child is, in a line: age, year group, setting, need, and where the case stands."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from plait.access.models import Tie
from plait.cases.queries import Case, Record
from plait.people.models import Child, Role
from plait.standards.codes import meaning
from plait.ui.words import apart, long_day

RECEPTION, LAST_YEAR_GROUP = 4, 13
SEPTEMBER = 9


@dataclass(frozen=True)
class Lead:
    """Who leads on this child for the authority, or nobody."""

    name: str
    post: str
    email: str
    since: date


def age_of(child: Child, today: date) -> int:
    """Whole years; a child born on 29 February is a year older on 1 March of a common year."""
    born = child.birth_date
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def year_group(child: Child, today: date) -> str:
    """The school year a child of this age is usually in; children may be taught out of it."""
    first_day = date(today.year - (today.month < SEPTEMBER), SEPTEMBER, 1)
    number = age_of(child, date.fromordinal(first_day.toordinal() - 1)) - RECEPTION
    if number < 0 or number > LAST_YEAR_GROUP:
        return ""
    return _("Year %(number)s") % {"number": number} if number else _("Reception")


def is_at_home(record: Record) -> bool:
    """Whether the register of home education or the one list says so, as the reader may read."""
    listed = (row["reason"] for row in record.also.get("listed", ()))
    return bool(record.also.get("at_home")) or "home_educated" in listed


def setting_of(record: Record, today: date) -> str:
    """Where the child is: at home, else the placement now, else the setting of the roll."""
    if is_at_home(record):  # a placement that no file has ended may still name the old school
        return _("educated at home")
    placements = record.newest.placements if record.newest else []
    for placement in reversed(placements):
        if placement.left_on is None or placement.left_on >= today:
            if placement.organisation:
                return placement.organisation.name
            if placement.setting_kind:
                return meaning("sen_setting", placement.setting_kind) or ""
    return next((t.organisation.name for t in record.standing.ties if t.organisation), "")


def primary_need(record: Record) -> str:
    needs = record.newest.needs if record.newest else []
    return (meaning("sen_type", needs[0].kind) or needs[0].kind) if needs else ""


def where_the_case_is(case: Case | None) -> str:
    """Say in one sentence how far the case has come."""
    if case is None:
        return _("No request for an EHC needs assessment is on record.")
    plan, request = case.plan, case.request
    if plan:
        if plan.ceased_on:
            return _("EHC plan from %(first)s to %(last)s.") % {
                "first": long_day(plan.started_on),
                "last": long_day(plan.ceased_on),
            }
        return _("EHC plan since %(day)s.") % {"day": long_day(plan.started_on)}
    if request.outcome in ("A", ""):
        return _("Assessment asked for on %(day)s; no decision yet.") % {
            "day": long_day(request.received_on)
        }
    if request.outcome == "N":
        return _("The authority decided on %(day)s not to assess.") % {
            "day": long_day(request.outcome_on)
        }
    if request.outcome == "W":
        return _("The request ended on %(day)s.") % {"day": long_day(request.outcome_on)}
    return _after_assessment(case)


def _after_assessment(case: Case) -> str:
    assessment = case.assessment
    if assessment and assessment.outcome == "N":
        return _("Assessed; on %(day)s the authority decided on no plan.") % {
            "day": long_day(assessment.outcome_on)
        }
    if assessment and assessment.outcome == "W":
        return _("The assessment ended on %(day)s.") % {"day": long_day(assessment.outcome_on)}
    return _("EHC needs assessment since %(day)s.") % {"day": long_day(case.request.outcome_on)}


def lede(record: Record, today: date) -> str:
    """Age, year, setting, need and case, in one line that leaves out what is not known."""
    child = record.child
    if child.died_on:
        died = _("Died on %(day)s.") % {"day": long_day(child.died_on)}
        return f"{died} {where_the_case_is(record.newest)}"
    place = ", ".join(
        part
        for part in (
            _("Age %(age)s") % {"age": age_of(child, today)},
            year_group(child, today),
            apart(setting_of(record, today)),
        )
        if part
    )
    sentences = (place, apart(primary_need(record)))
    said = " ".join(f"{sentence}." for sentence in sentences if sentence)
    return f"{said} {where_the_case_is(record.newest)}"


def lead_of(ties: list[Tie]) -> Lead | None:
    """The allocated caseworker is the lead professional until another is named."""
    for tie in ties:
        if tie.user and tie.role == Role.CASEWORKER and not tie.emergency:
            title = (tie.post and tie.post.title) or tie.get_role_display()
            return Lead(tie.user.name, title, tie.user.email, tie.since)
    return None
