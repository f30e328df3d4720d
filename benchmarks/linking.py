"""Linking two files of an area, against plain Splink on the same rows and cores; and its quality.

`python -m benchmarks.linking --each 200000 --runs 5`. Both start from the raw rows: ours brings
names, dates and numbers to one form in its time. Plain Splink has its library's comparisons, six
blocks, EM on two of them, the same threshold and mutual best.
"""

import argparse
import os
import statistics
from collections.abc import Callable
from time import perf_counter

from plait.sample.truth.agencies import Truth, two_agencies
from plait.sample.truth.quality import HEAD, line, measure
from plait.sample.truth.random_faults import two_lists
from plait.standards.matching.hashing import hashed
from plait.standards.matching.person import person
from plait.standards.matching.register import Register, candidates
from plait.standards.matching.whole_files import link

Found = list[tuple[int, int, str]]
BLOCKS = (("nhs",), ("upn",), ("surname", "dob"), ("forename", "dob"), ("postcode", "dob"),
          ("forename", "surname", "postcode"))  # fmt: skip
REFERRALS = 500
KEY = b"a key for the measurement only"


def main() -> None:
    """Print times, quality and the time of one referral."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    truth = two_agencies(each=args.each)
    print(f"{args.each} + {args.each} rows, {args.runs} alternating runs, load {os.getloadavg()}")
    ours, plain = _alternating(truth, args.runs)
    ratio = statistics.median(ours) / statistics.median(plain)
    print(f"ours {_range(ours)}; plain Splink {_range(plain)}; {ratio:.2f} x, reach 1.1 x")
    print(HEAD)
    print(line("agencies, ours", measure(truth, _ours(truth))))
    print(line("agencies, plain Splink", measure(truth, _plain(truth))))
    print(line("agencies, by keyed hash", measure(truth, _by_hash(truth))))
    other = two_lists(each=args.each)
    print(line("random faults, ours", measure(other, _ours(other))))
    print(line("random faults, plain Splink", measure(other, _plain(other))))
    _referrals(truth)


def _alternating(truth: Truth, runs: int) -> tuple[list[float], list[float]]:
    ours, plain = [], []
    for _ in range(runs):
        ours.append(_seconds(lambda: _ours(truth)))
        plain.append(_seconds(lambda: _plain(truth)))
    return ours, plain


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _ours(truth: Truth) -> Found:
    left, right = ([person(str(n), row) for n, row in enumerate(rows)] for rows in _ends(truth))
    return [(one.left, one.right, one.decision) for one in link(left, right)[0]]


def _by_hash(truth: Truth) -> Found:
    left, right = (
        [hashed(person(str(n), row), key=KEY) for n, row in enumerate(rows)]
        for rows in _ends(truth)
    )
    return [(one.left, one.right, one.decision) for one in link(left, right)[0]]


def _ends(truth: Truth) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    return truth.left, truth.right


def _plain(truth: Truth) -> Found:
    """Link with Splink as its own guide shows it, at 0.95 and mutual best."""
    import pyarrow as pa
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    database = DuckDBAPI()
    tables = []
    for name, rows in zip(("a_left", "b_right"), _ends(truth), strict=True):
        kept = {c: [row[c].strip().lower() or None for row in rows] for c in rows[0]}
        table = pa.table({"unique_id": list(range(len(rows))), **kept})
        tables.append(database.register(table, table_name=name))
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.NameComparison("forename"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("sex"),
            cl.PostcodeComparison("postcode"),
            cl.ExactMatch("upn"),
            cl.ExactMatch("nhs"),
        ],
        blocking_rules_to_generate_predictions=[block_on(*block) for block in BLOCKS],
    )
    linker = Linker(tables, settings, log_level=None)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("nhs"), block_on("forename", "surname", "dob")], recall=0.8
    )
    training.estimate_u_using_random_sampling(max_pairs=1_000_001, seed=1)
    training.estimate_parameters_using_expectation_maximisation(block_on("forename", "surname"))
    training.estimate_parameters_using_expectation_maximisation(block_on("dob"))
    found = linker.inference.predict(threshold_match_probability=0.95)
    return _mutual_best(database, found.physical_name)


def _mutual_best(database: object, table: str) -> Found:
    rows = database._con.execute(  # type: ignore[attr-defined]
        f"""select unique_id_l, unique_id_r from {table}
        qualify row_number() over (partition by unique_id_l order by match_weight desc) = 1
        and row_number() over (partition by unique_id_r order by match_weight desc) = 1"""
    ).fetchall()
    return [(left, right, "link") for left, right in rows]


def _referrals(truth: Truth) -> None:
    start = perf_counter()
    register = Register([person(str(n), row) for n, row in enumerate(truth.left)])
    ready = perf_counter() - start
    taken = sorted(
        _seconds(lambda row=row: candidates(person("new", row), register))  # type: ignore[misc]
        for row in truth.right[:REFERRALS]
    )
    middle, late = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    times = " / ".join(f"{one * 1000:.2f}" for one in (middle, late, taken[-1]))
    print(f"one referral against {len(truth.left)}: median, p95 and most {times} ms")
    print(f"the register was made ready in {ready:.1f} s")


def _range(taken: list[float]) -> str:
    return f"{statistics.median(taken):.1f} s ({min(taken):.1f} to {max(taken):.1f})"


if __name__ == "__main__":
    main()
