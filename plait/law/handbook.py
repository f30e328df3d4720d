"""The handbook: one page for each instrument, printed from the same tables that compute and test.

A test prints it again and fails when what is in docs/handbook is stale.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from plait.law import counting
from plait.law.content import checks
from plait.law.counting import Rule
from plait.law.duties import DUTIES, SURE, Duty
from plait.law.exceptions import REACH, excuses_for
from plait.law.process import State, edges
from plait.law.reckoning import can_compute
from plait.law.specificity import page as specificity
from plait.law.specificity.table import rules
from plait.law.wording import day_in_words
from plait.law.worked import Example, cases, examples_of

PRINTED = "Printed by `plait law handbook` from the law's own tables; do not edit.\n"
NOT_ADVICE = (
    "This is how the product reads the law of England. It is not legal advice; each duty says\n"
    "how sure its reading is. A working day is Monday to Friday and not a bank holiday in\n"
    "England: the Regulations do not define it, so this is our reading.\n"
)


def pages() -> dict[str, str]:
    """Every page by file name."""
    by_law: dict[str, list[Duty]] = {}
    for duty in DUTIES.values():
        by_law.setdefault(duty.cited_as or duty.instrument, []).append(duty)
    made = {f"{slug(law)}.md": _page(law, duties) for law, duties in by_law.items()}
    return {
        "README.md": _contents(by_law),
        "cases.md": _cases(),
        "counting.md": _counting(),
        "plan.md": _plan(),
        "process.md": _process(),
        "specificity.md": specificity.page(PRINTED),
        **made,
    }


def write(folder: Path) -> tuple[Path, ...]:
    """Print every page into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in pages().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)


def slug(law: str) -> str:
    """A title as a file name."""
    return re.sub(r"[^a-z0-9]+", "-", law.lower().replace("'", "")).strip("-")


def _contents(by_law: dict[str, list[Duty]]) -> str:
    lines = ["# Handbook of the law", "", PRINTED, NOT_ADVICE, "| page | duties |", "|---|---|"]
    lines += [f"| [{law}]({slug(law)}.md) | {len(duties)} |" for law, duties in by_law.items()]
    lines += [f"| [The lawful ways of a case](process.md) | {len(edges())} transitions |"]
    lines += [f"| [What a plan must hold](plan.md) | {len(checks())} checks |"]
    lines += [f"| [The counting rules](counting.md) | {len(Rule) - 1} rules |"]
    lines += [f"| [Worked cases](cases.md) | {len(cases())} cases |"]
    lines += [f"| [When is provision specific?](specificity.md) | {len(rules())} rules |"]
    return "\n".join(lines) + "\n"


def _page(law: str, duties: Iterable[Duty]) -> str:
    return "\n".join([f"# {law}", "", PRINTED, *(_entry(duty) for duty in duties)])


def _entry(duty: Duty) -> str:
    told = duty.told if duty.told != "n/a" else ""
    facts = [
        ("Who", duty.bound),
        ("When", duty.trigger),
        ("Must", duty.does),
        ("The law asks", duty.asks),
        (
            "Counted",
            f"[{duty.counting}](counting.md), from: {duty.counted_from}"
            if can_compute(duty)
            else "",
        ),
        ("Exceptions", duty.exceptions),
        ("May be excused by", _excuses(duty)),
        ("Who is told", told),
        ("In force", _in_force(duty)),
        ("How sure", f"{duty.how_sure} [Source]({duty.source_url})"),
    ]
    lines = [f"## {duty.provision}", "", f"`{duty.id}` ({duty.kind})", ""]
    lines += [f"- **{name}:** {value}" for name, value in facts if value]
    return "\n".join([*lines, *_worked(examples_of(duty.id)), ""])


def _excuses(duty: Duty) -> str:
    where = REACH.get(duty.id, {})
    return "; ".join(f"{e.words} ({where[e.code]})" for e in excuses_for(duty.id))


def _in_force(duty: Duty) -> str:
    if duty.in_force_from is None:
        return "not in force: it never alerts"
    end = f" to {day_in_words(duty.in_force_to)}" if duty.in_force_to else ""
    return f"from {day_in_words(duty.in_force_from)}{end}"


def _worked(examples: tuple[Example, ...]) -> list[str]:
    if not examples:
        return []
    lines = ["", "| from | with | due | why |", "|---|---|---|---|"]
    return lines + [f"| {e.start} | {e.given} | {e.due:%a} {e.due} | {e.why} |" for e in examples]


def _counting() -> str:
    return f"# The counting rules\n\n{PRINTED}\n{counting.__doc__}"


def _cases() -> str:
    lines = ["# Worked cases", "", PRINTED]
    for case in cases():
        ids = ", ".join(f"`{duty_id}`" for duty_id in case.duty_ids)
        lines += [f"## Case {case.number}", "", f"{ids}", "", case.given, "", case.answer, ""]
    return "\n".join(lines)


def _plan() -> str:
    lines = [
        "# What a plan must hold",
        "",
        PRINTED,
        "An error stops the issue of a plan. A warning is let stand with a reason. Information is",
        "worth a look. Each is computed from the plan's data: `plait plan check FILE`.",
        "",
        *(f"- *{name}*: {words}" for name, words in SURE.items()),
        "",
        "| check | section | level | true of a good plan | to mend it | source | how sure |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| `{c.code}` | {c.section} | {c.level.value} | {c.checks} | {c.mend} | {c.source} "
        f"| {c.confidence} |"
        for c in checks()
    ]
    return "\n".join(lines) + "\n"


def _process() -> str:
    lines = [
        "# The lawful ways of a case",
        "",
        PRINTED,
        "No other way is lawful. An appeal lies over a state; the state and its clocks stay live.",
        "",
        "| from | event | to | provision | on condition |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {_named(e.source)} | {e.event.replace('_', ' ')} | {_named(e.to)} "
        f"| {e.provision} | {e.guard} |"
        for e in edges()
    ]
    return "\n".join(lines) + "\n"


def _named(state: State) -> str:
    return f"{state.value} {state.words}"
