"""The shape of the open file, read off the dataclasses themselves: nothing is written twice."""

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from plait.law.plan.model import PlanText

FORMAT = "urn:plait:plan:1"
SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def unwrapped(hint: Any) -> tuple[Any, str, bool]:
    """Give a hint's type, what it is described as, and whether it may be missing."""
    said = ""
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        said = next((note for note in notes if isinstance(note, str)), "")
    if get_origin(hint) is UnionType or type(hint) is UnionType:
        parts = [one for one in get_args(hint) if one is not NoneType]
        inner, inner_said, _ = unwrapped(parts[0])
        return inner, said or inner_said, True
    if get_origin(hint) is Annotated:
        inner, inner_said, may = unwrapped(hint)
        return inner, said or inner_said, may
    return hint, said, False


@cache  # asked for every statement of every plan that is read
def hints_of(model: type) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def schema() -> dict[str, Any]:
    """Give the JSON Schema of the open file."""
    parts: dict[str, Any] = {}
    whole = _object(PlanText, parts)
    whole["properties"] = {
        "format": {"const": FORMAT, "description": "Which file this is."}
    } | whole["properties"]
    whole["required"] = ["format", *whole["required"]]
    head = {"$schema": SCHEMA, "$id": FORMAT, "title": "An EHC plan, one version of it"}
    return head | whole | {"$defs": dict(sorted(parts.items()))}


def _object(model: type, parts: dict[str, Any]) -> dict[str, Any]:
    hints = hints_of(model)
    return {
        "description": (model.__doc__ or "").split("\n")[0],
        "type": "object",
        "additionalProperties": False,
        "required": [field.name for field in fields(model) if needed(field)],
        "properties": {f.name: _one(hints[f.name], parts) for f in fields(model)},
    }


def _one(hint: Any, parts: dict[str, Any]) -> dict[str, Any]:
    kind, said, may_miss = unwrapped(hint)
    described = {"description": said} if said else {}
    inner = _kind(kind, parts)
    if may_miss:
        inner = {"anyOf": [inner, {"type": "null"}]}
    return inner | described


def _kind(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _one(get_args(kind)[0], parts)}
    if is_dataclass(kind) and isinstance(kind, type):
        if kind.__name__ not in parts:
            parts[kind.__name__] = {}
            parts[kind.__name__] = _object(kind, parts)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [one.value for one in kind]}
    if kind is date:
        return {"type": "string", "format": "date"}
    return {"type": {str: "string", int: "integer", bool: "boolean"}[kind]}
