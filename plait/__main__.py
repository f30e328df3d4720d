"""The command `plait`: finds the one command asked for, and imports nothing else."""

import argparse
import importlib
import os
import sys
import traceback
from contextlib import nullcontext
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import NoReturn

PURE = {
    "law": "plait.law.command",
    "advice": "plait.law.specificity.command",
    "id": "plait.standards.command",
    "hash": "plait.standards.matching.command",
    "link": "plait.standards.matching.command",
    "sen2": "plait.standards.command",
    "plan": "plait.standards.plan_file.command",
    "attendance": "plait.standards.attendance.command",
}
FOLDER = Path(__file__).parent / "config" / "commands"
TEACHES = """\
First steps:
  plait run                               open a local area in the browser
  plait law due sr-r5-1-decide-assess --from 2026-09-01
  plait advice check advice.txt
  plait id check A123456789012
  plait sen2 check return.xml
  plait plan check plan.json
  plait link ours.csv theirs.csv --out pairs.csv
  plait attendance measure marks.csv
`plait COMMAND --help` says more. Exit 0: fine; 1: faults were found; 2: it could not run."""


class Parser(argparse.ArgumentParser):
    """Answers words it cannot use with one sentence, where argparse prints its whole usage."""

    def error(self, message: str) -> NoReturn:
        message = message.replace("invalid fromisoformat value", "not a day written YYYY-MM-DD")
        print(f"{self.prog}: {message}. `{self.prog} --help` says more.", file=sys.stderr)
        raise SystemExit(2)


def main(words: list[str] | None = None) -> int:
    """Run one command; its answer is the exit code."""
    words = sys.argv[1:] if words is None else words
    try:
        if (name := _command(words)) is not None:
            return _run_command(_module(name), words[len(name.split("_")) :])
        return _run_group(words)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0


def _command(words: list[str]) -> str | None:
    """Return the module that serves these words: `sen2 export` is sen2_export, `run` is run."""
    known = _commands()
    return next((name for name in ("_".join(words[:2]), *words[:1]) if name in known), None)


def _commands() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"plait.config.commands.{name}")


def _run_command(command: ModuleType, words: list[str]) -> int:
    """Run a command of the product; with a ROLE it gets Django and the database under that role."""
    from plait.config.refusal import Refusal

    parser = Parser(prog=f"plait {command.NAME}", description=command.HELP)
    command.arguments(parser)
    args = parser.parse_args(words)
    role = getattr(command, "ROLE", None)
    try:
        with _record(role) if role else nullcontext():
            return int(command.run(args))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except Exception as accident:  # exit 1 would say that faults were found
        if type(accident.__cause__ or accident).__name__ in ("UndefinedTable", "UndefinedColumn"):
            print("The database has no tables of this version yet; `plait migrate` makes them.",
                  file=sys.stderr)  # fmt: skip
        else:
            traceback.print_exc()
        return 2


def _record(role: str):
    """Open the record under a role, starting the embedded database if nothing runs yet."""
    from plait.config.opening import opened

    os.environ.setdefault("PLAIT_ROLE", role)
    return opened()


def _run_group(words: list[str]) -> int:
    """Run a command that needs neither Django nor a database, or teach what there is."""
    asked = words[0] if words else "--help"
    parser = Parser(
        prog="plait",
        description="Three strands, one child: the record of a local area for children with SEND.",
        epilog=TEACHES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    groups = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    if asked in PURE:
        importlib.import_module(PURE[asked]).add_parsers(groups)
    elif asked.startswith("-"):
        _list_everything(groups)
    else:
        print(_unknown(asked), file=sys.stderr)
        return 2
    args = parser.parse_args(words or ["--help"])
    return int(args.run(args))


def _list_everything(groups: argparse._SubParsersAction) -> None:
    for module in sorted(set(PURE.values())):
        importlib.import_module(module).add_parsers(groups)
    for name in _commands():
        groups.add_parser(_module(name).NAME, help=_module(name).HELP)


def _unknown(asked: str) -> str:
    known = [*PURE, *(name.replace("_", " ") for name in _commands())]
    near = [name for name in known if name.split()[0] == asked]
    near = near or get_close_matches(asked, known, n=3, cutoff=0.5)
    advice = f"Did you mean {' or '.join(near)}?" if near else "`plait --help` lists them."
    return f"There is no command {asked!r}. {advice}"


if __name__ == "__main__":
    sys.exit(main())
