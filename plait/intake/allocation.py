"""Who works with which child; SEN2 names nobody, so the authority keeps this list beside it."""

from datetime import timedelta

from plait.access.models import Tie
from plait.access.reader import in_force
from plait.intake.tables import Row, TableFeed
from plait.people.models import Identifier, Post, Role
from plait.people.rows import add_all, change_all

BASIS = {
    Role.CASEWORKER.value: "Allocated caseworker",
    Role.HEALTH_ADVISER.value: "Asked for advice",
    Role.SOCIAL_CARE.value: "Works with the family",
    Role.INSPECTOR.value: "Drawn for the inspection",  # in a made-up area only
}


class AllocationFeed(TableFeed):
    """One row a child, by UPN or ULN, with the worker's e-mail address, and the role if another."""

    columns = {
        "upn": "upn", "uln": "uln uniquelearnernumber",
        "caseworker": "caseworker caseworkeremail email worker",
        "role": "role",
    }  # fmt: skip
    needed = ("caseworker",)

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Tie each child to who is named; a caseworker ends the tie of the one before."""
        children = self._children([row for _, _, row in rows])
        posts = self._posts()
        wanted: dict[int, Post] = {}
        beside: dict[tuple[int, int], Post] = {}
        for number, line, row in rows:
            found = (
                children.get(row.get("upn") or "") or children.get(row.get("uln") or "") or set()
            )
            role = (row.get("role") or Role.CASEWORKER).casefold().replace(" ", "_")
            post = posts.get((role, row["caseworker"].lower()))
            if len(found) != 1:
                value = row.get("upn") or row.get("uln") or ""
                says = "More than one child has" if found else "No child held has"
                self.refuse(number, line, "upn", value, f"{says} this number.")
            elif not self._may_give(role):
                known = "caseworker, health_adviser or social_care"
                says = f"A file gives children to {known}."
                self.refuse(number, line, "role", row["role"], says)
            elif post is None:
                held = Role(role).label
                says = f"Nobody with this address holds a post as {held} in the area today."
                mend = "Load the people list first, or give the post."
                self.refuse(number, line, "caseworker", row["caseworker"], says, mend=mend)
            elif role == Role.CASEWORKER:
                wanted[next(iter(found))] = post
            else:
                beside[next(iter(found)), post.user_id] = post
        self._hand_over(wanted)
        self._join(beside)

    def _may_give(self, role: str) -> bool:
        return role in BASIS and (role != Role.INSPECTOR or self.area.is_sample)

    def _join(self, wanted: dict[tuple[int, int], Post]) -> None:
        """Advisers stand beside one another: a new one ends nobody's tie."""
        held = Tie.objects.filter(
            in_force(self.by.today), child_id__in={child for child, _ in wanted},
            role__in=BASIS, covers__isnull=True,
        )  # fmt: skip
        kept = set(held.values_list("child_id", "user_id", "role"))
        new = [
            self._tie(child, post)
            for (child, user), post in wanted.items()
            if (child, user, post.role) not in kept
        ]
        self.counts["unchanged"] += len(wanted) - len(new)
        self.counts["new"] += len(new)
        add_all(new)

    def _hand_over(self, wanted: dict[int, Post]) -> None:
        today, ended, kept = self.by.today, [], set()
        open_ties = Tie.objects.filter(
            child_id__in=wanted, role=Role.CASEWORKER, until__isnull=True, covers__isnull=True
        )
        for tie in open_ties:
            if tie.user_id == wanted[tie.child_id].user_id:
                kept.add(tie.child_id)
            else:
                tie.until = max(tie.since, today - timedelta(days=1))
                ended.append(tie)
        new = [self._tie(child, post) for child, post in wanted.items() if child not in kept]
        self.counts["unchanged"] += len(kept)
        self.counts["changed"] += len(ended)
        self.counts["new"] += len(new) - len(ended)
        change_all(ended, ("until",))
        add_all(new)

    def _tie(self, child: int, post: Post) -> Tie:
        granted_by = self.by.user if self.by.user.pk != post.user_id else None
        return Tie(
            area=self.area, child_id=child, user_id=post.user_id, role=post.role, post=post,
            since=self.by.today, until=post.until if post.role != Role.CASEWORKER else None,
            basis=BASIS[post.role], granted_by=granted_by, why=self.source.name[:300],
        )  # fmt: skip

    def _children(self, rows: list[Row]) -> dict[str, set[int]]:
        values = {row.get(kind, "") for row in rows for kind in ("upn", "uln")} - {""}
        found: dict[str, set[int]] = {}
        held = Identifier.objects.filter(
            area=self.area, value__in=values, child__merged_into__isnull=True,
            kind__in=(Identifier.Kind.UPN, Identifier.Kind.ULN),
        )  # fmt: skip
        for value, child in held.values_list("value", "child_id"):
            found.setdefault(value, set()).add(child)
        return found

    def _posts(self) -> dict[tuple[str, str], Post]:
        posts = Post.objects.filter(in_force(self.by.today), area=self.area, role__in=BASIS)
        return {(post.role, post.user.email): post for post in posts.select_related("user")}
