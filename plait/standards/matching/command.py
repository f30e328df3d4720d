"""The command `plait link`: two files in, who is who out; it needs no record and no database."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

HELP = "find the same child in two CSV files"
HASH_HELP = "write a list of children under a key, for a partner that may not send names"
MORE = """\
Columns, in any order and any case: forename, surname, dob (YYYY-MM-DD or DD/MM/YYYY), sex,
postcode, upn, nhs. Any may be missing, as long as two of forename, surname and dob, or upn, or
nhs are there; other columns are ignored. a_row and b_row count the rows of data from 1: the row
under the header is 1. OUT.csv has a_row, b_row, probability, decision (link or review) and why;
pairs left apart are not in it. A file that `plait hash` wrote holds no names; the other is put
under the same key with --key. Such a match is weaker: it knows a short form, not a slip."""
HASH_MORE = """\
Reads the columns of `plait link` and writes each fact under the key (HMAC-SHA-256), a row for
each row. Who holds the key can try out every name and birth date: keep both as you keep names."""


def add_parsers(groups: "argparse._SubParsersAction[Any]") -> None:
    """Add `link`."""
    parser = groups.add_parser(
        "link", help=HELP, description=MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("left", metavar="A.csv", type=Path, help="one list of children")
    parser.add_argument("right", metavar="B.csv", type=Path, help="the other list")
    parser.add_argument("--out", metavar="OUT.csv", type=Path, required=True, help="the answer")
    parser.add_argument(
        "--threshold",
        type=_share,
        metavar="X",
        help="link from this probability on; below it a person looks (default 0.95)",
    )
    parser.add_argument("--low", type=_share, metavar="X", help="below this, apart (default 0.2)")
    parser.add_argument(
        "--many",
        action="store_true",
        help="one record may have several partners (a list that names a child twice)",
    )
    parser.add_argument("--json", action="store_true", help="the counts as JSON")
    parser.add_argument("--key", metavar="KEY", type=Path, help="the key of a file without names")
    parser.set_defaults(run=run)
    _add_hash(groups)


def _add_hash(groups: "argparse._SubParsersAction[Any]") -> None:
    parser = groups.add_parser(
        "hash",
        help=HASH_HELP,
        description=HASH_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("list", metavar="LIST.csv", type=Path, nargs="?", help="children by name")
    parser.add_argument("--key", metavar="KEY", type=Path, help="the file of the common key")
    parser.add_argument("--out", metavar="OUT.csv", type=Path, help="the list under the key")
    carry = "columns of the list, with commas, that are written as they are: not hashed"
    parser.add_argument("--carry", metavar="COLUMNS", default="", help=carry)
    parser.add_argument("--new-key", metavar="KEY", type=Path, help="only make a key at random")
    parser.set_defaults(run=run_hash)


def _share(text: str) -> float:
    share = float(text)
    if not 0 < share < 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return share


def run(args: argparse.Namespace) -> int:
    """Link the files and say how many pairs were found."""
    from plait.standards.matching import files
    from plait.standards.matching.refusal import Refused
    from plait.standards.matching.whole_files import link

    try:
        _not_over_a_source(args)
        left, right = _both(args)
        at = _thresholds(args, max(len(left), len(right)))
        found, weights = link(left, right, at=at, one_to_one=not args.many)
        files.write(args.out, found, left, right)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    links = sum(one.decision == "link" for one in found)
    told = {
        "out": str(args.out), "a_rows": len(left), "b_rows": len(right), "links": links,
        "review": len(found) - links, "threshold": at.high, "low": at.low,
        "weights": f"{weights.version}, {weights.origin}",
    }  # fmt: skip
    print(json.dumps(told) if args.json else _sentence(told))
    return 0


def run_hash(args: argparse.Namespace) -> int:
    """Write a list under a key, or make the key."""
    from plait.standards.matching import files, hashed_files
    from plait.standards.matching.refusal import Refused

    try:
        if args.new_key:
            hashed_files.new_key(args.new_key)
            print(f"A key is in {args.new_key}. Give it to the other side by a safe way, once.")
            return 0
        if not (args.list and args.key and args.out):
            raise Refused("Say which list, which key and where to: LIST.csv --key KEY --out OUT.")
        if args.out.exists() and args.list.exists() and args.out.samefile(args.list):
            raise Refused(f"{args.out}: this is the list itself; choose another to write to.")
        key = hashed_files.key_of(args.key)
        names = [name.strip() for name in args.carry.split(",") if name.strip()]
        people, beside = files.read(args.list), files.carried(args.list, names)
        count = hashed_files.write(args.out, people, key=key, carried=names, beside=beside)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(f"{count} rows under the key, written to {args.out}. It holds no name.")
    return 0


def _both(args: argparse.Namespace) -> Any:
    """Read both files; where one holds no names, the other is put under the same key."""
    from plait.standards.matching import files, hashed_files
    from plait.standards.matching.hashing import hashed
    from plait.standards.matching.refusal import Refused

    marks = [hashed_files.mark_in(path) for path in (args.left, args.right)]
    if not any(marks):
        return files.read(args.left), files.read(args.right)
    if not all(marks) and args.key is None:
        raise Refused("One file holds no names: say under which key it was made, with --key KEY.")
    key = hashed_files.key_of(args.key) if args.key else b""
    used = {mark or hashed_files.mark_of(key) for mark in marks}
    if len(used) > 1:
        raise Refused("The two were not made under one key, so nobody would be found; ask for it.")
    return [
        hashed_files.read(path) if mark else [hashed(one, key=key) for one in files.read(path)]
        for path, mark in zip((args.left, args.right), marks, strict=True)
    ]


def _thresholds(args: argparse.Namespace, size: int) -> Any:
    from plait.standards.matching.deciding import Thresholds, thresholds

    usual = thresholds(size)
    high = args.threshold or usual.high
    return Thresholds(high=high, low=min(args.low or usual.low, high))


def _not_over_a_source(args: argparse.Namespace) -> None:
    from plait.standards.matching.refusal import Refused

    for source in (args.left, args.right):
        if args.out.exists() and source.exists() and args.out.samefile(source):
            raise Refused(f"{args.out}: this is a file that is read; choose another to write to.")


def _sentence(told: dict[str, Any]) -> str:
    return (
        f"{told['a_rows']} and {told['b_rows']} rows: {told['links']} links, {told['review']} "
        f"for a person to look at, written to {told['out']}. "
        f"Linked from {told['threshold']}; weights {told['weights']}."
    )
