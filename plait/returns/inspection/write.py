"""Write an inspection list as a spreadsheet that says what it cannot fill, and which file told."""

from datetime import date
from io import BytesIO
from types import ModuleType

from plait.people.models import Area
from plait.returns.inspection import plans, support
from plait.ui.downloads import safe_cell

LISTS: dict[int, ModuleType] = {1: plans, 2: support}
ORIGIN = ("Unique ID", "Column", "Where it came from")


def workbook(area: Area, *, number: int, on: date) -> bytes:
    """Give a list as XLSX: the list, what is missing, and where each fact came from."""
    from openpyxl import Workbook  # slow to import, and only wanted here

    which = LISTS[number]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(f"List {number}")
    sheet.append(which.HEADINGS)
    for row in which.rows(area, on=on):
        sheet.append([safe_cell(value) for value in row])
    missing = book.create_sheet("What is missing")
    for sentence in which.what_is_missing(area):
        missing.append([sentence])
    origin = book.create_sheet("Where it came from")
    origin.append(ORIGIN)
    for line in which.origins(area, on=on):
        origin.append([safe_cell(value) for value in line])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
