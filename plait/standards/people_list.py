"""The list of staff and parents a local area loads: its columns, their other names, its faults."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from plait.standards.tables import Table, TableFault, plain, read_table

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "kind": ("kind", "type", "staff or parent"),
    "name": ("name", "full name"),
    "email": ("email", "e-mail", "email address"),
    "role": ("role", "post", "job title"),
    "organisation": ("organisation", "urn", "setting", "school", "employer"),
    "team": ("team", "locality"),
    "starts": ("starts", "start date", "from"),
    "ends": ("ends", "end date", "until", "to"),
    "child_upn": ("child_upn", "child upn", "upn", "pupil upn"),
    "child_name": ("child_name", "child name", "pupil name"),
    "child_born": ("child_born", "child date of birth", "date of birth", "dob"),
    "relationship": ("relationship", "relation", "relationship to child"),
    "parental_responsibility": ("parental_responsibility", "parental responsibility", "pr"),
    "lives_with": ("lives_with", "lives with child", "same address"),
    "phone": ("phone", "telephone", "mobile"),
}
_DATES: Final = ("starts", "ends", "child_born")
_ANSWERS: Final = {"yes": "yes", "y": "yes", "1": "yes", "true": "yes"} | {
    "no": "no", "n": "no", "0": "no", "false": "no", "": "", "not known": "",
}  # fmt: skip


def read_people(source: str | Path | BinaryIO, mapping: Mapping[str, str] | None = None) -> Table:
    """Read the list; `mapping` names for our columns the headings this file uses instead."""
    mapped = {ours: (theirs,) for ours, theirs in (mapping or {}).items()}
    table = read_table(source, COLUMNS | mapped)
    if "name" in table.missing:
        says = "The file has no column for name."
        mend = f"Name the column, or map one of: {', '.join(table.unused) or 'none'}."
        table.faults.append(TableFault(1, "name", "", says, mend))
        table.rows = iter(())
    table.rows = _people(table.rows, table.faults)
    return table


def _people(rows: Iterator[dict[str, str]], faults: list[TableFault]) -> Iterator[dict[str, str]]:
    for row in rows:
        line = int(row["_line"])
        said = plain(row.get("kind", ""))
        row["kind"] = said or (
            "parent" if row.get("child_upn") or row.get("child_name") else "staff"
        )
        if why := _why_not(row):
            column, says, mend = why
            faults.append(TableFault(line, column, row.get(column, ""), says, mend))
            continue
        for name in _DATES:
            row[name] = _day(row.get(name, ""), name, line, faults)
        for name in ("parental_responsibility", "lives_with"):
            row[name] = _ANSWERS.get(row.get(name, "").lower(), "")
        yield row


def _why_not(row: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Say why a person cannot be taken, by column, or nothing."""
    if row["kind"] not in ("staff", "parent"):
        return "kind", "The kind of person is neither staff nor parent.", "Write staff or parent."
    if not row["name"]:
        return "name", "The person has no name.", "Enter the name."
    if row["kind"] == "staff" and not row.get("role"):
        return "role", "The member of staff has no role.", "Enter the role."
    if row["kind"] == "parent" and not (row.get("child_upn") or row.get("child_name")):
        return "child_upn", "It is not said whose parent this is.", "Enter the child's UPN."
    email = row.get("email", "")
    if email and (email.count("@") != 1 or email.strip("@") != email or " " in email):
        return "email", "This is not an email address.", "Correct the address, or leave it out."
    return None


def _day(text: str, column: str, line: int, faults: list[TableFault]) -> str:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y") if text else ():
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    if text:
        says = "This is not a date; the person was taken without it."
        faults.append(TableFault(line, column, text, says, "Write the day as DD/MM/YYYY."))
    return ""
