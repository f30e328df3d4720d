"""Writes data/bank_holidays.csv: `python -m plait.law.freeze_bank_holidays`."""

import csv
from datetime import date

from plait.law.calendar import BANK_HOLIDAYS_FILE, FIRST_YEAR, LAST_YEAR


def from_library() -> dict[date, str]:
    """England's bank holidays as the `holidays` library (a development dependency) knows them."""
    import holidays

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return dict(sorted(holidays.country_holidays("GB", subdiv="ENG", years=years).items()))


def main() -> None:
    with BANK_HOLIDAYS_FILE.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(["day", "name"])
        lines.writerows(from_library().items())


if __name__ == "__main__":
    main()
