"""The register of home education, and what families say of it."""

from django.db.models import Count, Q, QuerySet

from plait.access.models import Tie
from plait.access.reader import Reader, in_force
from plait.people.models import FamilyTie, Organisation
from plait.people.roles import FAMILY_ROLES
from plait.provision.models import HomeEducation, Objection

OBJECTION_KINDS = Objection.Kind.choices


def register(
    reader: Reader, *, suitable: str = "", waits: str = "", ended: str = ""
) -> QuerySet[HomeEducation]:
    """Give the entries of the register, the longest without contact first."""
    rows = HomeEducation.objects.filter(area=reader.area, until__isnull=not ended)
    if suitable:
        answers = {"yes": Q(suitable=True), "no": Q(suitable=False)}
        rows = rows.filter(answers.get(suitable, Q(suitable__isnull=True)))
    rows = rows.annotate(
        waiting=Count("objections", filter=Q(objections__answered_on__isnull=True))
    )
    if waits:
        rows = rows.filter(waiting__gt=0)
    return rows.select_related("child").order_by("last_contact_on", "since", "id")


def entries_of(child_id: int) -> list[HomeEducation]:
    """Give a child's entries: the open one first, then the newest."""
    rows = HomeEducation.objects.filter(child_id=child_id).select_related("child", "left_setting")
    return sorted(rows.order_by("-since", "-id"), key=lambda one: one.until is not None)


def entry_one(child_id: int, home_id: int) -> HomeEducation | None:
    rows = HomeEducation.objects.filter(child_id=child_id, pk=home_id)
    return rows.select_related("child", "left_setting").first()


def objections_of(entry: HomeEducation) -> list[Objection]:
    """Give what was said of an entry, the unanswered first, then the newest."""
    rows = Objection.objects.filter(about=entry).select_related("by", "answered_by")
    return sorted(rows.order_by("-at", "-id"), key=lambda one: one.answered_on is not None)


def objection_one(child_id: int, objection_id: int) -> Objection | None:
    rows = Objection.objects.filter(child_id=child_id, pk=objection_id)
    return rows.select_related("child", "about", "by").first()


def settings_named(text: str) -> list[Organisation]:
    """Find settings by their number or the beginning of their name."""
    rows = Organisation.objects.filter(kind="setting")
    return list(rows.filter(Q(urn=text) | Q(name__istartswith=text)).order_by("name")[:10])


def may_know_home(reader: Reader, child_id: int) -> bool:
    """Say whether one of the family may read where the child and the parents live.

    Who lives with the child may. Where that is not recorded, only a parent who is the only one
    with a tie: else one household could find another through the register.
    """
    own = FamilyTie.objects.filter(child_id=child_id, carer__user=reader.user)
    lives = set(own.values_list("lives_with", flat=True))
    if True in lives or False in lives:
        return True in lives
    ties = Tie.objects.filter(in_force(reader.today), child_id=child_id, role__in=FAMILY_ROLES)
    return not ties.exclude(user=reader.user).exists()
