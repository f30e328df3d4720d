"""The command `plait link`: two files in, who is who out; it needs no record and no database."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

HELP = "find the same child in two CSV files"
MORE = """\
Columns, in any order and any case: forename, surname, dob (YYYY-MM-DD or DD/MM/YYYY), sex,
postcode, upn, nhs. Any may be missing, as long as two of forename, surname and dob, or upn, or
nhs are there; other columns are ignored. a_row and b_row count the rows of data from 1: the row
under the header is 1. OUT.csv has a_row, b_row, probability, decision (link or review) and why;
pairs left apart are not in it."""


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
    parser.set_defaults(run=run)


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
        left, right = files.read(args.left), files.read(args.right)
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
