"""A letter as a paper: the words of its own template, the record's facts, the area's letterhead."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from plait.cases.documents import opened
from plait.cases.models import Letter
from plait.law.letters import missing_from
from plait.standards.letter_facts import Fact, blank_facts, fact_names
from plait.standards.letter_fill import Letterhead, facts_needed, fill
from plait.standards.letter_template import TemplateFault, check_template, read_template
from plait.standards.paper import Paper, parts_of
from plait.standards.paper_blocks import NotAPaper, Picture

NOT_YET = "[{}: not recorded yet]"


@dataclass(frozen=True)
class Written:
    """A letter as it stands: its paper if it can be drawn, and all that keeps it from going."""

    paper: Paper | None
    faults: tuple[TemplateFault, ...] = ()
    lacking: tuple[str, ...] = ()  # facts that nobody recorded, in words
    missing: tuple[str, ...] = ()  # what the law asks and the letter does not say

    @property
    def hindrances(self) -> list[str]:
        """Everything to mend before it is sent, a sentence each."""
        return [
            *(f"Line {fault.line}: {fault.says} {fault.mend}" for fault in self.faults),
            *(f"It is not recorded yet: {words}." for words in self.lacking),
            *self.missing,
        ]


def written(
    letter: Letter, facts: Mapping[str, Fact], *, rules: Mapping[str, Any], dated: date
) -> Written:
    """Write a letter; a fact nobody recorded stands in it as a gap that can be seen."""
    if faults := check_template(letter.text, letter.kind):
        return Written(None, tuple(faults))
    template = read_template(letter.text, letter.kind)
    names = blank_facts(facts_needed(template), facts)
    says = {name: fact_names()[name].says for name in names}
    gaps = {name: NOT_YET.format(words) for name, words in says.items()}
    try:
        paper = fill(template, {**facts, **gaps}, head=_head(letter, facts, rules, dated))
        paper = replace(paper, logo=logo_of(rules))
    except NotAPaper as why:
        return Written(None, (TemplateFault(1, str(why), "Mend the words and save again."),))
    missing = missing_from(letter.kind, parts_of(paper))
    return Written(
        paper, (), tuple(says.values()), tuple(f"{one.words} {one.mend}" for one in missing)
    )


def _head(
    letter: Letter, facts: Mapping[str, Fact], rules: Mapping[str, Any], dated: date
) -> Letterhead:
    return Letterhead(
        sender=sender_of(rules),
        address=_lines(letter.to_name, letter.to_address),
        reference=f"{letter.child_id}/{letter.pk or 1}",
        dated=dated,
        signed_by=str(facts.get("officer_name", "")),
        role=str(facts.get("officer_role", "")),
        footer=rules.get("footer", ""),
        language=_tag(letter.language),
    )


def sender_of(rules: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines at the head: who writes, from where, and how to reach them."""
    reach = [rules[name] for name in ("telephone", "email") if rules.get(name)]
    named = [rules["name"], *([rules["team"]] if rules.get("team") else [])]
    return _lines(*named, rules.get("address", ""), *reach)


def _tag(language: str) -> str:
    """Write a language as papers name it: "en-gb" is "en-GB"."""
    first, _, rest = language.partition("-")
    return f"{first}-{rest.upper()}" if rest else first


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(line.strip() for text in texts for line in text.splitlines() if line.strip())


def logo_of(rules: Mapping[str, Any]) -> Picture | None:
    """Give the area's sign; one the store has lost is left out, and doctor says so."""
    digest = rules.get("logo")
    if not digest:
        return None
    try:
        with opened(digest) as file:
            return Picture(file.read(), rules.get("logo_alt") or rules["name"], width_mm=45)
    except (FileNotFoundError, NotAPaper):
        return None
