"""The page that asks for everything at once: a row for each kind, filled in with who is likely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plait.assessment.models import Advice
from plait.assessment.queries.advice import People
from plait.law import advice as law
from plait.people.roles import FAMILY_ROLES, Role

OTHER = "other"
OF_ROLE = {
    "medical": (Role.HEALTH_ADVISER.value,),
    "social_care": (Role.SOCIAL_CARE.value,),
    "family": FAMILY_ROLES,
}
SETTINGS_GIVE = ("education", "adulthood")


@dataclass(frozen=True)
class Line:
    """One row: which kind, whether it is ticked, of whom, as what body, and why it is here."""

    number: int
    kind: str
    why: str = ""
    ask: bool = True
    who: str = OTHER
    body: str = ""
    name: str = ""
    post: str = ""
    email: str = ""
    held: str = ""  # advice that is asked, given or held already

    @property
    def title(self) -> str:
        return law.kind(self.kind).title if self.kind else ""

    @property
    def provision(self) -> str:
        return law.kind(self.kind).provision if self.kind else ""


def choices(people: People) -> dict[str, tuple[str, str]]:
    """Give whom a row may name: key -> (words, plain name)."""
    found = {}
    for tie in people.tied:
        words = f"{tie.user.name}, {Role(tie.role).label} (has an account)"
        found[f"user:{tie.user_id}"] = words, tie.user.name
    for before in people.before:
        if before.giver:
            words = f"{before.giver_name}, gave before (has an account)"
            found.setdefault(f"user:{before.giver_id}", (words, before.giver_name))
    for setting in people.settings:
        found[f"setting:{setting.pk}"] = f"{setting.name} (its SENCO answers)", setting.name
    return found


def lines(asked: Sequence[law.Asked], people: People, rows: Sequence[Advice]) -> list[Line]:
    """Give a row for each kind the law asks, for each person it is likely asked of."""
    found: list[Line] = []
    for one in asked:
        for line in _of_kind(one, people):
            held = _already(line, rows)
            found.append(replace(line, number=len(found), held=held, ask=not held))
    return found


def _of_kind(asked: law.Asked, people: People) -> list[Line]:
    kind = asked.kind
    plain = Line(0, kind.id, asked.why, body=kind.body)
    roles = OF_ROLE.get(kind.id, ())
    tied = [tie for tie in people.tied if tie.role in roles]
    if tied:
        return [
            replace(plain, who=f"user:{tie.user_id}", name=tie.user.name, post=_post(tie))
            for tie in tied
        ]
    if kind.id in SETTINGS_GIVE and people.settings:
        setting = people.settings[-1]
        return [replace(plain, who=f"setting:{setting.pk}", name=setting.name)]
    return [_as_before(plain, people)]


def _post(tie: Any) -> str:
    return (tie.post.title if tie.post else "") or Role(tie.role).label


def _as_before(plain: Line, people: People) -> Line:
    """Whoever gave this kind before, else whom the area usually asks."""
    for before in people.before:
        if before.kind == plain.kind:
            who = f"user:{before.giver_id}" if before.giver_id else OTHER
            return replace(
                plain, who=who, name=before.giver_name, post=before.giver_post,
                email=before.giver_email, body=before.body or plain.body,
            )  # fmt: skip
    usual = people.usual.get(plain.kind, {}) if isinstance(people.usual, dict) else {}
    return replace(
        plain, name=usual.get("name", ""), post=usual.get("post", ""), email=usual.get("email", "")
    )


def _already(line: Line, rows: Sequence[Advice]) -> str:
    said = {"asked": "Asked already.", "given": "Given already.", "held": "Held: not asked again."}
    for row in rows:
        same = (row.kind, row.giver_name.casefold()) == (line.kind, line.name.casefold())
        if same and row.state in said:
            return said[row.state]
    return ""


def posted(given: Mapping[str, str], shown: Sequence[Line], more: int) -> list[Line]:
    """Give the rows as the page sent them, with as many new ones as were asked for."""
    count = min(int(given.get("rows") or len(shown)), 40)
    known = dict(enumerate(shown))
    found = []
    for number in range(count):
        base = known.get(number, Line(number, ""))
        kind = given.get(f"kind-{number}", base.kind)
        kind = kind if kind in law.kinds() else ""
        who = given.get(f"who-{number}", OTHER)
        found.append(
            replace(
                base,
                number=number,
                kind=kind,
                ask=f"ask-{number}" in given,
                who=who,
                body=given.get(f"body-{number}", "") or (law.kind(kind).body if kind else ""),
                name=given.get(f"name-{number}", "").strip(),
                post=given.get(f"post-{number}", "").strip(),
                email=given.get(f"email-{number}", "").strip(),
            )
        )
    return found + [Line(count + one, "", ask=True) for one in range(more)]
