"""One question of a request: its words by who asks, and the fields on its page."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

PARENT, YOUNG_PERSON, SETTING = "parent", "young_person", "setting"
FAMILY = (PARENT, YOUNG_PERSON)
EVERYBODY = (PARENT, YOUNG_PERSON, SETTING)
YES_NO = (("yes", _("Yes")), ("no", _("No")))
THREE = (*YES_NO, ("not_known", _("I do not know")))
LONG = 8_000


@dataclass(frozen=True)
class Field:
    """One thing a page asks for; `kind` is text, long, date, one, several, file or email."""

    key: str
    label: str
    kind: str = "text"
    hint: str = ""
    needed: str = ""  # what to say when it is left empty; empty: it may be left
    choices: tuple[tuple[str, str], ...] = ()
    most: int = 200
    autocomplete: str = ""
    asked_of: tuple[str, ...] = EVERYBODY


@dataclass(frozen=True)
class Question:
    """One page: its title by who asks, why it is asked, and its fields."""

    key: str
    titles: Mapping[str, str]
    fields: tuple[Field, ...]
    why: str = ""
    asked_of: tuple[str, ...] = EVERYBODY

    def title(self, asker: str) -> str:
        return str(self.titles.get(asker) or self.titles[PARENT])

    def fields_of(self, asker: str) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if asker in field.asked_of)
