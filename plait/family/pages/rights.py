"""Whose the rights are, and who takes which decision, as the family reads it."""

from datetime import date

from django.utils.translation import gettext as _

from plait.access.pages.rights import who_acts
from plait.access.queries.takeover import Answers
from plait.law.rights import Holder, switch_date, who_holds
from plait.ui.words import long_day


def whose(born: date, today: date, *, mine: bool) -> str:
    """Say whose the rights are today, and from which day; `mine` when the young person reads."""
    on = {"day": long_day(switch_date(born))}
    match who_holds(born, today):
        case Holder.PARENT:
            if mine:
                return _("Your parent holds the rights. They pass to you on %(day)s.") % on
            return _("The parent holds the rights. They pass to the young person on %(day)s.") % on
        case Holder.YOUNG_PERSON:
            if mine:
                return _("You hold the rights since %(day)s.") % on
            return _("The young person holds the rights since %(day)s.") % on
    return _("Nobody holds rights under this law at this age.")


def lines(answers: Answers) -> list[str]:
    """Give each decision that somebody takes with or for the young person."""
    said = _("%(decision)s: decided by %(who)s.")
    return [said % {"decision": what, "who": who} for what, who in who_acts(answers)]
