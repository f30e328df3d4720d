"""The one list by its filters, and the filters somebody keeps."""

from collections.abc import Collection
from datetime import date
from urllib.parse import parse_qsl, urlencode

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Replace, Upper

from plait.access.reader import Reader
from plait.attendance.models import Enrolment
from plait.cases.models import Placement
from plait.people.models import Organisation
from plait.watch.models import OutOfSchool, PostcodeWard, SavedFilter

AGES = {"0-4": (0, 4), "5-10": (5, 10), "11-15": (11, 15), "16-25": (16, 25)}
NO_WARD = "?"
IN_ORDER = ("next_check_on", "since", "id")
NOT_ON_A_ROLL = (Enrolment.Status.EARLY, Enrolment.Status.GUEST)


def the_list(
    reader: Reader, *, reason: str = "", owner: str = "", due: str = "", seen: str = "",
    setting: str = "", ward: str = "", age: str = "",
) -> QuerySet[OutOfSchool]:  # fmt: skip
    """Give the children not known to be in full-time school, those to be looked at first first."""
    rows = placed(entries(reader, reason, owner, due, seen, age), reader)
    if setting:
        rows = rows.filter(at_setting=int(setting))
    if ward:
        rows = rows.filter(in_ward=None if ward == NO_WARD else ward)
    named = Organisation.objects.filter(pk=OuterRef("at_setting")).values("name")
    rows = rows.annotate(setting_name=Subquery(named[:1]))
    return rows.select_related("child", "owner").order_by(*IN_ORDER)


def entries(
    reader: Reader, reason: str = "", owner: str = "", due: str = "", seen: str = "", age: str = ""
) -> QuerySet[OutOfSchool]:
    """Give the entries that stand, by what they themselves say and by age, in no order."""
    rows = OutOfSchool.objects.filter(area=reader.area, ended_on__isnull=True)
    if reason:
        rows = rows.filter(reason=reason)
    if owner:
        whose = {"nobody": Q(owner__isnull=True), "me": Q(owner=reader.user)}
        rows = rows.filter(whose[owner] if owner in whose else Q(owner=int(owner)))
    if due:
        rows = rows.filter(next_check_on__lte=reader.today)
    if seen:
        rows = rows.filter(last_seen_on__isnull=True)
    if age:
        rows = rows.filter(born_between(*AGES[age], on=reader.today))
    return rows


def numbers_of(reader: Reader, children: Collection[int] | None, **chosen: str) -> QuerySet:
    """Give the entries' own numbers as `the_list` orders them: a page joins the few it shows.

    `children` are those of a setting or a ward, where one is chosen.
    """
    rows = entries(reader, **chosen)
    if children is not None:
        rows = rows.filter(child__among=children)
    return rows.order_by(*IN_ORDER).values_list("pk", flat=True)


def shown(numbers: Collection[int]) -> list[OutOfSchool]:
    """Give these entries with whom they name, in the order of the list."""
    rows = OutOfSchool.objects.filter(pk__in=numbers).select_related("child", "owner")
    return list(rows.order_by(*IN_ORDER))


def born_between(youngest: int, oldest: int, *, on: date) -> Q:
    """Give the condition that a child is of these ages on a day."""
    return Q(
        child__birth_date__lte=_years_before(on, youngest),
        child__birth_date__gt=_years_before(on, oldest + 1),
    )


def _years_before(on: date, years: int) -> date:
    year = on.year - years
    try:
        return on.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)


def placed(rows: QuerySet[OutOfSchool], reader: Reader) -> QuerySet[OutOfSchool]:
    """Add the setting whose roll names the child last, and the ward of the child's postcode."""
    rolls = Enrolment.objects.filter(child=OuterRef("child"), setting__isnull=False)
    rolls = rolls.exclude(status__in=NOT_ON_A_ROLL).order_by("-entered_on", "-id")
    places = Placement.objects.filter(child=OuterRef("child"), organisation__isnull=False)
    places = places.order_by("-entered_on", "-id")
    return rows.annotate(
        at_setting=Coalesce(
            Subquery(rolls.values("setting")[:1]), Subquery(places.values("organisation")[:1])
        ),
        in_ward=Subquery(ward_of("child__postcode", reader)),
    )


def ward_of(postcode: str, reader: Reader) -> QuerySet[PostcodeWard]:
    """Give the ward of a postcode column, by the table the area loaded."""
    key = Replace(Upper(OuterRef(postcode)), Value(" "), Value(""))
    return PostcodeWard.objects.filter(area=reader.area, postcode=key).values("ward")[:1]


def filters_of(reader: Reader) -> list[SavedFilter]:
    """Give the filters the reader keeps, and those shared with a post they hold."""
    mine = Q(user=reader.user) | Q(shared_with__in=reader.roles)
    rows = SavedFilter.objects.filter(mine, area=reader.area).select_related("user")
    return list(rows.order_by("name", "id"))


def as_query(chosen: dict[str, str]) -> str:
    """Write the filters that were chosen as an address keeps them, in one order."""
    return urlencode(sorted((name, value) for name, value in chosen.items() if value))


def from_query(text: str) -> dict[str, str]:
    """Read filters as an address keeps them."""
    return dict(parse_qsl(text))
