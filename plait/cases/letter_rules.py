"""What an area set for its letters: who writes, the services it names, its sign and languages."""

from typing import Any

from plait.cases.models import AreaRule
from plait.people.models import Area

LETTERHEAD, CONTACTS = "letterhead", "letter_contacts"
# The lines of each rule, as a manager is asked them.
HEAD = ("name", "team", "address", "telephone", "email", "footer")
SERVICES = ("mediation_adviser", "disagreement_service", "advice_service", "local_offer")


def rule(area: Area, name: str) -> dict[str, Any]:
    """Give one rule's values; an area that set nothing has none."""
    held = AreaRule.objects.filter(area=area, name=name).first()
    return held.value if held and isinstance(held.value, dict) else {}


def letter_rules(area: Area) -> dict[str, Any]:
    """Give everything an area set for letters, the name of the authority at least."""
    found = {"name": area.name} | _said(rule(area, LETTERHEAD))
    return found | _said(rule(area, CONTACTS))


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def made_up() -> dict[str, dict[str, str]]:
    """Give the rules of the area that does not exist, so that its letters can be written."""
    return {
        LETTERHEAD: {
            "name": "Plaitshire Council",
            "team": "SEND team",
            "address": "County Hall\nBroad Walk\nPlaitminster\nPL1 1AA",
            "telephone": "01632 960100",
            "email": "send@plaitshire.example",
            "footer": "Plaitshire Council is made up. This letter is to nobody.",
        },
        CONTACTS: {
            "mediation_adviser": "Plaitshire Mediation Advice, 01632 960200",
            "disagreement_service": "Plaitshire Resolution, 01632 960300",
            "advice_service": "Plaitshire SENDIASS, 01632 960400",
            "local_offer": "https://plaitshire.example/local-offer",
        },
    }
