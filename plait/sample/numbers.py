"""Pupil and learner numbers of the made-up area, with their check characters right."""

from collections import Counter
from random import Random

from plait.standards import identifiers

AREA = "999"
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def wrong_letter(upn: str) -> str:
    """The same UPN with the next of the check letters in front."""
    return LETTERS[(LETTERS.index(upn[0]) + 1) % len(LETTERS)] + upn[1:]


def swapped_digits(upn: str) -> str:
    """The same UPN with two neighbouring unequal digits of its serial part changed round."""
    for place in range(11, 4, -1):
        if upn[place] != upn[place + 1]:
            return upn[:place] + upn[place + 1] + upn[place] + upn[place + 2 :]
    return wrong_letter(upn)


class Numbers:
    """Gives out each number once."""

    def __init__(self) -> None:
        self.serials: Counter[tuple[str, str]] = Counter()
        self.learners = 0
        self.patients = 0

    def pupil(self, school: str, year: int) -> str:
        """A permanent UPN: school number, year of entry, serial."""
        entry = f"{year % 100:02d}"
        self.serials[school, entry] += 1
        body = f"{AREA}{school}{entry}{self.serials[school, entry]:03d}"
        return identifiers.upn_check_letter(f" {body}") + body

    def temporary_pupil(self, school: str, year: int) -> str:
        """A temporary UPN: two digits of serial, then a letter."""
        entry = f"{year % 100:02d}"
        self.serials["T" + school, entry] += 1
        body = f"{AREA}{school}{entry}{self.serials['T' + school, entry]:02d}A"
        return identifiers.upn_check_letter(f" {body}") + body

    def learner(self) -> str:
        """A ULN from the end of the range, far from numbers in use."""
        while True:
            self.learners += 1
            body = f"{999_000_000 + self.learners:09d}"
            for digit in "0123456789":
                if identifiers.uln_is_right(body + digit):
                    return body + digit

    def nhs(self) -> str:
        """An NHS number of the range that is kept for tests."""
        while True:
            self.patients += 1
            body = f"{999_100_000 + self.patients:09d}"
            for digit in "0123456789":
                if identifiers.check("nhs_number", body + digit).valid:
                    return body + digit


def postcode(rng: Random) -> str:
    """A postcode of an area that the post does not have; never one of the NHS's pseudo codes."""
    first, last = rng.choice("ABDEFGHJLNPQRSTUWXYZ"), rng.choice("ABDEFGHJLNPQRSTUWXY")
    return f"ZZ99 {rng.randrange(10)}{first}{last}"
