"""Files of children under a key, for a partner that may not send names, by the usual doors.

Such a file has the columns that `plait hash` writes in the place of names, dates and numbers; what
it tells of each child stands beside them. It is taken under its own sender's key alone.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

from plait.intake.children import PERSON, ChildFeed
from plait.intake.feed import Whole
from plait.intake.hash_keys import key_of
from plait.intake.kinds import plain
from plait.intake.tables import Row
from plait.people.near_hashed import near_by_hash
from plait.people.sent import Sent, SentHashed
from plait.standards.matching.blocking import Blocks
from plait.standards.matching.hashed_files import (
    COLUMNS,
    KEY_MARK,
    mark_of,
    no_hash_in,
    person_in,
)
from plait.standards.matching.person import Person
from plait.standards.sen2.message import Unreadable

KEPT = ("sex", "their_number")  # of a person, what may stand beside hashes
HASHES = {name: plain(name) for name in COLUMNS if name != "sex"}
NO_KEY = (
    "no key was made for the hashes of {}; make one under Files in, Keys for hashes, and give "
    "the sender's name with the file"
)
ANOTHER = (
    "it was not made under the key of {}, so nobody would be found; ask for it under the key "
    "that holds today"
)
NO_NUMBER = "The row has no number of the sender's own, or no hash to find a child by."
ANOTHER_KEY = "The row was made under another key than this sender's."
MAKE_AGAIN = "Make the file again with `plait hash` under this sender's key."


class MayBeHashed(ChildFeed):
    """A file of children that may come by name or by hash."""

    @property
    def by_hash(self) -> bool:
        """Say whether this file was found to hold hashes."""
        return KEY_MARK in self.delivery.mapping

    @cached_property
    def key_of_hashes(self) -> bytes:
        """Give the sender's key; it is in memory for as long as the file is read."""
        return key_of(self.area, self.delivery.kind, self.who_sent)

    @property
    def who_sent(self) -> str:
        return self.delivery.sender or self.who

    def whole(self) -> Whole:
        """Read to the last row; a file under a key must be under its sender's own."""
        headings = self.headings()
        if not any(plain(heading) == HASHES[KEY_MARK] for heading in headings):
            return super().whole()
        self._refuse_names(headings)
        rest = {n: also for n, also in self.columns.items() if n not in PERSON or n in KEPT}
        self.columns, self.needed = rest | HASHES, (*HASHES, "their_number", *self.needed)
        whole = super().whole()
        if not (key := self.key_of_hashes):
            raise Unreadable(NO_KEY.format(self.who_sent))
        if not any(row[KEY_MARK] == mark_of(key) for _, row in self.rows()):
            raise Unreadable(ANOTHER.format(self.who_sent))
        return whole

    def _refuse_names(self, headings: Sequence[str]) -> None:
        """A file that holds names beside hashes was made by mistake; its rows are not read."""
        names = {
            s for n, also in PERSON.items() if n not in KEPT for s in (plain(n), *also.split())
        }
        if said := [heading for heading in headings if plain(heading) in names]:
            raise Unreadable(f"it holds {', '.join(said)[:120]} beside hashes; leave that out")

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Keep rows under another key out, and take the others in."""
        if self.by_hash:
            mark = mark_of(self.key_of_hashes) if self.key_of_hashes else ""
            for number, line, row in rows:
                if row[KEY_MARK] != mark:
                    self.refuse(number, line, KEY_MARK, "", ANOTHER_KEY, mend=MAKE_AGAIN)
            rows = [one for one in rows if one[2][KEY_MARK] == mark]
        super().write(rows)

    def sent(self, number: int, line: int | None, row: Row) -> Sent | None:
        """Read whom a row is about; what is no hash is kept out, and not repeated anywhere."""
        if KEY_MARK not in row:
            return super().sent(number, line, row)
        if column := no_hash_in(row):
            says = f"{column} holds something that is no hash."
            self.refuse(number, line, column, "", says, mend=MAKE_AGAIN)
            return None
        one = SentHashed(under=person_in(row), own=row.get("their_number", ""))
        if not one.names_somebody:
            self.refuse(number, line, "their_number", "", NO_NUMBER, mend=MAKE_AGAIN)
            return None
        return one

    @property
    def near_to(self) -> Callable[[Sequence[Person]], list[Person]] | None:
        """Give how children are found who may be these people, where they come by hash."""
        return self._near if self.by_hash else None

    def _near(self, people: Sequence[Person]) -> list[Person]:
        held, blocks = self._held_under_key
        return [held[place] for place in sorted({n for one in people for n in blocks.near(one)})]

    @cached_property
    def _held_under_key(self) -> tuple[list[Person], Blocks]:
        """Hash the children held, once a reading, and keep those near anybody in the file."""
        file = [person_in(row) for _, row in self.rows() if not no_hash_in(row)]
        held = near_by_hash(file, key=self.key_of_hashes, area=self.area)
        return held, Blocks(held)
