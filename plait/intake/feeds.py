"""Which feed reads which kind of delivery."""

from pathlib import Path

from plait.access.reader import Reader
from plait.intake.feed import Feed
from plait.intake.models import Delivery
from plait.intake.sen2.feed import Sen2Feed
from plait.people.models import Source

Kind = Delivery.Kind
FEEDS: dict[str, type[Feed]] = {
    Kind.SEN2: Sen2Feed,
}


def feed_of(delivery: Delivery, path: Path, *, by: Reader, source: Source) -> Feed:
    """Give the feed of one delivery."""
    return FEEDS[delivery.kind](delivery, path, by=by, source=source)
