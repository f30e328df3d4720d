"""`plait advice`: what in a text of provision is vague or missing, and how good the check is."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

FINE, FAULTS, COULD_NOT_RUN = 0, 1, 2


def add_parsers(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Hang `advice` and its two commands under the program's own parser."""
    advice = subparsers.add_parser("advice", help="is provision specific? vague words, lost facts")
    commands = advice.add_subparsers(dest="advice_command", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="say what in a text is vague and what is missing",
        epilog="Example: plait advice check advice.txt. Nothing is rewritten.",
    )
    check.add_argument("file", metavar="FILE", help="plain text, or - for what is piped in")
    check.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    check.set_defaults(run=run_check)
    measure = commands.add_parser("measure", help="the check's figures on labelled sentences")
    measure.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    measure.set_defaults(run=run_measure)


def run_check(args: argparse.Namespace) -> int:
    """Print what the check finds in a text, sentence by sentence."""
    from plait.law.specificity import look_at, sentences

    try:
        text = _read(args.file)
    except OSError as refusal:
        return _refused(args.file, refusal.strerror or str(refusal))
    except UnicodeDecodeError:
        return _refused(args.file, "it is not plain text in UTF-8")
    found = [look_at(sentence) for sentence in sentences(text)]
    if args.json:
        told = {"sentences": [_as_json(one) for one in found]}
        print(json.dumps(told, ensure_ascii=not _takes_any_letter()))
    else:
        _say("\n".join(_as_text(one) for one in found) or "There is no sentence in it.")
    return FAULTS if any(one.vague or one.missing for one in found) else FINE


def run_measure(args: argparse.Namespace) -> int:
    """Print the figures on each part of the labelled sentences."""
    from plait.law.specificity.measure import PARTS, labelled, measure

    told = {part: measure(labelled(part))._asdict() for part in PARTS}
    if args.json:
        print(json.dumps(told))
        return FINE
    for part, figures in told.items():
        shares = (f"{name} {value:.3f}" for name, value in figures.items() if name != "sentences")
        print(f"{part}: {figures['sentences']} sentences; {'; '.join(shares)}")
    return FINE


def _read(file: str) -> str:
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return raw.decode("utf-8-sig")


def _takes_any_letter() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _say(text: str) -> None:
    """Print, with a question mark for a letter that the terminal does not know."""
    letters = sys.stdout.encoding or "utf-8"
    print(text.encode(letters, "replace").decode(letters))


def _refused(file: str, why: str) -> int:
    print(f"{file} cannot be read: {why}. Give a text file, or - to pipe one in.", file=sys.stderr)
    return COULD_NOT_RUN


def _as_json(found: Any) -> dict[str, Any]:
    return {
        "sentence": found.sentence,
        "provision": found.is_provision,
        "verdict": str(found.verdict),
        "why": found.why,
        "vague": [
            {"phrase": v.phrase, "why": v.why, "start": v.start, "end": v.end,
             "rule": v.rule, "standard": v.standard}
            for v in found.vague
        ],
        "missing": [lack.fact for lack in found.missing],
    }  # fmt: skip


def _as_text(found: Any) -> str:
    lines = [f"{found.verdict.replace('_', ' ')}: {found.sentence}"]
    lines += [f"    vague: {v.phrase!r}. {v.why} [{v.standard}]" for v in found.vague]
    lines += [
        f"    missing: {m.fact.replace('_', ' ')}. {m.why} [{m.standard}]" for m in found.missing
    ]
    return "\n".join(lines)
