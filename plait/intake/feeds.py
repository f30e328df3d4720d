"""Which feed reads which kind of delivery."""

from pathlib import Path

from plait.access.reader import Reader
from plait.intake.allocation import AllocationFeed
from plait.intake.alternative import AlternativeFeed
from plait.intake.at_home import HomeEducationFeed, MissingFeed
from plait.intake.care import CareFeed
from plait.intake.closures import ClosuresFeed
from plait.intake.feed import Feed
from plait.intake.models import Delivery
from plait.intake.part_time import PartTimeFeed
from plait.intake.people import PeopleFeed
from plait.intake.referrals import ReferralsFeed
from plait.intake.rolls import RollFeed
from plait.intake.schools import LinksFeed, SchoolsFeed
from plait.intake.sen2.feed import Sen2Feed
from plait.intake.suspensions import SuspensionsFeed
from plait.people.models import Source

Kind = Delivery.Kind
# In the order in which a folder's files are loaded, for later ones point at earlier ones.
FEEDS: dict[str, type[Feed]] = {
    Kind.SCHOOLS: SchoolsFeed,
    Kind.SCHOOL_LINKS: LinksFeed,
    Kind.SEN2: Sen2Feed,
    Kind.PEOPLE: PeopleFeed,
    Kind.ALLOCATION: AllocationFeed,
    Kind.CLOSURES: ClosuresFeed,
    Kind.ROLL: RollFeed,
    Kind.PART_TIME: PartTimeFeed,
    Kind.SUSPENSIONS: SuspensionsFeed,
    Kind.ALTERNATIVE: AlternativeFeed,
    Kind.HOME_EDUCATION: HomeEducationFeed,
    Kind.MISSING: MissingFeed,
    Kind.REFERRALS: ReferralsFeed,
    Kind.CARE: CareFeed,
}


def feed_of(delivery: Delivery, path: Path, *, by: Reader, source: Source) -> Feed:
    """Give the feed of one delivery."""
    return FEEDS[delivery.kind](delivery, path, by=by, source=source)
