"""The families behind the personas: each a story that shows its role something worth seeing."""

from dataclasses import dataclass
from datetime import date, timedelta

from plait.sample.placements import stages
from plait.sample.stories import Child, Placement, Plan

from .plant import Fits, Workshop


@dataclass
class Families:
    """The children that the personas know."""

    asked: Child
    sibling: Child
    young_person: Child
    fostered: Child
    protected: Child
    at_home: Child


def make_families(shop: Workshop) -> Families:
    sibling = shop.planned(_at_primary(shop.on), forename="Theo", surname="Marsden-Bello", sex="M")
    asked, request = shop.asking(
        shop.ago(112),
        age=6,
        forename="Amara",
        surname="Marsden-Bello",
        sex="F",
        postcode=sibling.postcode,
        ethnicity=sibling.ethnicity,
    )
    request.source, request.decided = "1", shop.ago(112 - 40)
    return Families(
        asked=asked,
        sibling=sibling,
        young_person=shop.planned(_at_college(shop.on), forename="Rowan", surname="Ashdown"),
        fostered=shop.planned(_at_primary(shop.on), forename="Kofi", surname="Larkin", sex="M"),
        protected=shop.planned(_at_primary(shop.on), forename="Ines", surname="Corvo", sex="F"),
        at_home=shop.planned(_at_primary(shop.on), forename="Elis", surname="Haworth", sex="M"),
    )


def now_at(plan: Plan, on: date) -> Placement | None:
    """The main placement of a plan on a day."""
    open_then = [p for p in plan.placements if p.starts <= on and not (p.ends and p.ends <= on)]
    open_then = [p for p in open_then if not p.second]
    return open_then[-1] if open_then else None


def _at_primary(on: date) -> Fits:
    def fits(born: date, plan: Plan) -> bool:
        placement = now_at(plan, on)
        stays = stages(born)[1].ends > on + timedelta(days=200)
        return bool(
            stays and placement and placement.setting and placement.setting.kind == "primary"
        )

    return fits


def _at_college(on: date) -> Fits:
    def fits(born: date, plan: Plan) -> bool:
        placement = now_at(plan, on)
        of_age = 365 * 17 < (on - born).days < 365 * 20
        return bool(
            of_age and placement and placement.setting and placement.setting.kind == "college"
        )

    return fits
