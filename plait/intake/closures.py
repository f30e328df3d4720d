"""The days settings are closed to their pupils."""

from plait.intake.tables import Row, TableFeed, day
from plait.people.models import Closure, Organisation
from plait.people.rows import add_all


class ClosuresFeed(TableFeed):
    """One row a closure: a setting, its first and its last day."""

    batch_size = 2000
    columns = {
        "urn": "urn", "first": "from firstday", "last": "to lastday", "what": "kind what",
    }  # fmt: skip
    needed = ("urn", "first", "last")

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Add the closures that are not held yet."""
        urns = {row["urn"] for _, _, row in rows}
        settings = dict(Organisation.objects.filter(urn__in=urns).values_list("urn", "id"))
        given: dict[tuple[object, ...], Closure] = {}
        for number, line, row in rows:
            first, last = day(row["first"]), day(row["last"])
            if row["urn"] not in settings:
                self.refuse(number, line, "URN", row["urn"], "No setting held has this URN.")
            elif first is None or last is None or last < first:
                value = f"{row['first']} to {row['last']}"
                self.refuse(number, line, "from", value, "These are not two days in order.")
            else:
                closure = Closure(
                    organisation_id=settings[row["urn"]], first_day=first, last_day=last,
                    what=row.get("what", "")[:60],
                )  # fmt: skip
                given[closure.organisation_id, first, last] = closure
        held = set(
            Closure.objects.filter(organisation_id__in=settings.values())
            .values_list("organisation_id", "first_day", "last_day")
        )  # fmt: skip
        fresh = [closure for key, closure in given.items() if key not in held]
        self.counts["new"] += len(fresh)
        self.counts["unchanged"] += len(given) - len(fresh)
        add_all(fresh)
