"""Common transfer files: where a pupil was on roll, their SEN support, and totals of a year."""

from collections.abc import Iterator
from datetime import timedelta

from plait.intake.feed import Whole
from plait.intake.parts import FAULT, PartsFeed
from plait.intake.rolls import RollFeed
from plait.intake.sen_support import SenSupportFeed
from plait.intake.tables import Row, day
from plait.intake.term_counts import TermCountFeed
from plait.standards.school import ctf

OLD = "This is CTF {0}; the current version and the one before are {1} and {2}. It was read as one."
NO_ENTRY = "The file tells no school with a day of entry, so it puts this pupil on no roll."


class CtfFeed(PartsFeed):
    """One common transfer file."""

    who = "schools"
    parts = {"roll": RollFeed, "sen": SenSupportFeed, "count": TermCountFeed}

    def whole(self) -> Whole:
        """Read to the last pupil; an old version is read and said to be old."""
        transfer = ctf.read(self.path)
        if transfer.version not in ctf.TAKEN:
            told = transfer.header.get("ctfversion", "of no version")
            mend = "Ask the school to export the current version."
            self.note(None, None, "CTFversion", told, OLD.format(told, *ctf.TAKEN),
                      rule="CTF1", mend=mend, severity="query")  # fmt: skip
        return super().whole()

    def facts(self) -> Iterator[tuple[int | None, Row]]:
        """Give each pupil's schools, spells of SEN support and years."""
        transfer = ctf.read(self.path)
        header = transfer.header
        source = {"la": _la(header, "lea"), "estab": _la(header, "estab")}
        for pupil in transfer.pupils:
            schools = list(_rolls(pupil, source))
            if not schools:
                mend = "Ask the school for a file with SchoolHistory, or load its roll."
                yield pupil.line, {"fact": FAULT, "field": "SchoolHistory", "says": NO_ENTRY,
                                   "mend": mend, "rule": "CTF2"}  # fmt: skip
            for line, row in (*schools, *_spells(pupil, source), *_years(pupil, source)):
                yield line or pupil.line, pupil.person | row


def _la(header: dict[str, str], name: str) -> str:
    return header.get(f"source_{name}", "")


def _place(told: ctf.Told, source: Row) -> Row:
    """Give the school a group names; one that names none is the sender's own."""
    named = {"la": told.get("lea", ""), "estab": told.get("estab", "")}
    return named if all(named.values()) else source


def _line(told: ctf.Told) -> int | None:
    return int(told["_line"]) if told.get("_line") else None


def _rolls(pupil: ctf.Pupil, source: Row) -> Iterator[tuple[int | None, Row]]:
    for school in pupil.schools:
        if school.get("entrydate"):
            yield _line(school), _place(school, source) | {
                "fact": "roll", "entered_on": school["entrydate"],
                "left_on": school.get("leavingdate", ""),
                "reason_for_leaving": school.get("leavingreason", ""),
                "enrolment_status": pupil.status, "year_group": pupil.year_group,
            }  # fmt: skip


def _spells(pupil: ctf.Pupil, source: Row) -> Iterator[tuple[int | None, Row]]:
    """Each stretch of SEN support ends the day before the next thing that is told begins."""
    told = sorted(pupil.sen, key=lambda one: one.get("startdate", ""))
    needs = [*pupil.needs, "", ""]
    for place, one in enumerate(told):
        begins = day(told[place + 1].get("startdate", "")) if place + 1 < len(told) else None
        until = (begins - timedelta(days=1)).isoformat() if begins else ""
        yield _line(one), source | {
            "fact": "sen", "sen_provision": one.get("senprovision", ""),
            "sen_since": one.get("startdate", ""), "sen_until": until,
            "need": needs[0], "second_need": needs[1],
        }  # fmt: skip


def _years(pupil: ctf.Pupil, source: Row) -> Iterator[tuple[int | None, Row]]:
    for one in pupil.years:
        yield _line(one), _place(one, source) | {
            "fact": "count", "term": "year", "school_year": one.get("year", ""),
            "possible": one.get("sessionspossible", ""),
            "authorised": one.get("sessionsauthorised", ""),
            "unauthorised": one.get("sessionsunauthorised", ""),
        }  # fmt: skip
