"""A person as a partner's file tells of them."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from plait.standards.matching.names import folded
from plait.standards.matching.person import Person, person


@dataclass(frozen=True)
class Sent:
    """A person as a file tells of them; `own` is the sender's own number for them."""

    forename: str = ""
    surname: str = ""
    birth_date: date | None = None
    sex: str = ""
    postcode: str = ""
    upn: str = ""
    nhs: str = ""
    urn: str = ""
    own: str = ""

    @cached_property
    def plain(self) -> Person:
        """Give the person in the form in which records are compared."""
        born = self.birth_date.isoformat() if self.birth_date else ""
        row = {
            "forename": self.forename, "surname": self.surname, "dob": born, "sex": self.sex,
            "postcode": self.postcode, "upn": self.upn, "nhs": self.nhs,
        }  # fmt: skip
        return person("", row)

    @property
    def kept(self) -> Person:
        """Give what of the person is kept on their line."""
        return self.plain

    @cached_property
    def key(self) -> str:
        """Give what the sender knows them by: its own number, else UPN, NHS, else a digest."""
        for kind, value in (
            ("own", self.own and f"{self.urn}:{self.own}"),
            ("upn", self.plain.upn),
            ("nhs", self.plain.nhs),
        ):
            if value:
                return f"{kind}:{value}"[:80]
        said = f"{folded(self.forename)}|{folded(self.surname)}|{self.birth_date}"
        return f"is:{sha256(said.encode()).hexdigest()[:40]}"

    @property
    def names_somebody(self) -> bool:
        """Say whether there is enough to know somebody by."""
        plain = self.plain
        return bool(self.own or plain.upn or plain.nhs or (plain.surname and plain.born))


@dataclass(frozen=True)
class SentHashed(Sent):
    """A person of whom a partner tells under a key, by its own number and nothing that names."""

    under: Person = field(default_factory=lambda: Person(""))

    @property
    def plain(self) -> Person:
        """Give the person in the form in which records under the key are compared."""
        return self.under

    @property
    def kept(self) -> Person:
        """Give what of the person is kept on their line: no hash is."""
        return Person("", sex=self.under.sex)

    @property
    def names_somebody(self) -> bool:
        """Say whether there is a number to know somebody by again, and a hash to find them by."""
        told = self.under
        return bool(self.own and (told.upn or told.nhs or (told.surname and told.born)))
