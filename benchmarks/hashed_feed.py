"""A partner's file of hashes against a register of 300,000 children, by the usual door.

`python -m benchmarks.hashed_feed`. The register is that of `one_referral`; the file has another
agency's 20,000 persons under a key, each with an involvement. Printed are the seconds of hashing
the register, of the look and of the load, the memory, and how well the links agree with the truth.
"""

import argparse
import csv
import os
import resource
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks import one_referral
from benchmarks.area import plait


def main() -> None:
    """Fill the register unless that was done before, send the file, and print what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--children", type=int, default=300_000)
    parser.add_argument("--sent", type=int, default=20_000)
    args = parser.parse_args()
    home = one_referral.HOME
    os.environ |= {
        "PLAIT_HOME": str(home), "PLAIT_BENCH_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "plait.config.settings",
    }  # fmt: skip
    from benchmarks import area

    area.HOME = home
    if not (home / "secret-key").exists():
        plait("migrate")
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        _measure(args.children, args.sent)


def _measure(children: int, sent: int) -> None:
    from plait.access.context import acting_as
    from plait.intake.hash_keys import make_hash_key
    from plait.intake.loading import load_file
    from plait.people.near_hashed import near_by_hash
    from plait.sample.truth.agencies import two_agencies
    from plait.standards.matching.hashed_files import read

    truth = two_agencies(each=children)
    officer = one_referral._filled(children, truth.left)
    with acting_as(officer):
        key = make_hash_key(kind="care", sender="Bench", by=officer, at=one_referral.AT)
    rows = list(range(0, len(truth.right), max(1, len(truth.right) // sent)))[:sent]
    file = _file(one_referral.HOME, [truth.right[n] for n in rows], rows, key)
    print(f"{children:,} children held, {len(rows):,} rows of hashes, load {os.getloadavg()}")
    people, began, worked = read(file), perf_counter(), process_time()
    with acting_as(officer):
        near = near_by_hash(people, key=key.encode(), area=officer.area)
    print(
        f"register hashed in {perf_counter() - began:.1f} s ({process_time() - worked:.1f} s of "
        f"this process); {len(near):,} children near"
    )
    began, worked = perf_counter(), process_time()
    told = load_file(file, by=officer, at=one_referral.AT, kind="care", sender="Bench")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"look and load {perf_counter() - began:.1f} s ({process_time() - worked:.1f} s of this "
        f"process), at most {most:.0f} MB; {told['counts']}"
    )
    with acting_as(officer):
        _quality(truth, rows, officer)


def _file(folder: Path, people: list[dict[str, str]], rows: list[int], key: str) -> Path:
    """Write a list by name and put it under the key with the partner's own command."""
    named, secret, out = (folder / name for name in ("list.csv", "list.key", "hashed.csv"))
    facts = {"involvement": "cin", "since": "2026-02-01"}
    with named.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, [*people[0], "their_number", *facts])
        table.writeheader()
        table.writerows(p | facts | {"their_number": n} for p, n in zip(people, rows, strict=True))
    secret.write_text(key)
    from plait.__main__ import main as command

    carry = ",".join(("their_number", *facts))
    command(["hash", str(named), "--key", str(secret), "--out", str(out), "--carry", carry])
    return out


def _quality(truth: Any, rows: list[int], by: Any) -> None:
    from plait.people.models import Child, Incoming

    ids = Child.objects.filter(area=by.area).order_by("pk").values_list("pk", flat=True)
    held = [n for n, row in enumerate(truth.left) if one_referral._sent(row).birth_date]
    place = dict(zip(ids, held, strict=True))
    lines = Incoming.objects.filter(area=by.area, sender="Bench")
    states = {int(one.their_key.rpartition(":")[2]): one for one in lines}
    asked, known = set(rows), set(held)
    pairs = {b: a for a, b in truth.pairs() if a in known}
    true = {b: a for b, a in pairs.items() if b in asked}
    links = {b: place[one.child_id] for b, one in states.items() if one.state == "linked"}
    right = sum(true.get(b) == a for b, a in links.items())
    middle = sum(one.state == "review" and one.rule != "no hash" for one in states.values())
    print(
        f"{len(links):,} links, precision {right / max(1, len(links)):.4f}, recall "
        f"{right / max(1, len(true)):.4f}, {middle:,} to a person"
    )


if __name__ == "__main__":
    main()
