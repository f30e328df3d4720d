"""A small area: somebody in every role, a child they are tied to, and a child they are not."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from plait.access.matrix import REACH
from plait.access.models import Tie
from plait.access.reader import Reader, posts_of, reader_from
from plait.access.rights import STAFF
from plait.people.models import Area, Carer, Child, FamilyTie, Organisation, Post, Role, User

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@dataclass
class World:
    """What the fixture made, by plain names."""

    area: Area
    elsewhere: Area
    larkfield: Organisation
    otherschool: Organisation
    amina: Child  # everybody is tied to her
    ben: Child  # nobody is, one by one
    people: dict[str, User] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)

    def reader(self, who: str, *, today: date = TODAY, area: Area | None = None) -> Reader:
        user = self.people[who]
        return reader_from(user, posts_of(user, today=today), area or self.area, today=today)

    def hire(self, who: str, role: str, *, organisation: Organisation | None = None) -> User:
        user = self.people[who] = User.objects.create_user(f"{who}@example.org", who.title())
        self.posts[who] = Post.objects.create(
            area=self.area,
            user=user,
            role=role,
            organisation=organisation,
            since=date(2025, 9, 1),
        )
        return user

    def tie(self, who: str, child: Child, role: str, **more: object) -> Tie:
        return Tie.objects.create(
            area=self.area,
            child=child,
            user=self.people[who],
            role=role,
            post=self.posts.get(who),
            since=date(2025, 9, 1),
            basis="for the test",
            **more,
        )


def made_world() -> World:
    area = Area.objects.create(code="801", name="Northcombe")
    made = World(
        area=area,
        elsewhere=Area.objects.create(code="802", name="Southcombe"),
        larkfield=Organisation.objects.create(kind="setting", name="Larkfield", urn="100001"),
        otherschool=Organisation.objects.create(kind="setting", name="Otherby", urn="100002"),
        amina=_child(area, "Amina", "Khan", date(2019, 3, 4)),
        ben=_child(area, "Ben", "Ashworth", date(2018, 5, 6)),
    )
    for child, school in ((made.amina, made.larkfield), (made.ben, made.otherschool)):
        Tie.objects.create(
            area=area,
            child=child,
            organisation=school,
            role=Role.SENCO,
            since=date(2025, 9, 1),
            basis="On the roll of the setting",
        )
    for role in STAFF:
        made.hire(role, role, organisation=made.larkfield if role == "senco" else None)
        if REACH[Role(role)] == "tie":
            made.tie(role, made.amina, role)
    made.hire("other_senco", "senco", organisation=made.otherschool)
    made.hire("other_caseworker", "caseworker")
    for who, role in (("parent", "parent"), ("young_person", "young_person")):
        made.people[who] = User.objects.create_user(f"{who}@example.org", who)
        made.tie(who, made.amina, role)
    made.people["supporter"] = User.objects.create_user("supporter@example.org", "supporter")
    leave = {"granted_by": made.people["parent"], "until": date(2099, 1, 1)}
    made.tie("supporter", made.amina, "supporter", **leave)
    made.people["other_parent"] = User.objects.create_user("other@example.org", "Other")
    made.tie("other_parent", made.ben, "parent")
    _family(made, "parent", made.amina)
    _family(made, "other_parent", made.ben)
    made.people["stranger"] = User.objects.create_user("stranger@example.org", "Stranger")
    return made


def _child(area: Area, forename: str, surname: str, born: date) -> Child:
    return Child.objects.create(
        area=area,
        forename=forename,
        surname=surname,
        birth_date=born,
        forename_key=forename.lower(),
        surname_key=surname.lower(),
    )


def _family(made: World, who: str, child: Child) -> None:
    user = made.people[who]
    carer = Carer.objects.create(area=made.area, user=user, name=user.name)
    FamilyTie.objects.create(
        area=made.area, child=child, carer=carer, relationship="parent", responsibility="yes"
    )
