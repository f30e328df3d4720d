"""The words of a decision being prepared, one value a field, as two writers are held together."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plait.assessment.models import Panel

TEXTS = ("why", "what_instead")


def flat(words: Mapping[str, Any]) -> dict[str, Any]:
    """Give every field with its value, as JSON can hold it."""
    day = words["meets_on"]
    fields = {
        "meets_on": day.isoformat() if day else None, "weighed": list(words["weighed"]),
        "why": words["why"], "what_instead": words["what_instead"],
    }  # fmt: skip
    for limb in words["limbs"]:
        fields[f"{limb['limb']}-answer"] = limb["answer"]
        fields[f"{limb['limb']}-why"] = limb["why"]
    return fields


def kept(panel: Panel) -> dict[str, Any]:
    """Give the fields of a decision as they are kept now."""
    return flat({name: getattr(panel, name) for name in ("meets_on", "weighed", "limbs", *TEXTS)})


def texts_of(fields: Mapping[str, Any]) -> list[str]:
    """Name the fields that hold written words."""
    return [name for name in fields if name in TEXTS or name.endswith("-why")]


def words_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Give what is kept for the fields of a page."""
    day = fields.get("meets_on")
    limbs = [name.removesuffix("-why") for name in fields if name.endswith("-why")]
    return {
        "meets_on": date.fromisoformat(day) if day else None,
        "weighed": list(fields.get("weighed") or ()),
        "limbs": [
            {"limb": limb, "answer": fields.get(f"{limb}-answer", ""), "why": fields[f"{limb}-why"]}
            for limb in limbs
        ],
        **{name: fields.get(name, "") for name in TEXTS},
    }
