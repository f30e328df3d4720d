"""Write the inspection list as CSV or as a spreadsheet that says what it cannot fill."""

from datetime import date
from io import BytesIO

from plait.people.models import Area
from plait.returns.inspection.plans import HEADINGS, rows, what_is_missing


def workbook(area: Area, *, on: date) -> bytes:
    """Give the list as XLSX: one sheet for the list, one for what is missing."""
    from openpyxl import Workbook  # slow to import, and only wanted here

    book = Workbook(write_only=True)
    sheet = book.create_sheet("List 1")
    sheet.append(HEADINGS)
    for row in rows(area, on=on):
        sheet.append(row)
    missing = book.create_sheet("What is missing")
    for sentence in what_is_missing():
        missing.append([sentence])
    out = BytesIO()
    book.save(out)
    return out.getvalue()
