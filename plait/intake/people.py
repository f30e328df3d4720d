"""The people list: staff with their posts, and parents and young people with their children."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from plait.access.models import Tie
from plait.intake.tables import Row, TableFeed, day
from plait.people.models import Carer, FamilyTie, Identifier, Organisation, Post, Role, User

FAMILY = (Role.PARENT.value, Role.YOUNG_PERSON.value)
NOT_GIVEN_BY_FILE = (Role.PLAIT.value,)
Kind = Organisation.Kind


class PeopleFeed(TableFeed):
    """Whoever is listed may be invited; nobody can sign in because of this file alone."""

    columns = {
        "name": "name fullname",
        "email": "email emailaddress",
        "role": "role",
        "organisation": "organisation urn setting employer",
        "starts": "starts since from startdate",
        "ends": "ends until to enddate",
        "team": "team",
        "title": "title jobtitle",
        "child_upn": "childupn upn",
        "relationship": "relationship",
        "responsibility": "parentalresponsibility pr",
        "phone": "phone telephone",
        "lives_with": "liveswith",
        "safety": "safety safetynote",
        "checked_by": "checkedby identitycheckedby",
        "persona": "persona",
    }
    needed = ("name", "role")

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Bring each person in; who cannot be read is refused and the rest goes on."""
        for number, line, row in rows:
            if says := self._wrong(row):
                self.refuse(number, line, *says)
            elif row["role"] in FAMILY:
                self._family(number, line, row)
            else:
                self._staff(row)

    def _wrong(self, row: Row) -> tuple[str, str, str] | None:
        """Say which field cannot be used, with its value and why."""
        row["role"] = row["role"].casefold().replace(" ", "_")
        email = row.get("email", "")
        if row["role"] not in Role.values or row["role"] in NOT_GIVEN_BY_FILE:
            known = ", ".join(r for r in Role.values if r not in NOT_GIVEN_BY_FILE)
            return "role", row["role"], f"There is no such role; there are {known}."
        if not row["name"] or len(row["name"]) > 120:
            return "name", row["name"], "A person needs a name of at most 120 letters."
        if email or row["role"] not in FAMILY:
            try:
                validate_email(email)
            except ValidationError:
                return "email", email, "This is not an e-mail address."
        for name in ("starts", "ends"):
            if row.get(name) and day(row[name]) is None:
                return name, row[name], "This is not a date."
        return None

    def _user(self, row: Row) -> tuple[User, bool]:
        """Find the user of an address, or make one who has yet to be invited."""
        email = row["email"].lower()
        user = User.objects.filter(email=email).first()
        made = user is None
        user = user or User.objects.create_user(email, row["name"])
        persona = row.get("persona", "")[:200]
        if self.area.is_sample and persona and user.persona != persona:
            user.persona = persona
            user.save(update_fields=["persona"])
        return user, made

    def _staff(self, row: Row) -> None:
        user, _ = self._user(row)
        since, until = day(row.get("starts", "")) or self.by.today, day(row.get("ends", ""))
        until = until if until is None or until >= since else since
        post = Post.objects.filter(
            area=self.area, user=user, role=row["role"], organisation=self._organisation(row),
            until__isnull=True,
        ).first() or Post.objects.filter(
            area=self.area, user=user, role=row["role"], since=since, until=until
        ).first()  # fmt: skip
        if post is None:
            Post.objects.create(
                area=self.area, user=user, role=row["role"], organisation=self._organisation(row),
                title=row.get("title", "")[:120], team=row.get("team", "")[:60],
                since=since, until=until,
            )  # fmt: skip
            self.counts["new"] += 1
        elif post.until != until:
            post.until = until
            post.save(update_fields=["until"])
            self.counts["changed"] += 1
        else:
            self.counts["unchanged"] += 1

    def _organisation(self, row: Row) -> Organisation | None:
        """Find where somebody works: a setting by its URN, anyone else by name."""
        named = row.get("organisation", "")[:200]
        if not named:
            return None
        if named.isdigit():
            return Organisation.objects.filter(urn=named[:6]).first()
        found = Organisation.objects.filter(name__iexact=named).order_by("closed_on", "id").first()
        return found or Organisation.objects.create(name=named, kind=_kind_of(named))

    def _family(self, number: int, line: int, row: Row) -> None:
        held = Identifier.objects.filter(
            area=self.area, value=row.get("child_upn", ""), kind=Identifier.Kind.UPN,
            child__merged_into__isnull=True,
        )  # fmt: skip
        children = set(held.values_list("child_id", flat=True)) if row.get("child_upn") else set()
        if len(children) != 1:
            says = "No child held has this UPN." if not children else "More than one child has it."
            self.refuse(number, line, "child_upn", row.get("child_upn", ""), says)
            return
        child = children.pop()
        made = row["role"] == Role.PARENT and self._carer(child, row)
        checker = self._checker(row)
        if checker and row.get("email") and not row.get("safety"):
            made = self._tie(child, row, checker) or made
        self.counts["new" if made else "unchanged"] += 1

    def _carer(self, child: int, row: Row) -> bool:
        """Note who the adult is to the child; that alone opens nothing."""
        carer = Carer.objects.filter(
            area=self.area, name=row["name"], email=row.get("email", "").lower()
        ).first() or Carer.objects.create(
            area=self.area, name=row["name"], email=row.get("email", "").lower(),
            phone=row.get("phone", "")[:40], source=self.source if self.source.pk else None,
        )  # fmt: skip
        words = {"yes": FamilyTie.Responsibility.YES, "no": FamilyTie.Responsibility.NO}
        responsible = words.get(row.get("responsibility", "").lower())
        safety = row.get("safety", "")
        _, made = FamilyTie.objects.get_or_create(
            child_id=child,
            carer=carer,
            relationship=row.get("relationship", "")[:40] or "carer",
            defaults={
                "area": self.area,
                "responsibility": responsible or FamilyTie.Responsibility.NOT_KNOWN,
                "lives_with": {"yes": True, "no": False}.get(row.get("lives_with", "").lower()),
                "unsafe_to_tell": bool(safety),
                "safety_note": safety[:200],
                "since": day(row.get("starts", "")),
            },
        )
        return made

    def _checker(self, row: Row) -> User | None:
        """Find the officer who checked who this is; without one no tie is made."""
        address = row.get("checked_by", "").lower()
        officer = User.objects.filter(email=address).first() if address else None
        return officer if officer and officer.email != row.get("email", "").lower() else None

    def _tie(self, child: int, row: Row, checker: User) -> bool:
        user, _ = self._user(row)
        Carer.objects.filter(area=self.area, email=user.email, user=None).update(user=user)
        held = Tie.objects.filter(child_id=child, user=user, role=row["role"], until__isnull=True)
        if held.exists():
            return False
        since: date = day(row.get("starts", "")) or self.by.today
        Tie.objects.create(
            area=self.area, child_id=child, user=user, role=row["role"], since=since,
            basis=f"Identity and relationship checked by {checker.name}"[:200],
            granted_by=checker, why=self.source.name[:300],
        )  # fmt: skip
        return True


def _kind_of(name: str) -> str:
    """Tell what an organisation is by what it calls itself."""
    lower = name.casefold()
    if "integrated care board" in lower:
        return Kind.ICB
    if "nhs" in lower.split():
        return Kind.NHS
    return Kind.AUTHORITY if "council" in lower.split() else Kind.OTHER
