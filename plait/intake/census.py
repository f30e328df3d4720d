"""The school census: roll, SEN, the sessions of the term before, and exclusions."""

from collections.abc import Iterator

from plait.intake.feed import Whole
from plait.intake.parts import FAULT, PartsFeed
from plait.intake.rolls import RollFeed
from plait.intake.sen_support import SenSupportFeed
from plait.intake.suspensions import SuspensionsFeed
from plait.intake.tables import Row
from plait.intake.term_counts import TermCountFeed
from plait.standards.school import census

NO_SCHOOL = "The file does not tell which school this pupil is of."
NO_DAY = "The census day is not told, so it is not known which term its sessions are of."


class CensusFeed(PartsFeed):
    """One census of a school or of many."""

    who = "schools"
    parts = {
        "roll": RollFeed, "sen": SenSupportFeed, "count": TermCountFeed,
        "suspension": SuspensionsFeed,
    }  # fmt: skip

    def whole(self) -> Whole:
        """Read to the last fact; the census day is the day it speaks for."""
        return super().whole()._replace(as_at=census.read(self.path).on)

    def facts(self) -> Iterator[tuple[int | None, Row]]:
        """Give what each pupil's rows tell."""
        read = census.read(self.path)
        for pupil in read.pupils:
            person = _person(pupil)
            if not (person["urn"] or person["estab"]):
                mend = "Export the file that names the school too, with its URN or number."
                yield pupil.line, {"fact": FAULT, "says": NO_SCHOOL, "mend": mend, "rule": "CEN1"}
                continue
            for row in _facts(pupil, read):
                yield pupil.line, person | row


def _person(pupil: census.Pupil) -> Row:
    row, school = pupil.row, pupil.school
    return {
        "forename": row.get("forename", ""), "surname": row.get("surname", ""),
        "date_of_birth": row.get("dob", ""), "sex": row.get("sex") or row.get("gender", ""),
        "upn": row.get("upn", ""), "postcode": row.get("postcode", ""),
        "urn": school.get("urn", ""), "la": school.get("lea", ""),
        "estab": school.get("estab", ""),
    }  # fmt: skip


def _facts(pupil: census.Pupil, read: census.Census) -> Iterator[Row]:
    row = pupil.row
    yield {
        "fact": "roll", "entered_on": row.get("entrydate", ""),
        "left_on": row.get("leavingdate", "") if not pupil.on_roll else "",
        "enrolment_status": row.get("enrolstatus", ""), "year_group": row.get("ncyearactual", ""),
    }  # fmt: skip
    if pupil.on_roll and row.get("senprovision"):
        needs = [*pupil.needs, "", ""]
        yield {
            "fact": "sen", "sen_provision": row["senprovision"],
            "stood_on": read.on.isoformat() if read.on else "",
            "need": needs[0], "second_need": needs[1],
        }  # fmt: skip
    yield from _counts(pupil, read)
    for one in pupil.exclusions:
        reasons = [one.get(f"reason{n}") or (one.get("reason", "") if n == 1 else "")
                   for n in (1, 2, 3)]  # fmt: skip
        yield {
            "fact": "suspension", "category": one.get("category", ""),
            "suspended_from": one.get("startdate", ""), "sessions": one.get("sessions", ""),
            "suspension_reason": ", ".join(filter(None, reasons)),
        }  # fmt: skip


def _counts(pupil: census.Pupil, read: census.Census) -> Iterator[Row]:
    """Give the term's counts; without the census day they are of no term."""
    possible = pupil.row.get("termlysessionspossible", "")
    if not possible and not pupil.sessions:
        return
    if read.counted is None:
        mend = "Export the header with its reference date too."
        yield {"fact": FAULT, "says": NO_DAY, "mend": mend, "rule": "CEN2"}
        return
    year, term = read.counted
    yield {
        "fact": "count", "school_year": str(year), "term": term, "possible": possible,
        "codes": ";".join(f"{code}={n}" for code, n in pupil.sessions.items()),
    }  # fmt: skip
