"""Write a CSV as partners do: a heading, then rows, each by column name."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path


def write_table(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, str]],
    encoding: str = "utf-8",
) -> None:
    with path.open("w", encoding=encoding, newline="") as out:
        table = csv.DictWriter(out, columns, restval="")
        table.writeheader()
        table.writerows(rows)
