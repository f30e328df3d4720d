"""Children whom two agencies write differently, and twins whom a careless eye takes for one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from .month import FeedPlant, Month, referral
from .pupils import Pupil, Schoolyard

SHORT = (("Elizabeth", "Lizzie", "F"), ("Alexander", "Alex", "M"))


def taken_for_another(yard: Schoolyard, month: Month) -> Iterator[FeedPlant]:
    """One child under two names, under two birth dates, and two children under nearly one."""
    known = [yard.pupil(9), yard.pupil(10)]
    for one, (whole, short, sex) in zip(known, SHORT, strict=True):
        one.child.forename, one.child.sex = whole, sex
        _referred(one, yard, month, forename=short)
    find = "School writes the whole name and health the short one: one child."
    yield FeedPlant("two_records_of_one_child", _children(known, month), find, ("one child",))
    swapped = [yard.pupil(8)]
    for one in swapped:
        one.child.born = one.child.born.replace(month=4, day=9)
        born = one.child.born
        _referred(one, yard, month, born=date(born.year, born.day, born.month))
    find = "Day and month of birth changed round by health: one child."
    yield FeedPlant("swapped_birth_date", _children(swapped, month), find, ("one child",))
    first = yard.pupil(9)
    second = yard.pupil(9, first.school)
    for name, one in zip(("Maisie", "Macie"), (first, second), strict=True):
        one.child.forename, one.child.surname, one.child.sex = name, "Threlfall", "F"
        one.child.born, one.child.postcode = first.child.born, first.child.postcode
        _referred(one, yard, month)
    find = "Twins with nearly one name at one address: two children, and two referrals."
    yield FeedPlant("twins", _children([first, second], month), find, ("two children",))


def _referred(pupil: Pupil, yard: Schoolyard, month: Month, **otherwise: object) -> None:
    told = replace(pupil, child=replace(pupil.child, **otherwise))
    month.tables["referrals.csv"].append(referral(told, yard, 60, "occupational-therapy"))


def _children(pupils: list[Pupil], month: Month) -> list:
    month.pupils += pupils
    return [one.child for one in pupils]
