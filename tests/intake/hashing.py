"""Files under a key, made as a partner makes them: by `plait hash`, from its own list."""

import csv

from intake.sending import USUAL
from plait.__main__ import main

TWIN = {"Forename": "Eve"}
OTHER = {"Forename": "Zoe", "Surname": "Hill", "Date of birth": "2014-05-06", "Postcode": "XY9 9XY"}
FACT = {"their_number": "77", "involvement": "cin", "since": "2026-02-01", "team": "East"}
NAMES = {"Forename": "forename", "Surname": "surname", "Date of birth": "dob", "Sex": "sex",
         "Postcode": "postcode", "UPN": "upn", "NHS number": "nhs"}  # fmt: skip


def under(key: str, folder, *people: dict[str, str], facts: list[dict[str, str]] = ()) -> bytes:
    """Give a file of people under a key, each with a fact: the usual one where none is given."""
    rows = []
    for place, one in enumerate(people):
        fact = facts[place] if facts else FACT | {"their_number": f"{77 + place}"}
        whole = {NAMES[n]: v for n, v in (USUAL | {"UPN": "", "NHS number": ""} | one).items()}
        rows.append(whole | fact)
    carried = [name for name in rows[0] if name not in NAMES.values()]
    with (folder / "list.csv").open("w", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(rows)
    (folder / "key").write_text(key)
    done = main(["hash", f"{folder}/list.csv", "--key", f"{folder}/key", "--out",
                 f"{folder}/out.csv", "--carry", ",".join(carried)])  # fmt: skip
    assert done == 0
    return (folder / "out.csv").read_bytes()
