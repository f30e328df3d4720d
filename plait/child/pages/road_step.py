"""One step of the road from a request to a plan, and how steps may stand."""

from dataclasses import dataclass

DONE, NOW, TO_COME, NOT_REACHED = "Done", "Now", "To come", "Not reached"
TAGS = {DONE: "met", NOW: "running", TO_COME: "not-known", NOT_REACHED: "not-known"}
Act = tuple[str, str]  # words, address


@dataclass(frozen=True)
class Step:
    """One step: how it stands, what the record says of it, and what this reader can do."""

    key: str
    title: str
    stands: str
    said: tuple[str, ...] = ()
    dates: tuple[tuple[str, str, str], ...] = ()  # what, the day, why that day
    acts: tuple[Act, ...] = ()
    late: str = ""

    @property
    def tag(self) -> str:
        return TAGS[self.stands]

    @property
    def is_now(self) -> bool:
        return self.stands == NOW
