"""Read and write a plan as JSON; every fault says where it is, what it is and how to mend it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, get_args, get_origin

from plait.law.plan.links import loose, shared_refs
from plait.law.plan.model import PlanText
from plait.standards.plan_file.shape import FORMAT, hints_of, needed, unwrapped

LARGEST = 20_000_000  # bytes
LARGEST_NUMBER = 10_000_000
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NO_TEXT = re.compile(r"[\ud800-\udfff]")  # half a letter, which nothing can print or save
SHOWN = 20  # faults of the file's form that are told at once


class NotAPlan(ValueError):
    """Why a file is not a plan, in sentences."""


@dataclass(frozen=True)
class FormFault:
    """One place where the file is not of its form."""

    where: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.where or 'The file'}: {self.what} {self.mend}"


def read(raw: bytes | str) -> PlanText:
    """Read a plan; `NotAPlan` names up to twenty faults of its form."""
    if len(raw) > LARGEST:
        raise NotAPlan(f"The file is larger than {LARGEST // 1_000_000} MB; a plan is not.")
    try:
        text = raw.decode("utf-8-sig") if isinstance(raw, bytes) else raw
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise NotAPlan("The file is not in UTF-8. Save it in UTF-8.") from None
    except json.JSONDecodeError as error:
        raise NotAPlan(
            f"Line {error.lineno}, column {error.colno}: this is not JSON. {error.msg}."
        ) from None
    except RecursionError:
        raise NotAPlan("The file is nested deeper than a plan can be.") from None
    except ValueError as error:
        raise NotAPlan(str(error)[:300]) from None
    return from_data(found)


def from_data(found: Any) -> PlanText:
    """Make a plan of what JSON held."""
    if not isinstance(found, dict):
        raise NotAPlan("The file holds no plan: it should begin with { and hold a plan's parts.")
    if found.get("format") != FORMAT:
        raise NotAPlan(f'The file does not say that it is a plan. Add "format": "{FORMAT}".')
    faults: list[FormFault] = []
    rest = {name: value for name, value in found.items() if name != "format"}
    plan = _made(PlanText, rest, "", faults)
    if faults:
        told = [str(fault) for fault in faults[:SHOWN]]
        more = len(faults) - len(told)
        raise NotAPlan("\n".join([*told, *([f"And {more} more."] if more else [])]))
    assert isinstance(plan, PlanText)
    _refuse_loose_ends(plan)
    return plan


def _refuse_loose_ends(plan: PlanText) -> None:
    """A reference given twice would lose a statement, and a link to nothing says nothing."""
    faults = [
        FormFault(ascii(ref)[1:-1][:60], "more than one thing has this reference.",
                  "Give each its own.")
        for ref in shared_refs(plan)
    ]  # fmt: skip
    faults += [
        FormFault(f"{link.source}.{link.field}", f"it leads to {link.to}, which is not there.",
                  "Lead it to what is in the plan, or add that.")
        for link in loose(plan)
    ]  # fmt: skip
    if faults:
        raise NotAPlan("\n".join(str(fault) for fault in faults[:SHOWN]))


def part(model: type, found: dict[str, Any]) -> Any:
    """Make one part of a plan, such as a provision, of what the record holds of it."""
    faults: list[FormFault] = []
    made = _made(model, found, "", faults)
    if faults:
        raise NotAPlan(" ".join(map(str, faults)))
    return made


def write(plan: PlanText, *, plain_letters: bool = False) -> str:
    """Write a plan; what is empty is left out. `plain_letters` escapes all but ASCII."""
    whole = {"format": FORMAT, **to_data(plan)}
    return json.dumps(whole, ensure_ascii=plain_letters, indent=2) + "\n"


def to_data(part: Any) -> dict[str, Any]:
    """Give a part as JSON holds it."""
    return {
        field.name: _plain(getattr(part, field.name))
        for field in fields(part)
        if needed(field) or getattr(part, field.name) != field.default
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return to_data(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(
            f'"{ascii(twice)[1:-1][:60]}" stands twice in one place. Keep one of the two.'
        )
    return found


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not a number that a plan can hold.")


def _made(model: type, found: Any, where: str, faults: list[FormFault]) -> Any:
    if not isinstance(found, dict):
        faults.append(FormFault(where, "an object is asked for.", "Put its parts between { and }."))
        return None
    faults += _unknown(model, found, where)
    hints, given = hints_of(model), {}
    for field in fields(model):
        here = f"{where}.{field.name}" if where else field.name
        if field.name in found:
            given[field.name] = _value(hints[field.name], found[field.name], here, faults)
        elif needed(field):
            faults.append(FormFault(here, "it is missing.", "Add it."))
    return model(**given) if not faults else None


def _unknown(model: type, found: dict[str, Any], where: str) -> Iterator[FormFault]:
    names = [field.name for field in fields(model)]
    for name in found:
        if name not in names:
            near = get_close_matches(name, names, 1)
            mend = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(names)}."
            yield FormFault(where, f'"{ascii(name)[1:-1][:60]}" is not known here.', mend)


def _value(hint: Any, found: Any, where: str, faults: list[FormFault]) -> Any:
    kind, _, may_miss = unwrapped(hint)
    if found is None and may_miss:
        return None
    if get_origin(kind) is tuple:
        if not isinstance(found, list):
            faults.append(FormFault(where, "a list is asked for.", "Put it between [ and ]."))
            return ()
        inner = get_args(kind)[0]
        return tuple(_value(inner, x, f"{where}[{n}]", faults) for n, x in enumerate(found))
    if is_dataclass(kind) and isinstance(kind, type):
        return _made(kind, found, where, faults)
    return _simple(kind, found, where, faults)


def _simple(kind: Any, found: Any, where: str, faults: list[FormFault]) -> Any:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        known = [one.value for one in kind]
        if isinstance(found, str) and found in known:
            return kind(found)
        faults.append(
            FormFault(where, "this is none of its values.", f"One of: {', '.join(known)}.")
        )
        return None
    if kind is date:
        try:
            return date.fromisoformat(DAY.fullmatch(found)[0])  # type: ignore[index]
        except (TypeError, ValueError):
            faults.append(FormFault(where, "this is no date.", "Write it as in 2026-11-28."))
            return None
    right = isinstance(found, kind) and not (kind is int and isinstance(found, bool))
    if right and kind is int and not 0 <= found <= LARGEST_NUMBER:
        faults.append(FormFault(where, "this number is below 0 or too large.", "Look at it again."))
    elif right and kind is str and NO_TEXT.search(found):
        faults.append(FormFault(where, "it holds half a letter.", "Type it again."))
    elif not right:
        named = {str: "a text", int: "a whole number", bool: "true or false"}[kind]
        faults.append(FormFault(where, f"{named} is asked for.", "Change it."))
    return found
