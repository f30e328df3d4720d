"""Each column of each table, and each value of each bundle, holding what once broke readers."""

import json

import pytest

from intake import health_makers, school_makers
from intake.sending import row
from intake.test_fuzzed_feeds import GOOD, TABLES, _csv, everybody, taken

__all__ = ["everybody"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CELLS = (
    "9" * 5000, "1" + "0" * 400, "-" + "9" * 20, "9" * 19, "A" * 10_000, "0001-01-01", "9999-12-31",
    "31/12/0000", "²", "٣", "１２", "²026-01-01", "٢٠٢٦-٠١-٠١", "NaN", "Infinity",
    "-inf", "1e999", "1_000",
    "=cmd|'/C calc'!A0", "@SUM(1)", "\u202etxt.exe", "\u0000", "\ufffe", "🙂" * 300, "K" * 256,
    "2026-02-30", "25:61", "0", "-1", "2147483648", "9223372036854775808", ";" * 300, "'\"--",
    "ﬁ" * 200, "İ" * 200, "ß" * 200,
)  # fmt: skip
LISTS = (
    *CELLS[:4],
    *CELLS[19:23],
    None,
    True,
    10**400,
    1e308,
    [],
    {},
    [[[]]],
    [None],
    {"reference": 1},
    -1,
    "Ada\ud800",
    [{"family": "O\ud800", "given": ["A\udfff"]}],
    [{"text": "Sp\ud800", "value": "\0"}],
    {"text": "Sp\ud800"},
)


@pytest.mark.parametrize("kind", TABLES)
def test_a_cell_made_to_hurt_is_a_fault_of_its_line(everybody, kind):
    good = row(*GOOD[kind])
    for name in reversed(fields_of_all(kind)):
        whole = good | {name: ""}
        told = [[*(whole | {name: cell}).values()] for cell in CELLS]
        try:
            taken(everybody, kind, _csv([list(whole), *told]))
        except Exception as why:
            pytest.fail(f"{kind}, {name}: {type(why).__name__}: {str(why)[:300]}")


def fields_of_all(kind):
    from plait.intake.feeds import fields_of

    return list(fields_of(kind).values())


@pytest.mark.parametrize("place", range(3))
def test_a_value_of_a_bundle_made_to_hurt_ends_in_words(everybody, place):
    made = [health_makers.PATIENT, health_makers.REQUEST, health_makers.APPOINTMENT]
    for name in made[place]:
        for value in LISTS:
            resources = [dict(one) for one in made]
            resources[place][name] = value
            try:
                taken(everybody, "fhir", health_makers.bundle(*resources))
            except Exception as why:
                pytest.fail(f"{name}={str(value)[:40]}: {type(why).__name__}: {str(why)[:300]}")


WHOLE = {
    "deep": b"[" * 200_000, "deep object": b'{"a":' * 100_000,
    "utf-16": "a,b\n1,2\n".encode("utf-16"),
    "bundle in utf-16": json.dumps({"resourceType": "Bundle"}).encode("utf-16"),
    "number": b'{"resourceType":"Bundle","total":' + b"9" * 6000 + b"}",
    "long line": b"UPN," + b"x" * 10_000_000, "wide": b",".join(b"c%d" % n for n in range(100_000)),
    "laughs": b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 1000 + b'">]><a>&b;</a>',
    "outside": b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><CTfile>&a;</CTfile>',
    "deep tags": b"<a>" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("what", WHOLE)
@pytest.mark.parametrize("kind", ["fhir", "ctf", "census", "roll", "contacts"])
def test_a_whole_file_made_to_hurt_is_refused_in_words(everybody, kind, what):
    assert taken(everybody, kind, WHOLE[what]).state == "refused"


@pytest.mark.parametrize("cell", CELLS)
def test_a_transfer_file_with_a_value_made_to_hurt_ends_in_words(everybody, cell):
    whole = school_makers.ctf(school_makers.HISTORY, school_makers.SEN, school_makers.YEAR).decode()
    cell = cell.replace("&", "").replace("<", "").replace("\0", "")
    for cut in ("2022-09-05", "2023-01-09", "378", "2025", "4000", "201", "7", "K", "2013-03-05"):
        taken(everybody, "ctf", whole.replace(f">{cut}<", f">{cell}<").encode())
