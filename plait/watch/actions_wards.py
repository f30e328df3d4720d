"""Load which ward each postcode lies in, and the wards' shapes."""

from datetime import datetime

from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.journal import actions as journal
from plait.people.models import Role
from plait.watch import wards
from plait.watch.models import PostcodeWard, WardShapes


@transaction.atomic
def load_wards(*, postcodes: str, shapes: str, by: Reader, at: datetime) -> tuple[int, int]:
    """Take in either file or both, each in the place of the one before; give how many of each."""
    if not by.writes_all("missing"):
        raise Refused("Wards are loaded by those who keep the one list.")
    if not postcodes and not shapes:
        raise Refused("Choose a file of postcodes, a file of shapes, or both.")
    try:
        told = wards.postcodes(postcodes) if postcodes else {}
        drawn = wards.shapes(shapes) if shapes else {}
    except wards.NotWards as why:
        raise Refused(str(why), who_can="Mend the file and load it again.") from None
    if told:
        PostcodeWard.objects.filter(area=by.area).delete()
        PostcodeWard.objects.bulk_create(
            [PostcodeWard(area=by.area, postcode=key, ward=ward) for key, ward in told.items()],
            batch_size=2000,
        )
    if drawn:
        WardShapes.objects.update_or_create(
            area=by.area, defaults={"shapes": drawn, "loaded_at": at, "loaded_by": by.user}
        )
    journal.write(
        "wards_loaded", area=by.area, by=by.user, at=at, through=Role(by.role).label,
        postcodes=len(told), shapes=len(drawn),
    )  # fmt: skip
    return len(told), len(drawn)
