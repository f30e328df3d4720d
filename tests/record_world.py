"""A small area around one child with a case: who may see her, and who may not."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@dataclass
class World:
    """What the fixture made, by plain names."""

    area: Any
    larkfield: Any
    otherby: Any
    amina: Any
    ben: Any
    request: Any
    source: Any
    people: dict[str, Any] = field(default_factory=dict)

    def reader(self, who: str) -> Any:
        from plait.access.reader import posts_of, reader_from

        user = self.people[who]
        return reader_from(user, posts_of(user, today=TODAY), self.area, today=TODAY)


STAFF = {
    "caseworker": ("caseworker", "tie"),
    "manager": ("send_manager", ""),
    "officer": ("data_officer", ""),
    "senco": ("senco", "larkfield"),
    "other_senco": ("senco", "otherby"),
    "therapist": ("health_adviser", "tie"),
    "inspector": ("inspector", "tie"),
    "colleague": ("caseworker", ""),
}


def made_world() -> World:
    from plait.cases.keeping import keep_clocks
    from plait.cases.models import Need, Request
    from plait.people.models import Area, Organisation, Source, User

    area = Area.objects.create(code="801", name="Northcombe", kept_here_since=date(2025, 1, 1))
    source = Source.objects.create(
        area=area, kind="sen2", name="sen2-2026.xml", as_at=date(2026, 10, 30), at=NOW
    )
    amina = a_child(area, "Amina", "O'Connell", date(2019, 3, 4), source=source, source_line=14)
    made = World(
        area=area,
        larkfield=Organisation.objects.create(kind="setting", name="Larkfield Primary School"),
        otherby=Organisation.objects.create(kind="setting", name="Otherby School"),
        amina=amina,
        ben=a_child(area, "Ben", "", date(2020, 2, 29)),
        request=Request.objects.create(
            area=area,
            child=amina,
            received_on=date(2026, 9, 28),
            asked_by="1",
            source=source,
            source_line=14,
        ),
        source=source,
    )
    Need.objects.create(area=area, child=amina, request=made.request, kind="SLCN", rank="1")
    _people(made)
    made.people["stranger"] = User.objects.create_user("stranger@example.org", "Sam Stranger")
    keep_clocks(made.request, why="loaded", by=None, at=NOW)
    return made


def a_child(area: Any, forename: str, surname: str, born: date, **more: Any) -> Any:
    from plait.people.matching import name_key
    from plait.people.models import Child

    return Child.objects.create(
        area=area,
        forename=forename,
        surname=surname,
        birth_date=born,
        forename_key=name_key(forename),
        surname_key=name_key(surname),
        **more,
    )


def _people(made: World) -> None:
    from plait.access.models import Tie
    from plait.people.models import Carer, FamilyTie, Post, User

    since = {"area": made.area, "since": date(2025, 9, 1), "basis": "for the test"}
    for child, school in ((made.amina, made.larkfield), (made.ben, made.otherby)):
        Tie.objects.create(child=child, organisation=school, role="senco", **since)
    for who, (role, how) in STAFF.items():
        user = made.people[who] = User.objects.create_user(
            f"{who}@example.org", f"Jo {who.title()}"
        )
        post = Post.objects.create(
            area=made.area,
            user=user,
            role=role,
            organisation=getattr(made, how, None) if how not in ("tie", "") else None,
            since=date(2025, 9, 1),
        )
        if how == "tie":
            Tie.objects.create(child=made.amina, user=user, role=role, post=post, **since)
    for who, child in (("parent", made.amina), ("father", made.amina), ("other_parent", made.ben)):
        user = made.people[who] = User.objects.create_user(
            f"{who}@example.org", f"Pat {who.title()}"
        )
        Tie.objects.create(child=child, user=user, role="parent", **since)
        carer = Carer.objects.create(
            area=made.area, user=user, name=user.name, address=f"1 {who.title()} Street"
        )
        FamilyTie.objects.create(
            area=made.area, child=child, carer=carer, relationship="mother", responsibility="yes"
        )


@pytest.fixture
def world(db, arranging, settings, tmp_path, monkeypatch) -> World:
    """The area on 23 November 2026, whatever day the test runs on."""
    settings.MEDIA_ROOT = tmp_path / "documents"
    # Sign-in, the band and static files have tests of their own.
    elsewhere = ("whitenoise", "sign_in", "navigation")
    settings.MIDDLEWARE = [
        name for name in settings.MIDDLEWARE if not any(part in name for part in elsewhere)
    ]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: TODAY)
    with arranging():
        return made_world()


@pytest.fixture
def browse(world, client) -> Callable[[str], Any]:
    """Sign somebody in, and give the browser they use."""

    def signed_in(who: str) -> Any:
        client.force_login(world.people[who], backend=BACKEND)
        return client

    return signed_in


@pytest.fixture
def acting(world) -> Iterator[Callable[[str], Any]]:
    """Act as somebody, for the rest of the test or until another acts."""
    from plait.access.context import set_context

    def act(who: str) -> Any:
        reader = world.reader(who)
        set_context(user=reader.user.pk, area=reader.area.pk, today=TODAY)
        return reader

    return act
