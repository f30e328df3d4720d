"""The setting that speaks of a child's attendance, where a reader serves more than one."""

from plait.access.reader import Reader
from plait.access.require import setting_for
from plait.attendance.models import Enrolment
from plait.people.models import Organisation


def setting_of(child_id: int, reader: Reader) -> Organisation | None:
    """Give the reader's own setting that has the child, by roll and then by tie; else the roll."""
    rolls = Enrolment.objects.filter(child_id=child_id, left_on__isnull=True, setting__isnull=False)
    newest = rolls.exclude(status="E").select_related("setting").order_by("-entered_on", "-id")
    found = [roll.setting for roll in newest]
    own = [setting for setting in found if setting.pk in reader.settings]
    if own:
        return own[0]
    tied = setting_for(child_id, reader)
    if tied is not None:
        return Organisation.objects.get(pk=tied)
    return found[0] if found else None
