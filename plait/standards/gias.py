"""The school register (Get Information About Schools) and its file of links between schools."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from plait.standards.tables import Table, TableFault, read_table

Source = str | Path | BinaryIO

_PLAIN_COLUMNS: Final = {
    "urn": "URN",
    "la_code": "LA (code)",
    "establishment_number": "EstablishmentNumber",
    "name": "EstablishmentName",
    "type_code": "TypeOfEstablishment (code)",
    "type": "TypeOfEstablishment (name)",
    "type_group": "EstablishmentTypeGroup (name)",
    "status_code": "EstablishmentStatus (code)",
    "status": "EstablishmentStatus (name)",
    "opened": "OpenDate",
    "closed": "CloseDate",
    "phase_code": "PhaseOfEducation (code)",
    "phase": "PhaseOfEducation (name)",
    "low_age": "StatutoryLowAge",
    "high_age": "StatutoryHighAge",
    "capacity": "SchoolCapacity",
    "pupils": "NumberOfPupils",
    "trust": "Trusts (name)",
    "ukprn": "UKPRN",
    "street": "Street",
    "locality": "Locality",
    "town": "Town",
    "postcode": "Postcode",
    "website": "SchoolWebsite",
    "telephone": "TelephoneNum",
    "section_41": "Section41Approved (name)",
    "resourced_provision": "TypeOfResourcedProvision (name)",
    "resourced_capacity": "ResourcedProvisionCapacity",
    "unit_capacity": "SenUnitCapacity",
    "boarders": "Boarders (name)",
    "easting": "Easting",
    "northing": "Northing",
}
_NEEDS: Final = tuple(f"need_{place}" for place in range(1, 14))
COLUMNS: Final = {
    **{ours: (name, name.replace(" (name)", "")) for ours, name in _PLAIN_COLUMNS.items()},
    **{need: (f"SEN{place} (name)", f"SEN{place}") for place, need in enumerate(_NEEDS, 1)},
}
LINK_COLUMNS: Final = {
    "urn": ("URN",),
    "linked_urn": ("LinkURN", "Link URN"),
    "linked_name": ("LinkName", "Link Name"),
    "kind": ("LinkType", "Link Type"),
    "since": ("LinkEstablishedDate", "Link Established Date"),
}
_DATES: Final = ("opened", "closed", "since")


def read_schools(source: Source) -> Table:
    """Read the register: one dict a school, dates as ISO, needs as a list of codes in `needs`."""
    table = read_table(source, COLUMNS)
    _require(table, "urn", "name")
    table.rows = _schools(table.rows, table.faults)
    return table


def read_links(source: Source) -> Table:
    """Read which school followed or came before which."""
    table = read_table(source, LINK_COLUMNS)
    _require(table, "urn", "linked_urn")
    table.rows = _checked(table.rows, table.faults, "urn", "linked_urn")
    return table


def _require(table: Table, *names: str) -> None:
    for name in names:
        if name in table.missing:
            says = f"The file has no column for {name}; it is not a file of the school register."
            table.faults.append(TableFault(1, name, "", says, "Download the register as CSV."))
            table.rows = iter(())


def _schools(rows: Iterator[dict[str, str]], faults: list[TableFault]) -> Iterator[dict[str, str]]:
    for row in _checked(rows, faults, "urn"):
        needs = (row.pop(need, "").split(" - ")[0].strip().upper() for need in _NEEDS)
        row["needs"] = " ".join(need for need in needs if need and need != "NOT APPLICABLE")
        yield row


def _checked(
    rows: Iterator[dict[str, str]], faults: list[TableFault], *numbers: str
) -> Iterator[dict[str, str]]:
    for row in rows:
        line = int(row["_line"])
        wrong = [n for n in numbers if not (len(row[n]) in (5, 6) and row[n].isdigit())]
        if wrong:
            says = "The URN is not 6 digits; the row was left out."
            faults.append(TableFault(line, wrong[0], row[wrong[0]], says, "Correct the URN."))
            continue
        for name in _DATES:
            if row.get(name):
                row[name] = _iso(row[name]) or _not_a_date(faults, line, name, row[name])
        yield row


def _not_a_date(faults: list[TableFault], line: int, name: str, value: str) -> str:
    says = "This is not a date; the rest of the row was read."
    faults.append(TableFault(line, name, value, says, "Write the day as DD/MM/YYYY."))
    return ""


def _iso(text: str) -> str | None:
    for form in ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text[:10], form).date().isoformat()
        except ValueError:
            continue
    return None
