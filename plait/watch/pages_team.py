"""Who leads for a child, in words for the staff and for the family."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.ui.words import long_day
from plait.watch.models import Lead
from plait.watch.queries_team import Team


@dataclass(frozen=True)
class Leads:
    """Who leads, who stands in, and what is promised, each in words."""

    name: str
    email: str
    post: str
    deputy: str
    deputy_email: str
    promise: str
    in_touch: str
    since: str


def leads(team: Team, posts: dict[int, str]) -> Leads | None:
    """Say who leads for a child; nothing where nobody does."""
    one = team.lead
    if one is None or team.gone:
        return None
    return Leads(
        name=one.person.name,
        email=one.person.email,
        post=posts.get(one.person_id, ""),
        deputy=one.deputy.name if one.deputy else "",
        deputy_email=one.deputy.email if one.deputy else "",
        promise=promise(one.promise_days),
        in_touch=_("Last in touch on %(day)s.") % {"day": long_day(one.last_contact_on)}
        if one.last_contact_on
        else "",
        since=long_day(one.since),
    )


def promise(days: int) -> str:
    """Say within how many working days the lead answers."""
    return ngettext(
        "Answers within %(count)d working day.", "Answers within %(count)d working days.", days
    ) % {"count": days}


def vacancy(team: Team) -> str:
    """Say why nobody leads now."""
    if team.lead is not None and team.gone:
        return f"{team.lead.person.name} was named and holds no post here any more. Name another."
    if team.before:
        return "Nobody leads for this child now. Name a lead professional."
    return "Nobody has been named yet. The family should know one adult to turn to."


def led(one: Lead) -> str:
    """Say who led before, from when to when."""
    return f"{one.person.name}, {long_day(one.since)} to {long_day(one.until)}"
