"""Guess from a file's first bytes what it is; a person may say otherwise."""

import zipfile
from pathlib import Path

from plait.intake.models import Delivery
from plait.standards.sen2.message import Unreadable

Kind = Delivery.Kind
LARGEST_UNPACKED = 1 << 30
# Columns that only one kind of table has; compared without case, blanks or underscores.
SIGNS = (
    (Kind.SCHOOL_LINKS, {"linkurn", "linktype"}),
    (Kind.SCHOOLS, {"urn", "establishmentname"}),
    (Kind.ALLOCATION, {"caseworker"}),
    (Kind.ATTENDANCE, {"date", "session", "code"}),
    (Kind.ATTENDANCE, {"date", "am", "pm"}),
    (Kind.TERM_COUNTS, {"schoolyear", "term"}),
    (Kind.CONTACTS, {"carecontactid"}),
    (Kind.CONTACTS, {"servicerequestid", "contactdate"}),
    (Kind.EARLY_YEARS, {"surname", "knownsince"}),
    (Kind.EARLY_YEARS, {"hashkey", "knownsince"}),
    (Kind.PART_TIME, {"plantofulltime"}),
    (Kind.SUSPENSIONS, {"suspendedfrom"}),
    (Kind.SUSPENSIONS, {"exclusionstartdate"}),
    (Kind.REFERRALS, {"servicerequestid", "servicetype"}),
    (Kind.REFERRALS, {"servicerequestid", "serviceorteamtypereferredto"}),
    (Kind.CARE, {"involvement"}),
    (Kind.HOME_EDUCATION, {"homeeducatedsince"}),
    (Kind.MISSING, {"reportedmissingon"}),
    (Kind.ALTERNATIVE, {"providername", "entryreason"}),
    (Kind.ROLL, {"surname", "urn", "enteredon"}),
    (Kind.ROLL, {"surname", "urn", "entrydate"}),
    (Kind.CLOSURES, {"urn", "from", "to"}),
    (Kind.PEOPLE, {"name", "email", "role"}),
)


def guess(path: Path) -> Kind | None:
    """Say what a file is, or nothing; `Unreadable` says what it certainly is not."""
    if path.is_dir():
        return Kind.SEN2
    with path.open("rb") as file:
        start = file.read(8192)
    if start.startswith(b"PK"):
        return _packed(path)
    if b"\x00" in start:
        raise Unreadable("this is neither XML nor a table: it holds bytes that are not text")
    begins = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begins.startswith(b"<"):
        return Kind.CTF if b"<ctfile" in begins.lower() else Kind.SEN2
    if begins.startswith(b"{"):
        return Kind.FHIR if b'"resourceType"' in begins else None
    columns = {plain(name) for name in start.splitlines()[0].decode("cp1252", "replace").split(",")
               } if start.strip() else set()  # fmt: skip
    return next((kind for kind, signs in SIGNS if signs <= columns), None)


def plain(column: str) -> str:
    """Write a column's name so that spellings of it are equal."""
    return "".join(c for c in column.casefold() if c.isalnum())


def _packed(path: Path) -> Kind:
    """A zip is COLLECT's blade export, or it is refused with what would mend it."""
    try:
        with zipfile.ZipFile(path) as packed:
            names = [item.filename.lower() for item in packed.infolist()]
            unpacked = sum(item.file_size for item in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as broken:
        raise Unreadable("the zip archive is broken; ask for it again") from broken
    if unpacked > LARGEST_UNPACKED:
        raise Unreadable("the zip archive unpacks to more than any return holds; it is not opened")
    if any(name.endswith("person.csv") for name in names):
        return Kind.SEN2
    if any(name.endswith(("pupilonroll.csv", "pupilnolongeronroll.csv")) for name in names):
        return Kind.CENSUS
    if any(name.startswith("xl/") for name in names):
        raise Unreadable("this is a spreadsheet; save the sheet as CSV (UTF-8) and load that")
    raise Unreadable("this zip archive holds no COLLECT export (no file ends in person.csv)")
