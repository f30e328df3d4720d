"""Feeds that are handed anything at all: faults or a refusal in words, and nothing half written."""

import io
import json
import zipfile

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake import health_makers, school_makers, sending
from intake.conftest import AT
from intake.sending import row, rows
from plait.access.context import acting_as
from plait.intake import delivering, loading
from plait.intake.feeds import FEEDS, fields_of
from plait.intake.models import LineFault
from plait.people.models import Child

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ROLES = ("dco", "home_education_officer")
OF_CHILDREN = [
    kind for kind in FEEDS
    if kind not in ("schools", "school_links", "people", "allocation", "closures", "sen2")
]  # fmt: skip
TABLES = [kind for kind in OF_CHILDREN if fields_of(kind)]
ANYHOW = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CELLS = st.one_of(
    st.text(max_size=12), st.sampled_from(["", "2026-10-05", "31/12/9999", "0000-00-00", "-1", "I",
        "K", "1e9", "99999999999999999999", "NaN", "100000", "autumn", "2025/26", "\x00", "Ada",
        "Example", "2013-03-05", "R1", "cin", "5", "=1+1", "T201499913001", "\ud800" * 0]),
)  # fmt: skip


@pytest.fixture
def everybody(officer, arranging):
    """An officer who may load every kind, with the schools there."""
    from datetime import date

    from plait.people.models import Post

    with arranging():
        for role in ROLES:
            Post.objects.create(
                area=officer.area, user=officer.user, role=role, since=date(2020, 1, 1)
            )
    object.__setattr__(officer, "roles", officer.roles | set(ROLES))
    with acting_as(officer):
        one, _ = delivering.receive(
            by=officer, name="s.csv", chunks=[school_makers.SCHOOLS], at=AT, kind="schools"
        )
        loading.take_in(one.pk, by=officer, at=AT)
        yield officer


def taken(officer, kind: str, content: bytes):
    """Take a file in and forget it again; whatever it is, the end is told."""
    with transaction.atomic():
        one, _ = delivering.receive(by=officer, name="f", chunks=[content], at=AT, kind=kind)
        one = loading.take_in(one.pk, by=officer, at=AT)
        assert one.state in ("applied", "refused"), one.state
        if one.state == "refused":
            assert one.refusal
            assert not Child.objects.exists()
        else:
            assert one.rows_done == one.rows
            kept_out = one.summary.get("done", {}).get("refused", 0)
            told = LineFault.objects.filter(delivery=one)
            assert told.count() >= kept_out
            assert all(fault.message and fault.mend for fault in told)
        transaction.set_rollback(True)
    return one


@pytest.mark.parametrize("kind", OF_CHILDREN)
@ANYHOW
@given(content=st.binary(min_size=1, max_size=300))
def test_any_bytes_end_in_words(everybody, kind, content):
    taken(everybody, kind, content)


@pytest.mark.parametrize("kind", TABLES)
@ANYHOW
@given(data=st.data())
def test_any_table_under_the_right_headings_ends_in_words(everybody, kind, data):
    heads = list(fields_of(kind).values())
    told = data.draw(st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)),
                              min_size=1, max_size=4))  # fmt: skip
    taken(everybody, kind, _csv([heads, *told]))


@pytest.mark.parametrize("kind", TABLES)
@ANYHOW
@given(data=st.data())
def test_a_good_row_with_one_cell_of_anything_ends_in_words(everybody, kind, data):
    good = row(*GOOD[kind])
    name, value = data.draw(st.sampled_from(sorted(good))), data.draw(CELLS)
    taken(everybody, kind, _csv([list(good), [*(good | {name: value}).values()]]))


@ANYHOW
@given(data=st.data())
def test_any_transfer_file_ends_in_words(everybody, data):
    words = st.text(st.characters(codec="utf-8", exclude_characters="<&>\x00",
                                  exclude_categories=("Cc", "Cs")), max_size=12)  # fmt: skip
    value = data.draw(st.one_of(words, st.sampled_from(["K", "2026-13-01", "9" * 30, ""])))
    whole = school_makers.ctf(school_makers.HISTORY, school_makers.SEN, school_makers.YEAR).decode()
    cut = data.draw(st.sampled_from(["2022-09-05", "2023-01-09", "378", "2025", "4000", "201",
                                     "1", "7", "25.0", "K", "Ada", "2013-03-05"]))  # fmt: skip
    taken(everybody, "ctf", whole.replace(f">{cut}<", f">{value}<").encode())
    end = data.draw(st.integers(1, len(whole)))
    taken(everybody, "ctf", whole[:end].encode())


@ANYHOW
@given(data=st.data())
def test_any_census_ends_in_words(everybody, data):
    group = data.draw(st.sampled_from(sorted(school_makers.CENSUS)))
    lines = school_makers.CENSUS[group].splitlines()
    cells = lines[1].split(",")
    cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(CELLS)
    out = io.StringIO()
    _write(out, [lines[0].split(","), cells])
    told = out.getvalue().encode("utf-8", "replace").decode()
    taken(everybody, "census", school_makers.census(**{group: told}))
    whole = school_makers.census()
    taken(everybody, "census", whole[: data.draw(st.integers(1, len(whole)))])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner,
                                                               max_size=3),
    max_leaves=8,
)  # fmt: skip


@ANYHOW
@given(data=st.data())
def test_any_bundle_ends_in_words(everybody, data):
    resources = [dict(r) for r in (health_makers.PATIENT, health_makers.REQUEST,
                                   health_makers.APPOINTMENT)]  # fmt: skip
    one = data.draw(st.sampled_from(resources))
    one[data.draw(st.sampled_from(sorted(one)))] = data.draw(JSON)
    taken(everybody, "fhir", health_makers.bundle(*resources))
    taken(everybody, "fhir", json.dumps(data.draw(JSON)).encode())


@pytest.mark.parametrize("content", [b'"', b'"a\n', b'a,b\n"', b"\xff\xfe", b"\r", b"{", b"<"])
@pytest.mark.parametrize("kind", OF_CHILDREN)
def test_a_few_bytes_that_once_broke_a_reader_end_in_words(everybody, kind, content):
    assert taken(everybody, kind, content).state == "refused"


def test_a_zip_that_unpacks_to_too_much_is_not_opened(everybody, monkeypatch):
    from plait.standards.school import census

    monkeypatch.setattr(census, "LARGEST_UNPACKED", 1000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a_pupilonroll.csv", "upn\n" + "x\n" * 10_000)
    assert "unpacks to more" in taken(everybody, "census", out.getvalue()).refusal


def _csv(table: list[list[str]]) -> bytes:
    out = io.StringIO()
    _write(out, table)
    return out.getvalue().encode("utf-8", "replace")


def _write(out: io.StringIO, table: list[list[str]]) -> None:
    import csv

    csv.writer(out).writerows(table)


GOOD = {
    "roll": [sending.ROLL], "attendance": [{"URN": "100000", "Date": "2026-11-02", "AM": "/"}],
    "part_time": [sending.PART_TIME], "suspensions": [sending.SUSPENDED],
    "alternative": [sending.ALTERNATIVE], "home_education": [sending.HOME],
    "missing": [sending.MISSING], "referrals": [sending.REFERRED], "care": [sending.CARE],
    "early_years": [{"Known since": "2025-02-01"}],
    "term_counts": [{"URN": "100000", "School year": "2025", "Term": "autumn", "Possible": "140",
                     "Code": "I", "Sessions": "4"}],
    "contacts": [{"Service request id": "R1", "Contact date": "2026-09-14", "Attendance": "5"}],
}  # fmt: skip


def test_every_table_of_children_has_a_good_row_here():
    assert set(GOOD) == set(TABLES)
    assert rows(row(*GOOD["roll"]))
