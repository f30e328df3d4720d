"""Files handed over: a list a spreadsheet opens, a paper to be saved; nothing in them runs."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from django.http import FileResponse, StreamingHttpResponse

# A cell that begins so is read as a formula by spreadsheets, some of which drop what is not seen
# or read the wide signs of East Asian keyboards as the narrow ones.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = " \xa0\ufeff\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


class _Echo:
    def write(self, value: str) -> str:
        return value


def safe_cell(value: object) -> str:
    """Give a cell's text, with a quote before anything a spreadsheet would run."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(_UNSEEN).startswith(_FORMULA) else text


def csv_answer(
    name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]
) -> StreamingHttpResponse:
    """Answer with a CSV file, a row at a time; UTF-8 with a mark, so that accents survive."""
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(headings)
        for row in rows:
            yield writer.writerow([safe_cell(value) for value in row])

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


# Even a file that a browser would run cannot do anything: it has no origin and loads nothing.
SANDBOX = "default-src 'none'; sandbox"


def attachment(file: BinaryIO, name: str, media_type: str) -> FileResponse:
    """Hand a file over, to be saved and never to be run in the page."""
    handed = FileResponse(file, as_attachment=True, filename=name, content_type=media_type)
    handed["X-Content-Type-Options"] = "nosniff"
    handed["Content-Security-Policy"] = SANDBOX
    handed["Cache-Control"] = "no-store"
    return handed
