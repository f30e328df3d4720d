"""What no likelihood may overrule: numbers that agree or differ, twins, siblings."""

from typing import Final, NamedTuple

from plait.standards.matching.levels import UNKNOWN, Levels

LINK, REVIEW, APART = "link", "review", "apart"


class Ruling(NamedTuple):
    """What the rules allow: at best this decision, or this one for sure, and why in a sentence."""

    at_best: str
    certain: bool = False
    why: str = ""


FREE: Final = Ruling(LINK)


def ruling(levels: Levels) -> Ruling:
    """Say what the rules make of two records, before any likelihood is asked."""
    if levels.nhs == "other":
        return Ruling(APART, True, "Two different NHS numbers are never one child.")
    if levels.nhs == "same" or levels.upn == "same":
        return _numbered(levels)
    if _siblings(levels):
        return _siblings_ruling(levels)
    return _unnumbered(levels)


def _numbered(levels: Levels) -> Ruling:
    number = "NHS number" if levels.nhs == "same" else "UPN"
    near_birth = levels.born in ("same", "near", UNKNOWN)
    if levels.forename == "other" and levels.surname != "other" and near_birth:
        why = "but the forenames differ: twins whose numbers were mixed up, or a new name."
        return Ruling(REVIEW, True, f"Both have the {number}, {why}")
    if levels.born == "other" and levels.forename in ("other", UNKNOWN):
        return Ruling(REVIEW, True, f"Both have the {number}, but name and birth date differ.")
    if levels.forename == "other" and levels.surname == "other":
        return Ruling(REVIEW, True, f"Both have the {number}, but the whole name differs.")
    if levels.nhs == "same" and levels.upn == "other":
        return Ruling(LINK, True, "The NHS number is the same; the UPN changed.")
    return Ruling(LINK, True, f"Both have the same {number}, and nothing speaks against it.")


def family_of(levels: Levels) -> str:
    """Say "twins" or "siblings" where two records are of one family but of other forenames."""
    if not _siblings(levels):
        return ""
    return "twins" if levels.born in ("same", "swapped") else "siblings"


def _siblings(levels: Levels) -> bool:
    """Whether two records are of one family, but of other forenames."""
    family = levels.surname in ("same", "part", "near") or levels.postcode in ("same", "before")
    if levels.forename == "other":
        return family
    return levels.forename in ("alike", "begins") and levels.born != "other" and family


def _siblings_ruling(levels: Levels) -> Ruling:
    if levels.forename == "alike":
        why = "The forenames are near, but each is a name of its own: twins, or a slip."
        return Ruling(REVIEW, why=why)
    if levels.forename == "begins":
        return Ruling(REVIEW, why="One forename is the beginning of the other.")
    return Ruling(APART, True, "Other forenames in one family: twins or siblings, not one child.")


def _unnumbered(levels: Levels) -> Ruling:
    if levels.forename in ("other", UNKNOWN):
        return Ruling(REVIEW, why="The forename does not speak for it.")
    if levels.upn == "other":
        return Ruling(REVIEW, why="The UPNs differ.")
    if levels.sex == "other" and levels.forename != "same":
        return Ruling(REVIEW, why="Sex and forename differ: perhaps a sister and a brother.")
    if levels.born == "other" or (levels.born == UNKNOWN and not _same_name_and_home(levels)):
        return Ruling(REVIEW, why="The date of birth does not speak for it.")
    return FREE


def _same_name_and_home(levels: Levels) -> bool:
    home = levels.postcode in ("same", "before")
    return home and levels.forename == "same" and levels.surname in ("same", "part")


_FIELDS: Final = {"forename": "forename", "surname": "surname", "born": "date of birth",
                  "sex": "sex", "postcode": "postcode", "upn": "UPN", "nhs": "NHS number",
                  "setting": "setting"}  # fmt: skip
_SAID: Final = {
    ("forename", "short"): "forename is a short form or other spelling",
    ("surname", "part"): "surname is a part or other spelling",
    ("forename", "swapped"): "forename and surname changed places",
    ("surname", "swapped"): "",
    ("forename", "near"): "forename is a slip away",
    ("forename", "alike"): "forename is a slip away",
    ("forename", "begins"): "one forename begins the other",
    ("surname", "near"): "surname is a slip away",
    ("born", "swapped"): "day and month of birth changed places",
    ("born", "near"): "date of birth differs in one part",
    ("postcode", "before"): "an earlier postcode is the same",
    ("postcode", "district"): "postcode is in the same district",
}


def in_words(levels: Levels, rule: str = "") -> str:
    """Say which fields agree, which are near and which differ, and which rule spoke."""
    told = [(field, getattr(levels, field)) for field in _FIELDS]
    same = [_FIELDS[field] for field, level in told if level == "same"]
    near = [said for pair in told if (said := _SAID.get(pair))]
    other = [_FIELDS[field] for field, level in told if level == "other"]
    sentences = [rule] if rule else []
    sentences += [f"Agree: {', '.join(same)}."] if same else []
    sentences += [f"Near: {', '.join(near)}."] if near else []
    sentences += [f"Differ: {', '.join(other)}."] if other else []
    return " ".join(sentences)


def in_words_by_hash(levels: Levels, rule: str = "") -> str:
    """Say the same of two records under a key, where equality is all that can be seen."""
    said = in_words(levels, rule)
    names = [_FIELDS[f] for f in _FIELDS if f != "sex" and getattr(levels, f) == "same"]
    if not names:
        return f"{said} No hash agrees whole.".strip()
    told = f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]
    return f"The hash of {told} agrees. {said}"
