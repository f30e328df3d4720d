"""The band at the top: the rooms each role may enter."""

from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as later

from plait.access.reader import Reader
from plait.family.queries import is_young_person
from plait.intake.loaders import LOADERS
from plait.people.models import Role
from plait.people.roles import CASE_ROLES, FAMILY_ROLES, WITH_FAMILY
from plait.ui.navigation import NavItem

STAFF = tuple(role.value for role in Role if role.value not in WITH_FAMILY)
GIVERS = (Role.HEALTH_ADVISER, Role.SOCIAL_CARE, Role.SENCO)
ELSEWHERE = (
    Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER, Role.CASEWORKER,
    Role.SENCO, Role.SOCIAL_CARE, Role.DATA_OFFICER,
)  # fmt: skip
KEEPERS = (Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SEND_MANAGER)
ATTENDANCE = (
    Role.ATTENDANCE_OFFICER, Role.HOME_EDUCATION_OFFICER, Role.SENCO, Role.SEND_MANAGER,
    Role.DATA_OFFICER,
)  # fmt: skip
# Pages whose address does not begin with the room that leads to them.
WITHIN = {
    "/questions/": "watch:signals", "/sight/": "desk:today",
    "/alternative-provision/": "provision:elsewhere", "/eotas/": "provision:elsewhere",
    "/part-time/": "provision:elsewhere", "/missing-education/": "provision:elsewhere",
    "/home-education/": "provision:elsewhere",
}  # fmt: skip
# What stands in the band, where it leads, and for whom.
ROOMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (later("My children"), "family:children", FAMILY_ROLES),
    ("Today", "desk:today", STAFF),
    ("Requests in", "assessment:asked", (Role.SEND_MANAGER,)),
    ("Cases", "desk:cases", CASE_ROLES),
    ("Find a child", "child:search", CASE_ROLES),
    ("Not in school", "watch:list", KEEPERS),
    ("Taught elsewhere", "provision:elsewhere", ELSEWHERE),
    ("Signals", "watch:signals", KEEPERS),
    ("Keep, move or end", "watch:asked", (Role.DCO, Role.HEALTH_ADVISER, Role.SOCIAL_CARE)),
    (later("Attendance"), "insight:attendance", ATTENDANCE),
    ("Advice asked of me", "assessment:my_advice_list", GIVERS),
    (
        "Waits",
        "health:waits",
        (Role.DCO, Role.HEALTH_ADVISER, Role.SEND_MANAGER),
    ),
    ("Messages", "family:inbox", (Role.CASEWORKER, Role.SEND_MANAGER)),
    (
        "The area",
        "insight:area",
        (Role.SEND_MANAGER, Role.DATA_OFFICER, Role.AREA_LEADER, Role.DCO),
    ),
    ("Files in", "intake:deliveries", LOADERS),
    ("Who is this?", "intake:recognise", LOADERS),
    ("Data quality", "returns:quality", (Role.DATA_OFFICER, Role.SEND_MANAGER)),
    ("Returns", "returns:returns", (Role.DATA_OFFICER, Role.SEND_MANAGER)),
    ("Letters", "child:letter_templates", (Role.SEND_MANAGER,)),
    ("People", "access:people", (Role.SEND_MANAGER, Role.SYSTEM_ADMINISTRATOR)),
)


def rooms_of(reader: Reader, *, path: str) -> list[NavItem]:
    """Give the rooms this reader may enter; the one they are in is marked."""
    open_to = _open_to(reader.roles, get_language())
    if reader.holds(*FAMILY_ROLES) and is_young_person(reader):
        open_to = [(_("My record"), href) for _mine, href in open_to]
    rooms = (href for _, href in open_to if path == href or (href != "/" and path.startswith(href)))
    here = max(rooms, key=len, default="") or _within(path)
    return [NavItem(text=text, href=href, current=href == here) for text, href in open_to]


def _within(path: str) -> str:
    return next((reverse(name) for begin, name in WITHIN.items() if path.startswith(begin)), "")


@lru_cache(maxsize=256)
def _open_to(held: frozenset[str], language: str | None) -> list[tuple[str, str]]:
    """Give the rooms of these roles, in this language."""
    return [(_(text), reverse(name)) for text, name, roles in ROOMS if held & set(roles)]


class NavigationMiddleware:
    """Put the reader's rooms on the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.person is not None:
            request.nav = rooms_of(request.person, path=request.path)
        return self.get_response(request)
