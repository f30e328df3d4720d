"""Absence of 38 million marks, from stored registers, against DuckDB over one row a mark."""

import os
import random
import statistics
import tempfile
import time
from array import array
from collections.abc import Iterator
from pathlib import Path

from benchmarks import area
from plait.standards.attendance.area import Sums, summed
from plait.standards.attendance.codes import CODES
from plait.standards.attendance.measures import Counts, count

PUPILS, WEEKS, ROUNDS = 100_000, 38, 5
FOR_DISK = 10_000  # pupils; the ratio of the sizes is the same for any number
SEED = 7
LIKELY = {
    "/": 925, "I": 25, "O": 12, "U": 3, "C2": 8, "K": 6, "B": 4, "Q": 2, "E": 3, "M": 8, "X": 4,
}  # fmt: skip
TABLE = "bench_register"


def main() -> None:
    """Print the ratios of time and of disk, with the range of the alternating runs."""
    area.ready(600)
    os.environ |= {"PLAIT_HOME": str(area.HOME), "DJANGO_SETTINGS_MODULE": "plait.config.settings"}
    from plait.config import postgres

    with postgres.start(), tempfile.TemporaryDirectory() as folder:
        import django

        django.setup()
        from django.db import connections

        with connections["owner"].cursor() as cursor:
            _store(cursor, PUPILS)
            _speed(cursor, Path(folder))
            _disk(cursor)
            cursor.execute(f"DROP TABLE IF EXISTS {TABLE}, bench_mark")


def _registers(pupils: int) -> Iterator[bytes]:
    """Give made-up registers: mostly there, each child with habits of its own."""
    dice = random.Random(SEED)
    bytes_of = [CODES[code].byte for code in LIKELY]
    for _ in range(pupils):
        away = dice.choice((0.3, 1, 1, 1, 2, 8))
        weights = [w if code == "/" else w * away for code, w in LIKELY.items()]
        days = dice.choices(bytes_of, weights, k=10 * WEEKS)
        yield b"".join(bytes(days[i : i + 10]) + b"\0\0" for i in range(0, len(days), 10))


def _store(cursor, pupils: int) -> None:
    """Keep registers in a table made like the product's own, indexes too."""
    cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
    cursor.execute(f"CREATE TABLE {TABLE} (LIKE attendance_register INCLUDING ALL)")
    columns = "id, area_id, child_id, school_year, marks, known_to"
    with cursor.copy(f"COPY {TABLE} ({columns}) FROM STDIN") as rows:
        for number, marks in enumerate(_registers(pupils), 1):
            rows.write_row((number, 1, number, 2025, marks, "2026-07-20"))
    cursor.execute(f"ANALYZE {TABLE}")


def _speed(cursor, folder: Path) -> None:
    import duckdb

    parquet = folder / "marks.parquet"
    _write_parquet(cursor, parquet)
    duck = duckdb.connect()
    duck.execute("SET threads = 2")
    ours, theirs = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        mine = _ours(cursor)
        ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        found = duck.execute(_sql(parquet)).fetchone()
        theirs.append(time.perf_counter() - began)
        assert _as_told(mine) == found, (_as_told(mine), found)
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    print("work | seconds | against | ratio (least to most)")
    print(
        f"absence of {PUPILS * WEEKS * 10:,} marks from stored registers | "
        f"{statistics.median(ours):.2f} | DuckDB over Parquet {statistics.median(theirs):.2f} | "
        f"{statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})",
        flush=True,
    )


def _ours(cursor) -> Sums:
    cursor.execute(f"SELECT marks FROM {TABLE}")
    return summed(count(bytes(marks)) for (marks,) in cursor.fetchall())


def _as_told(found: Sums) -> tuple[int, ...]:
    told: Counts = found.counts
    return (
        found.persistent, found.severe, told.possible, told.authorised, told.unauthorised,
        told.part_time, told.elsewhere, told.not_required, told.suspended, told.not_expected,
    )  # fmt: skip


def _write_parquet(cursor, path: Path) -> None:
    import duckdb
    import pyarrow as pa

    cursor.execute(f"SELECT id, marks FROM {TABLE} ORDER BY id")
    pupil, byte = array("i"), bytearray()
    for number, marks in cursor.fetchall():
        pupil.extend(array("i", [number]) * len(marks))
        byte += bytes(marks)
    size = len(byte)
    places = array("i", range(12 * WEEKS)) * (size // (12 * WEEKS))
    table = pa.table({
        "pupil": pa.Array.from_buffers(pa.int32(), size, [None, pa.py_buffer(pupil)]),
        "place": pa.Array.from_buffers(pa.int32(), size, [None, pa.py_buffer(places)]),
        "byte": pa.Array.from_buffers(pa.uint8(), size, [None, pa.py_buffer(bytes(byte))]),
    })  # fmt: skip
    duck = duckdb.connect()
    duck.register("held", table)
    duck.execute("CREATE TABLE code (byte UTINYINT, code VARCHAR)")
    duck.executemany("INSERT INTO code VALUES (?, ?)", [(c.byte, c.code) for c in CODES.values()])
    duck.execute(
        "COPY (SELECT pupil, DATE '2025-09-01' + (place // 12 * 7 + place % 12 // 2)::INT AS day, "
        "place % 2 AS half, code FROM held JOIN code USING (byte) ORDER BY pupil, day, half) "
        f"TO '{path}' (FORMAT parquet)"
    )


def _sql(path: Path) -> str:
    def where(said) -> str:
        named = ", ".join(f"'{code.code}'" for code in CODES.values() if said(code))
        return f"count(*) FILTER (WHERE code IN ({named}))"

    return f"""
WITH each AS (
  SELECT pupil, {where(lambda c: c.possible)} AS possible,
    {where(lambda c: c.group == "authorised")} AS authorised,
    {where(lambda c: c.group == "unauthorised")} AS unauthorised,
    {where(lambda c: "part_time" in c.hides)} AS part_time,
    {where(lambda c: "elsewhere" in c.hides)} AS elsewhere,
    {where(lambda c: "not_required" in c.hides)} AS not_required,
    {where(lambda c: "suspended" in c.hides)} AS suspended,
    {where(lambda c: "not_expected" in c.hides)} AS not_expected
  FROM '{path}' GROUP BY pupil)
SELECT count(*) FILTER (WHERE possible > 0 AND 10 * (authorised + unauthorised) >= possible),
  count(*) FILTER (WHERE possible > 0 AND 2 * (authorised + unauthorised) >= possible),
  sum(possible)::BIGINT, sum(authorised)::BIGINT, sum(unauthorised)::BIGINT,
  sum(part_time)::BIGINT, sum(elsewhere)::BIGINT, sum(not_required)::BIGINT,
  sum(suspended)::BIGINT, sum(not_expected)::BIGINT
FROM each"""


def _disk(cursor) -> None:
    """Compare the size on disk, indexes too, with one row a mark and a key that finds it."""
    _store(cursor, FOR_DISK)
    cursor.execute("DROP TABLE IF EXISTS bench_mark")
    cursor.execute(
        "CREATE TABLE bench_mark (pupil int, day date, half smallint, code varchar(2), "
        "PRIMARY KEY (pupil, day, half))"
    )
    cursor.execute(
        f"INSERT INTO bench_mark SELECT id, date '2025-09-01' + (place / 12 * 7 + place % 12 / 2), "
        f"place % 2, chr(get_byte(marks, place)) FROM {TABLE}, "
        f"generate_series(0, {12 * WEEKS - 1}) AS place WHERE get_byte(marks, place) <> 0"
    )
    sizes = []
    for table in (TABLE, "bench_mark"):
        cursor.execute("SELECT pg_total_relation_size(%s)", [table])
        sizes.append(cursor.fetchone()[0])
    ours, theirs = sizes
    print(
        f"the marks of {FOR_DISK:,} pupils on disk | {ours / 1e6:.1f} MB | one row a mark "
        f"{theirs / 1e6:.1f} MB | {ours / theirs:.3f}"
    )


if __name__ == "__main__":
    main()
