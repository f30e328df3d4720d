"""The commands `plait id` and `plait sen2`, which start without Django or a database."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

SubParsers = Any  # what argparse's add_subparsers() gives; its own type is private


def add_parsers(sub: SubParsers) -> dict[str, SubParsers]:
    """Add both commands and give their groups of subcommands, for others to join."""
    ids = sub.add_parser("id", help="check identifiers: UPN, ULN, NHS number, URN and others")
    id_group = ids.add_subparsers(title="what to do", required=True)
    checking = _command(
        id_group, "check", "say what a value is and whether it can be right", check_ids
    )
    checking.add_argument("values", nargs="+", metavar="VALUE", help="such as B801200005001")
    sen2 = sub.add_parser("sen2", help="check, convert or export the SEN2 return")
    sen2_group = sen2.add_subparsers(title="what to do", required=True)
    faults = _command(sen2_group, "check", "list a return's faults, each with its mend", check_sen2)
    faults.add_argument("file", metavar="FILE", help="SEN2 XML, or blade CSV files (folder or zip)")
    faults.add_argument("--year", type=int, help="check as a return of this year")
    convert = _command(
        sen2_group, "convert", "turn XML into blade CSV files, or back", convert_sen2
    )
    convert.add_argument("source", metavar="IN", help="an .xml file, a folder or a .zip")
    convert.add_argument("out", metavar="OUT", help="an .xml file, a folder or a .zip")
    return {"id": id_group, "sen2": sen2_group}


def _command(
    group: SubParsers, name: str, says: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = group.add_parser(name, help=says, description=says)
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object and nothing else"
    )
    parser.set_defaults(run=run)
    return parser


def check_ids(args: argparse.Namespace) -> int:
    """Say of each value what it can be, and why or why not."""
    from plait.standards.identifiers import identify

    told = []
    for value in args.values:
        found = identify(value)
        right = [one for one in found if one.valid]
        shown = right or found
        told.append({
            "value": value,
            "kinds": [one.kind for one in shown],
            "valid": bool(right),
            "why": " ".join(dict.fromkeys(one.why for one in shown))
            or "It has the shape of no identifier known here.",
        })  # fmt: skip
    if args.json:
        print(json.dumps({"values": told}, ensure_ascii=False))
    else:
        for one in told:
            print(f"{one['value']}: {'can be right' if one['valid'] else 'wrong'}. {one['why']}")
    return 0 if all(one["valid"] for one in told) else 1


def check_sen2(args: argparse.Namespace) -> int:
    """Print the faults of a return."""
    from plait.standards.sen2.layout import FORESEEN_YEAR, KNOWN_YEARS
    from plait.standards.sen2.message import Unreadable

    try:
        report = _report(args.file, args.year)
    except Unreadable as refusal:
        return _refused(args.file, refusal)
    if args.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        for fault in report["faults"]:
            who = f"person {fault['person']}" if fault["person"] else "header"
            print(f"{fault['severity']} {fault['rule']} line {fault['line']} {who} {fault['field']}"
                  f" {fault['value']!r}: {fault['message']} {fault['mend']}")  # fmt: skip
        counts = report["counts"]
        print(f"{report['persons']} persons: {counts['error']} errors, {counts['query']} queries.")
        if report["year"] == FORESEEN_YEAR:
            print(f"Checked by the rules of {KNOWN_YEARS[-1]}: those of {FORESEEN_YEAR} were not "
                  "known to this software.")  # fmt: skip
    return 1 if report["faults"] else 0


def _report(file: str, year: int | None) -> dict[str, Any]:
    from plait.standards.sen2.check import check

    message = _message(Path(file), year)
    persons = 0

    def counted() -> Any:
        nonlocal persons
        for person in walked:
            persons += 1
            yield person

    walked, message.persons = message.persons, counted()
    faults = [fault._asdict() for fault in check(message, year=year)]
    counts = {kind: sum(f["severity"] == kind for f in faults) for kind in ("error", "query")}
    return {
        "file": file,
        "year": year or message.year,
        "persons": persons,
        "counts": counts,
        "faults": faults,
    }


def convert_sen2(args: argparse.Namespace) -> int:
    """Write what one kind of file holds as the other kind, by the endings of their names."""
    from datetime import datetime

    from plait.standards.sen2.blade_write import write_blade
    from plait.standards.sen2.message import Unreadable
    from plait.standards.sen2.read import verify_whole
    from plait.standards.sen2.write import write

    source, out = Path(args.source), Path(args.out)
    if (unfit := _unfit_target(source, out)) is not None:
        print(unfit, file=sys.stderr)
        return 2
    try:
        if not _is_blade(source):
            verify_whole(source)
        message = _message(source, None)
        if out.suffix.lower() == ".xml":
            persons, note = write(out, message.header, message.persons, message.year)
        else:
            on = datetime.now().astimezone().date()
            note = ""
            persons = write_blade(out, message.header, message.persons, message.year, on=on)
    except Unreadable as refusal:
        return _refused(args.source, refusal)
    except OSError as refusal:
        print(f"{args.out}: cannot be written: {refusal.strerror}", file=sys.stderr)
        return 2
    told = {"out": str(out), "year": message.year, "persons": persons, "note": note}
    if args.json:
        print(json.dumps(told))
    else:
        print(f"{persons} persons written to {out}. {note}".rstrip())
    return 0


def _unfit_target(source: Path, out: Path) -> str | None:
    """Why this place cannot be written to: it is the source itself, or of no known kind."""
    if out.suffix.lower() not in (".xml", ".zip", "") and not out.is_dir():
        return f"{out}: its name must end in .xml or .zip, or be a folder's, without an ending."
    if out.exists() and source.exists() and out.samefile(source):
        return f"{out}: this is the file that is read; choose another name to write to."
    return None


def _is_blade(path: Path) -> bool:
    return path.is_dir() or path.suffix.lower() == ".zip"


def _message(path: Path, year: int | None) -> Any:
    from plait.standards.sen2.blade import read_blade
    from plait.standards.sen2.read import read

    return read_blade(path, year=year) if _is_blade(path) else read(path, year=year)


def _refused(file: str, refusal: Exception) -> int:
    print(f"{file}: {refusal}", file=sys.stderr)
    return 2
