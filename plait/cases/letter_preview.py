"""A template shown with a made-up child, so that nobody's record is opened to try words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from plait.cases.letter_paper import logo_of, sender_of
from plait.standards.letter_facts import example_facts
from plait.standards.letter_fill import Letterhead, fill
from plait.standards.letter_template import read_template
from plait.standards.paper import Paper

MADE_UP = ("Ms Adeyemi", "4 Made-up Lane", "Nowhere", "ZZ9 9ZZ")


def preview(kind: str, text: str, rules: Mapping[str, Any], today: date) -> Paper:
    """Write a template for a child who does not exist, under the area's own letterhead."""
    facts = example_facts()
    contact = ", ".join(rules[name] for name in ("telephone", "email") if name in rules)
    facts |= {name: value for name, value in rules.items() if name in facts}
    facts |= {"authority": rules["name"]} | ({"team_contact": contact} if contact else {})
    head = Letterhead(
        sender=sender_of(rules), address=MADE_UP, reference="0/0", dated=today,
        signed_by=str(facts["officer_name"]), role=str(facts["officer_role"]),
        footer=rules.get("footer", ""),
    )  # fmt: skip
    return replace(fill(read_template(text, kind), facts, head=head), logo=logo_of(rules))
