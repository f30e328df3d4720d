"""Children who are easily taken for one another, or for nobody: duplicates, twins, moves, names."""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.sample.plans import age_limit
from plait.sample.stories import Child

from .plant import Fits, Plant, Workshop

NAMES = (
    ("name_with_apostrophe", "D'Arcy", "O'Sullivan", "apostrophes"),
    ("name_with_hyphens", "Anne-Marie", "Bradshaw-Nwosu-Kent", "hyphens"),
    ("name_without_forename", "-", "Wulandari", "only a family name; the forename is a dash"),
    ("name_without_surname", "Suharti", "-", "only a given name; the surname is a dash"),
    (
        "name_very_long",
        "Maximiliana Theodosia Ngozichukwuka Alexandrina",
        "Featherstonehaugh-Cholmondeley-Venkatanarasimharajuvaripeta",
        "more letters than most boxes hold",
    ),
    ("name_in_cyrillic", "Юлія", "Ковальчук", "letters that are not Latin"),
    ("name_with_marks", "Ðương Nữ", "Şükrüoğlu-Ångström", "marks that must survive every file"),
    (
        "name_with_ampersand",
        "Rose & Lily",
        "Smith <Jones>",
        "signs that break careless XML or HTML",
    ),
    ("name_in_small_letters", "ines", "de la vega", "small letters at the beginning"),
)


def plant(shop: Workshop) -> Iterator[Plant]:
    yield from _duplicates(shop)
    yield from _twins(shop)
    yield from _moves(shop)
    yield from _numbers_and_names_changed(shop)
    yield from _birthdays(shop)
    for kind, forename, surname, what in NAMES:
        child = shop.planned(forename=forename, surname=surname)
        yield Plant(kind, [child], f"A name with {what}: search, sort, print and export it.")


def _duplicates(shop: Workshop) -> Iterator[Plant]:
    pairs = (("Alexander", "Alex", "M"), ("Elizabeth", "Lizzie", "F"), ("Mohammed", "Mo", "M"))
    for forename, nickname, sex in pairs:
        child = shop.planned(_under_fifteen(shop), forename=forename, sex=sex)
        again = _second_record(shop, child)
        again.forename = nickname
        again.upn = shop.numbers.temporary_pupil("2001", child.born.year + 4)
        yield Plant(
            "duplicate_nickname_and_temporary_upn",
            [child, again],
            f"{forename} with a plan and {nickname} with a new request are one child: same family "
            "name, birth date and postcode, and the second UPN is a temporary one.",
            files=(shop.today,),
        )
    child = shop.planned(surname="Garside-Okonkwo")
    again = _second_record(shop, child)
    again.surname, again.upn, again.unknown = "Garside Okonkwo", "", "UN5"
    yield Plant(
        "duplicate_without_number",
        [child, again],
        "The same child once with a UPN and once without any number, the family name once with "
        "a hyphen and once with a blank.",
        files=(shop.today,),
    )


def _second_record(shop: Workshop, child: Child) -> Child:
    """The same child once more, as someone who did not look entered a new request."""
    return shop.asking(
        shop.ago(25),
        surname=child.surname,
        forename=child.forename,
        born=child.born,
        sex=child.sex,
        ethnicity=child.ethnicity,
        postcode=child.postcode,
        uln="",
    )[0]


def _twins(shop: Workshop) -> Iterator[Plant]:
    for first, second, sex, postcodes in (
        ("Jayden", "Jaydon", "M", ("ZZ99 4AB", "ZZ99 4AD")),
        ("Aisha", "Aleena", "F", ("ZZ99 7HJ", "ZZ99 7HJ")),
    ):
        one = shop.planned(_under_fifteen(shop), forename=first, sex=sex, postcode=postcodes[0])
        two, _ = shop.asking(
            shop.ago(30),
            forename=second,
            surname=one.surname,
            born=one.born,
            sex=sex,
            ethnicity=one.ethnicity,
            postcode=postcodes[1],
        )
        yield Plant(
            "twins",
            [one, two],
            "Twins: same family name and birth date, nearly the same forename and address, but "
            "two UPNs. They must not be merged.",
        )


def _under_fifteen(shop: Workshop) -> Fits:
    return lambda born, plan: (shop.on - born).days < 365 * 15


def _moves(shop: Workshop) -> Iterator[Plant]:
    moved = shop.planned()
    moved.moved = (shop.views[1].starts + timedelta(days=100), "ZZ99 5QR")
    yield Plant(
        "moved_within_the_area",
        [moved],
        "The postcode changed between the first January and the second; UPN, name and birth date "
        "did not, so it is one child with two addresses.",
    )
    came = shop.planned(lambda born, plan: plan.starts < shop.ago(500))
    if came.plan:
        came.plan.came_on, came.plan.came_from = shop.ago(120), "891"
        came.plan.transfers = []
    yield Plant(
        "moved_in_with_a_plan",
        [came],
        "The plan came from another authority this year (TransferLA): the date of the plan is "
        "kept, and the first review here is due within twelve months of the last, or three of "
        "the move, whichever is later.",
        files=(shop.today,),
    )
    went, request = shop.asking(shop.ago(160))
    request.decided, request.exported_on, request.exported_to = shop.ago(125), shop.ago(60), "830"
    yield Plant(
        "moved_out_while_assessed",
        [went],
        "The family moved to another authority before the assessment was finished (Exported): "
        "nothing is late here any more.",
        files=(shop.today,),
    )


def _numbers_and_names_changed(shop: Workshop) -> Iterator[Plant]:
    between = shop.views[0].ends + timedelta(days=60)
    child = shop.planned(_under_fifteen(shop))
    child.earlier_upn = (between, shop.numbers.temporary_pupil("2002", child.born.year + 4))
    yield Plant(
        "temporary_upn_made_permanent",
        [child],
        "The first file has a temporary UPN, the second a permanent one: name, birth date and "
        "postcode say that it is one child, and a person should confirm it.",
    )
    child = shop.planned(surname="Whittaker")
    child.earlier_surname = (between, "Munteanu")
    yield Plant(
        "family_name_changed",
        [child],
        "The family name changed between the files while the UPN stayed the same.",
    )


def _birthdays(shop: Workshop) -> Iterator[Plant]:
    leap = [_born(shop, date(year, 2, 29)) for year in (2012, 2016)]
    yield Plant(
        "born_on_29_february",
        leap,
        "Born on a leap day: the age, the school year and the law's birthdays must still be right.",
    )
    aged = _born(shop, shop.on.replace(year=shop.on.year - 25, day=1) - timedelta(days=20))
    yield Plant(
        "aged_25",
        [aged],
        "Aged 25 with a plan in force: it may go on to the end of the academic year, "
        f"{age_limit(aged.born):%-d %B %Y}, and no further.",
        ("SEQ09",),
        (shop.today,),
    )


def _born(shop: Workshop, born: date) -> Child:
    """A child of this birthday with a plan a few years old."""
    age = (shop.on - born).days // 365
    return shop.planned(_within_a_year(born), born=born) if age < 25 else _oldest(shop, born)


def _within_a_year(day: date) -> Fits:
    return lambda born, plan: born.year == day.year and born.month < 9


def _oldest(shop: Workshop, born: date) -> Child:
    """Drawn a little younger, for nobody's plan is likely to last that long, then made older."""
    return shop.planned(
        lambda other, plan: (other - born).days < 900 and plan.placements[-1].code != "NEET",
        born=born,
    )
