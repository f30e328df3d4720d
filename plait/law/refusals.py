"""What the law package says when it cannot answer; each message is a sentence for a person."""

from collections.abc import Iterable


class NotComputable(ValueError):
    """A duty that has no date, or not from these facts."""


class CalendarEnds(NotComputable):
    """A day outside the frozen table of bank holidays, so working days cannot be told."""


class MissingFact(NotComputable):
    """A fact without which the due day cannot be worked out; `name` says which."""

    def __init__(self, duty_id: str, name: str, meaning: str) -> None:
        super().__init__(f"{duty_id} needs the fact '{name}': {meaning}.")
        self.name = name


class NotInForce(LookupError):
    """No version of the duty was in force on the day of the trigger."""


class UnknownDuty(LookupError):
    """A duty id that the table does not hold; `near` lists ids that look like it."""

    def __init__(self, duty_id: str, known: Iterable[str]) -> None:
        self.near = near(duty_id, known)
        hint = (
            f" Near it: {', '.join(self.near)}." if self.near else " `plait law duties` lists them."
        )
        super().__init__(f"There is no duty '{duty_id}'.{hint}")

    def __str__(self) -> str:
        return str(self.args[0])


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known names that look like the one given."""
    from difflib import get_close_matches  # slow to import, and only a refusal needs it

    names = list(known)
    close = get_close_matches(name, names, n=3, cutoff=0.5)
    return tuple(dict.fromkeys(close + [one for one in names if name and name in one]))[:3]
