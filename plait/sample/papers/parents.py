"""Parents, carers and young people who may follow a record, some of them in two households."""

from collections.abc import Iterator
from datetime import date
from random import Random

from plait.sample.children import has_open_case
from plait.sample.names import draw_adult_forename
from plait.sample.planted.families import Families
from plait.sample.shares import chance
from plait.sample.stories import Child

Row = dict[str, str]
WHO_CHECKED = "caseworker@plaitshire.test"


def parent(
    child: Child, name: str, email: str, relationship: str, *, household: int = 1,
    responsible: bool = True, safety: str = "", starts: str = "",
) -> Row:  # fmt: skip
    return {
        "kind": "parent",
        "name": name,
        "email": email,
        "role": "parent",
        "starts": starts,
        "child_upn": child.upn,
        "relationship": relationship,
        "parental_responsibility": "yes" if responsible else "no",
        "lives_with": "yes" if household == 1 else "no",
        "household": str(household),
        "safety": safety,
        "checked_by": "" if safety else WHO_CHECKED,
    }


def parents(children: list[Child], families: Families, on: date, rng: Random) -> Iterator[Row]:
    """About 150 children's parents in two thousand, after the two families told by hand."""
    yield from _carers(families, on)
    known = {id(child) for child in vars(families).values()}
    willing = [c for c in children if c.upn and id(c) not in known and has_open_case(c, on)]
    many = min(len(willing), 150 if len(children) >= 1000 else len(children) // 8)
    for number, child in enumerate(rng.sample(willing, many), start=1):
        yield from _family(child, number, rng)


def _family(child: Child, number: int, rng: Random) -> Iterator[Row]:
    """One parent, two together, or two in two households."""
    first, second = (f"{draw_adult_forename(rng)} {child.surname}" for _ in range(2))
    yield parent(child, first, f"parent.{number}a@families.test", rng.choice(("mother", "father")))
    if chance(rng, 0.4):
        apart = chance(rng, 0.5)
        yield parent(
            child,
            second,
            f"parent.{number}b@families.test",
            rng.choice(("mother", "father", "step-parent")),
            household=2 if apart else 1,
            responsible=chance(rng, 0.9),
        )


def _carers(families: Families, on: date) -> Iterator[Row]:
    fostered, protected = families.fostered, families.protected
    yield parent(
        fostered, "Maureen Hobday", "maureen.hobday@families.test", "foster carer",
        responsible=False, starts=on.replace(year=on.year - 1, day=1).isoformat(),
    )  # fmt: skip
    yield parent(protected, "Lucia Corvo", "lucia.corvo@families.test", "mother")
    yield parent(
        protected, "Bruno Corvo", "bruno.corvo@families.test", "father", household=2,
        safety="Must not learn the child's address or setting: court order. Do not invite to "
        "meetings with the mother.",
    )  # fmt: skip
