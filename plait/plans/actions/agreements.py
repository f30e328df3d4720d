"""Health agrees section G, care agrees D and H: by their own hand, or as the officer was told."""

from datetime import date, datetime

from django.db import transaction

from plait.access.lengths import AGREED, fits
from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.access.require import require_write
from plait.plans.actions.telling import tell
from plait.plans.models import Agreement, Version
from plait.plans.reading import digest_of_part

BODIES = {"dco": ("health",), "social_care": ("care",)}


@transaction.atomic
def agree(
    *, version: Version, part: str, agrees: bool, name: str, post: str, on: date, said: str,
    by: Reader, at: datetime,
) -> Agreement:  # fmt: skip
    """Record agreement, or that it is refused, to the words as they stand today.

    When the words change, the agreement no longer stands, and the checks ask for it again.
    """
    require_write("agreement", child=version.child, by=by, to="agree a part of a plan")
    own = {part for role in by.roles for part in BODIES.get(role, ())}
    if own and part not in own:
        raise Refused("Health agrees section G, and social care agrees sections D and H.")
    if not agrees and not said.strip():
        raise Refused("Say why it is not agreed, and what would be.")
    if on > by.today:
        raise Refused("The day is still to come. Record it once it is agreed.")
    row = Agreement.objects.create(
        area=by.area, child=version.child, version=version, part=part, agrees=agrees, name=name,
        post=post, on=on, said=fits(said, AGREED, "What was said"), written_by=by.user,
        digest=digest_of_part(version, part),
    )  # fmt: skip
    tell(
        "plan_part_agreed" if agrees else "plan_part_not_agreed", child=version.child, by=by,
        at=at, version=version.pk, part=part, on=on.isoformat(),
    )  # fmt: skip
    return row
