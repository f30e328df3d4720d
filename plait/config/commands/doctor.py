"""`plait doctor`: is the record sound?"""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

NAME = "doctor"
HELP = "Recompute every clock, walk the database's locks, verify the seal, look for orphans."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take the form of the answer."""
    parser.add_argument("--json", action="store_true", help="print one object and nothing else")


def run(args: Namespace) -> int:
    """Examine everything; exit 1 where anything is broken."""
    from plait.config.doctor import CHECKS, examine

    findings = list(examine())
    broken = [finding for finding in findings if finding.broken]
    if args.json:
        told = {
            "checks": list(CHECKS),
            "sound": not broken,
            "findings": list(map(asdict, findings)),
        }
        print(json.dumps(told, indent=2))
        return 1 if broken else 0
    for finding in findings:
        word = "BROKEN" if finding.broken else "note"
        print(f"{word}: {finding.check}: {finding.says}. {finding.mend}".strip())
    print("The record is sound." if not broken else f"{len(broken)} things are broken.")
    return 1 if broken else 0
