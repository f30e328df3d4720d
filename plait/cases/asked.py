"""What is asked of something open before it may end; the roof joins whoever asks (config.wiring).

The floors that keep what is open do not know of signals; they ask here, by a ref as "care:12".
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from plait.access.refusals import Refused


@dataclass(frozen=True)
class Asked:
    """An open question about something, and the page it is answered on."""

    number: int
    href: str

    @property
    def words(self) -> str:
        return f"question {self.number}, at {self.href}"


Asker = Callable[[Collection[str]], dict[str, Asked]]
_askers: list[Asker] = []
# The floor below cannot say which tables these are; the trigger and the feeds read the same names.
ENDS = {
    "support_careinvolvement": ("care", "until"),
    "support_sensupport": ("support", "until"),
    "provision_alternative": ("ap", "until"),
    "provision_eotaspart": ("eotas", "until"),
    "cases_plan": ("plan", "ceased_on"),
}
FIRST = "It is asked whether this is kept, moved or ended; the answer comes first."


def ask_with(asker: Asker) -> None:
    """Join whoever knows the open questions."""
    if asker not in _askers:
        _askers.append(asker)


def asked_about(refs: Collection[str]) -> dict[str, Asked]:
    """Give the open question about each of these, by its ref."""
    return {ref: one for asker in _askers for ref, one in asker(refs).items()} if refs else {}


def not_while_asked(ref: str, what: str) -> None:
    """Refuse to end something that is asked about; the words name the question and its page."""
    if one := asked_about([ref]).get(ref):
        raise Refused(
            f"{what} cannot end yet: something changed in the child's life, and it is asked "
            f"whether it is kept, moved or ended ({one.words}).",
            who_can="Answer that question first, with its reason.",
        )
