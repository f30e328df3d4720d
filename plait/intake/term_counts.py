"""Attendance as counts of a term, where no marks are had: sessions possible, and missed by code."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from plait.attendance.models import TermCount
from plait.intake.children import ORIGIN, PERSON, URN, ChildFeed, Line, columns_of
from plait.intake.tables import Row
from plait.people.rows import add_all, change_all
from plait.standards.attendance.counted import TERMS, TOTALS, faults_of

MOST = 800  # two sessions a day, every day of a year


class TermCountFeed(ChildFeed):
    """One row a pupil's term, or one code of it; rows of one term are put together."""

    model = TermCount
    key = ("setting_id", "school_year", "term")
    columns = columns_of(
        PERSON, URN,
        {
            "school_year": "academicyear", "term": "",
            "possible": "sessionspossible termlysessionspossible possiblesessions",
            "code": "attendancereason attendancecode reason", "sessions": "count numberofsessions",
            "authorised": "sessionsauthorised authorisedabsences authorisedabsence",
            "unauthorised": "sessionsunauthorised unauthorisedabsences unauthorisedabsence",
        },
    )  # fmt: skip
    needed = ("school_year", "term")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a term's counts; each is a whole number."""
        setting = self.setting(number, line, row) if row.get("urn") else None
        year, term = year_of(row.get("school_year", "")), row.get("term", "").casefold()
        if row.get("urn") and setting is None:
            return None
        if year is None or term not in TERMS:
            says = "A term is autumn, spring, summer or year, of a school year such as 2025/26."
            value = f"{row.get('term', '')} {row.get('school_year', '')}"
            self.refuse(number, line, "term", value, says)
            return None
        counts = {name: row[name] for name in ("possible", *TOTALS) if row.get(name)}
        if row.get("code"):
            counts[row["code"].upper()] = row.get("sessions", "")
        counts |= dict(part.split("=", 1) for part in row.get("codes", "").split(";") if part)
        for name, text in counts.items():
            if not (text.isascii() and text.isdigit() and len(text) < 5 and int(text) <= MOST):
                self.refuse(number, line, name, text, "Sessions are a whole number of at most 800.")
                return None
        read = {name: int(text) for name, text in counts.items()}
        possible = read.pop("possible", None)
        return {
            "setting_id": setting, "school_year": year, "term": term,
            "possible": possible, "by_code": read,
        }  # fmt: skip

    def keep(self, lines: Sequence[Line]) -> None:
        """Put the rows of one term together; what cannot be true of a term is refused."""
        held = self.held(lines)
        told: dict[tuple[Any, ...], list[Line]] = defaultdict(list)
        for one in lines:
            told[self.key_of(one, held)].append(one)
        new, changed = [], []
        for key, mine in told.items():
            row = held.get(key)
            before = (row.possible, row.by_code) if row else (None, {})
            possible = next((x.says["possible"] for x in reversed(mine)
                             if x.says["possible"] is not None), before[0])  # fmt: skip
            by_code = dict(before[1])
            for one in mine:
                by_code |= one.says["by_code"]
            first = mine[0]
            if says := faults_of(possible, by_code):
                mend = "Count the register again, or ask the school's data manager."
                self.refuse(first.number, first.line, "sessions", "", says, mend=mend)
            elif (possible, by_code) == before:
                self.counts["unchanged"] += 1
            else:
                given = first._replace(says={**first.says, "possible": possible,
                                             "by_code": by_code})  # fmt: skip
                row = row or self._fresh(given)
                row.possible, row.by_code = possible, by_code
                row.came_as_id = first.incoming.pk
                row.source_id, row.source_line = self.source.pk, first.line
                (new if row._state.adding else changed).append(row)
        self.counts["new"] += len(new)
        self.counts["changed"] += len(changed)
        add_all(new)
        change_all(changed, ["possible", "by_code", *ORIGIN])


def year_of(text: str) -> int | None:
    """Read a school year: 2025/26, 2025-2026, or 2025, which is the year it begins in."""
    first = text.strip()[:4]
    return int(first) if first.isascii() and first.isdigit() and 1990 <= int(first) < 2100 else None
