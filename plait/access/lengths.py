"""How long what people write may be, in letters: one place for forms, acts and tables.

What is longer is refused in one sentence and given back; nothing is ever cut.
"""

from collections.abc import Iterable

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext as _

from plait.access.refusals import Refused

NAME = 200
PERSON = 120  # one name of a child, or the whole name of an adult
EMAIL = 254
RELATION = 40  # how somebody stands to a child; a telephone number
POSTCODE = 8
TOLD = 20_000  # what a giver of advice is told of the family's words
WHY = 300  # a reason, in a sentence
EXPLAINED = 500  # a reason with what shows it; what was said on the telephone
HALF_PAGE = 1_000  # each of the four parts of "how to help me"
NAMES = 12  # people who approved one half page
INTERIM = 2_000
AGREED = 2_000
EASY_READ = 3_000  # each answer of the easy-read version
COMMENT = MESSAGE = GROUNDS = 5_000
PASSAGE = STATEMENT = 10_000  # a passage is quoted whole, so a statement holds as much
REASONS = 10_000  # of a decision


class TooLong(Refused):
    """Words that do not fit; nothing of them is kept, and the page gives them back."""

    def __init__(self, what: str, length: int, most: int) -> None:
        super().__init__(
            _("%(what)s has %(length)s letters, and %(most)s fit; it is not saved.")
            % {"what": what, "length": f"{length:,}", "most": f"{most:,}"},
            who_can=_("Shorten it or divide it."),
        )


def fits(text: str, most: int, what: str) -> str:
    """Give the words back, or refuse them: `what` names them at the start of a sentence."""
    if len(text) > most:
        raise TooLong(what, len(text), most)
    return text


def at_most(table: str, **fields: int) -> Iterable[models.CheckConstraint]:
    """Give the constraints by which the table itself holds no text longer than this."""
    return [
        models.CheckConstraint(
            condition=LessThanOrEqual(Length(field), most), name=f"{table}_{field}_fits"
        )
        for field, most in fields.items()
    ]
