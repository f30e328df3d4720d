"""Changes of an area's rules in words."""

from collections.abc import Iterable
from typing import Any

from plait.cases.area_rules import RULES
from plait.journal.models import Entry
from plait.ui.words import moment


def history_lines(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Say each change: when, what, from what to what, by whom and why."""
    return [
        {
            "when": moment(entry.at),
            "rule": RULES[entry.facts["rule"]].words,
            "was": said(entry.facts["was"]),
            "to": said(entry.facts["to"]),
            "by": f"{entry.by.name if entry.by else 'Plait'}{': ' if entry.why else ''}{entry.why}",
        }
        for entry in entries
    ]


def said(value: Any) -> str:
    """Say a rule's value in a line."""
    if isinstance(value, list):
        return "; ".join(said(one) for one in value)
    return ", ".join(
        f"{name.replace('_', ' ')} {'–' if v is None else v}" for name, v in value.items()
    )
