"""Check a SEN2 message, or one person, against every rule of the year, as a stream of faults."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from plait.standards.sen2.context import Context, Schools
from plait.standards.sen2.message import Message, Record
from plait.standards.sen2.rules import RULES, Answer, Finding, Rule, Severity
from plait.standards.sen2.views import PersonView, Whole

__all__ = ["Context", "Fault", "check", "check_person"]


class Fault(NamedTuple):
    """One break of one rule: who (1-based, none for the file itself), where, and how to mend it."""

    rule: str
    severity: Severity
    person: int | None
    field: str
    value: str
    line: int | None
    message: str
    mend: str

    @property
    def owner(self) -> str:
        """Say who can mend it."""
        return RULES[self.rule].owner


def check(
    message: Message, *, year: int | None = None, schools: Schools | None = None
) -> Iterator[Fault]:
    """Walk the persons of a message once and give its faults as they are found."""
    census = message.header.get("ReferenceDate")
    context = Context(year=year or message.year, census=census, schools=schools)
    whole = Whole(message, context, year)
    found: list[Fault] = []
    _ask("Header", whole, None, found)
    for fault in found:
        yield fault._replace(line=message.lines.get(fault.field, fault.line))
    for position, person in enumerate(message.persons, 1):
        for fault in check_person(person, position, context):
            yield fault._replace(line=message.line_of(fault.field, fault.line))
    at_the_end: list[Fault] = []
    _ask("Message", whole, None, at_the_end)
    yield from at_the_end


def check_person(person: Record, position: int, context: Context) -> list[Fault]:
    """Check one person, from a file or live; `context` remembers those checked before."""
    found: list[Fault] = []
    seen = PersonView(person, position, context)
    _ask("Person", seen, position, found)
    for request in seen.requests:
        _ask("Requests", request, position, found)
        if request.assessment is not None:
            _ask("Assessment", request.assessment, position, found)
        if request.plan is not None:
            _ask("NamedPlan", request.plan, position, found)
            for detail in request.plan.details:
                _ask("PlanDetail", detail, position, found)
        if request.active is not None:
            _ask("ActivePlans", request.active, position, found)
            for need in request.active.needs:
                _ask("SENneed", need, position, found)
            for placement in request.active.placements:
                _ask("PlacementDetail", placement, position, found)
                if context.schools and placement.is_open():
                    context.placed_at[placement.record.get("URN", "")] += 1
    return found


_Questions = tuple[tuple[Callable[[Any], Answer], Rule], ...]


def _ask(group: str, seen: Any, position: int | None, found: list[Fault]) -> None:
    """Ask a group the rules that its shape leaves open, and add the faults."""
    shape = group, tuple(seen.record)
    questions = seen.context.asked.get(shape)
    if questions is None:
        questions = _remember(shape, seen)
    for broken, rule in questions:
        if answer := broken(seen):
            found.extend(_told(rule, answer, seen, position))


def _remember(shape: tuple[str, tuple[str, ...]], seen: Any) -> _Questions:
    """Work out once for a shape which rules it can break; a hostile file has many shapes."""
    asked = seen.context.asked
    if len(asked) > 4096:
        asked.clear()
    group, items = shape
    asked[shape] = questions = tuple(
        (rule.broken, rule)
        for rule in _rules_on(group, seen.context.year)
        if rule.given <= set(items)
        and (seen.context.schools or not rule.register)
        and not (rule.by_shape and not rule.broken(seen))
    )
    return questions


@cache
def _rules_on(group: str, year: int) -> tuple[Rule, ...]:
    return tuple(
        rule for rule in RULES.values() if group in rule.on and rule.since <= year <= rule.until
    )


def _told(rule: Rule, answer: Answer, seen: Any, position: int | None) -> Iterator[Fault]:
    """Turn what a rule answers into faults that say the field, its value and its line."""
    if answer is True:
        answer = rule.field
    for one in (answer,) if isinstance(answer, str | Finding) else answer or ():
        finding = one if isinstance(one, Finding) else Finding(one)
        value = seen.record.get(finding.field, "") if finding.value is None else finding.value
        yield Fault(
            rule=rule.id,
            severity=finding.severity or rule.severity,
            person=position,
            field=finding.field,
            value=value if isinstance(value, str) else "",
            line=finding.line or seen.record.get("_line"),
            message=finding.says or rule.says,
            mend=rule.mend,
        )
