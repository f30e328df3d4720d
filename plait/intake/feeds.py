"""Which feed reads which kind of delivery."""

from collections.abc import Sequence
from pathlib import Path

from plait.access.reader import Reader
from plait.intake.allocation import AllocationFeed
from plait.intake.alternative import AlternativeFeed
from plait.intake.at_home import HomeEducationFeed, MissingFeed
from plait.intake.care import CareFeed
from plait.intake.census import CensusFeed
from plait.intake.closures import ClosuresFeed
from plait.intake.contacts import ContactsFeed
from plait.intake.ctf import CtfFeed
from plait.intake.early_years import EarlyYearsFeed
from plait.intake.feed import Feed
from plait.intake.fhir import FhirFeed
from plait.intake.hashed import MayBeHashed
from plait.intake.marks import MarksFeed
from plait.intake.models import Delivery
from plait.intake.part_time import PartTimeFeed
from plait.intake.people import PeopleFeed
from plait.intake.referrals import ReferralsFeed
from plait.intake.rolls import RollFeed
from plait.intake.schools import LinksFeed, SchoolsFeed
from plait.intake.sen2.feed import Sen2Feed
from plait.intake.suspensions import SuspensionsFeed
from plait.intake.tables import TableFeed
from plait.intake.term_counts import TermCountFeed
from plait.people.models import Source

Kind = Delivery.Kind
HEADINGS = {"upn": "UPN", "urn": "URN", "nhs_number": "NHS number", "am": "AM", "pm": "PM"}
# In the order in which a folder's files are loaded, for later ones point at earlier ones.
FEEDS: dict[str, type[Feed]] = {
    Kind.SCHOOLS: SchoolsFeed,
    Kind.SCHOOL_LINKS: LinksFeed,
    Kind.SEN2: Sen2Feed,
    Kind.PEOPLE: PeopleFeed,
    Kind.ALLOCATION: AllocationFeed,
    Kind.CLOSURES: ClosuresFeed,
    Kind.ROLL: RollFeed,
    Kind.CENSUS: CensusFeed,
    Kind.CTF: CtfFeed,
    Kind.EARLY_YEARS: EarlyYearsFeed,
    Kind.ATTENDANCE: MarksFeed,
    Kind.TERM_COUNTS: TermCountFeed,
    Kind.PART_TIME: PartTimeFeed,
    Kind.SUSPENSIONS: SuspensionsFeed,
    Kind.ALTERNATIVE: AlternativeFeed,
    Kind.HOME_EDUCATION: HomeEducationFeed,
    Kind.MISSING: MissingFeed,
    Kind.REFERRALS: ReferralsFeed,
    Kind.CONTACTS: ContactsFeed,
    Kind.FHIR: FhirFeed,
    Kind.CARE: CareFeed,
}


def feed_of(delivery: Delivery, path: Path, *, by: Reader, source: Source) -> Feed:
    """Give the feed of one delivery."""
    return FEEDS[delivery.kind](delivery, path, by=by, source=source)


def template_of(kind: str) -> list[str]:
    """Give the headings under which a file of children of this kind is surely read."""
    feed = FEEDS.get(kind)
    if feed is None or not issubclass(feed, TableFeed) or not feed.template:
        return []
    return list(fields_of(kind).values())


def fields_of(kind: str) -> dict[str, str]:
    """Give what a table of this kind may tell, by our names and in words."""
    feed = FEEDS.get(kind)
    if feed is None or not issubclass(feed, TableFeed):
        return {}
    return {name: HEADINGS.get(name) or _in_words(name) for name in feed.columns}


def _in_words(name: str) -> str:
    return name.replace("_", " ").capitalize().replace(" urn", " URN")


def needed_of(kind: str) -> tuple[str, ...]:
    """Give what a table of this kind must tell, in words."""
    feed = FEEDS.get(kind)
    named = fields_of(kind)
    return tuple(named[name] for name in feed.needed) if named else ()


def with_template(kinds: Sequence[str]) -> list[str]:
    """Give the kinds, of some, that have a template."""
    return [kind for kind in kinds if template_of(kind)]


def by_hash(kinds: Sequence[str]) -> list[str]:
    """Give the kinds, of some, whose files may come under a key in the place of names."""
    return [kind for kind in kinds if issubclass(FEEDS.get(kind, Feed), MayBeHashed)]
