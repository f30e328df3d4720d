"""The register of schools and its links, as Get Information About Schools publishes them."""

from django.db.models import OuterRef, Subquery

from plait.access.models import Tie
from plait.cases.models import NamedSetting, Placement
from plait.intake.sen2.held import ON_THE_ROLL
from plait.intake.tables import Row, TableFeed, day
from plait.people.models import Organisation, Role, Successor
from plait.people.rows import add_all, change_all

FIELDS = (
    "kind", "name", "ukprn", "la_code", "establishment_number", "type_code", "type_name", "phase",
    "status", "postcode", "opened_on", "closed_on", "resourced_provision", "section_41",
)  # fmt: skip


class SchoolsFeed(TableFeed):
    """Open and closed settings. Heads' names are personal data and are not read."""

    batch_size = 2000
    columns = {
        "urn": "urn",
        "name": "establishmentname",
        "ukprn": "ukprn",
        "la_code": "lacode",
        "establishment_number": "establishmentnumber",
        "type_code": "typeofestablishmentcode",
        "type_name": "typeofestablishmentname",
        "phase": "phaseofeducationname",
        "status": "establishmentstatusname",
        "postcode": "postcode",
        "opened_on": "opendate",
        "closed_on": "closedate",
        "resourced_provision": "typeofresourcedprovisionname",
        "section_41": "section41approvedname",
    }
    needed = ("urn", "name")

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Add settings not yet held, and correct those that are."""
        urns = [row["urn"] for _, _, row in rows]
        held = {o.urn: o for o in Organisation.objects.filter(urn__in=urns)}
        new, changed = [], []
        for number, line, row in rows:
            if not (row["urn"].isdigit() and len(row["urn"]) == 6):
                self.refuse(number, line, "URN", row["urn"], "A URN has six digits.")
                continue
            values = _values(row)
            setting = held.get(row["urn"])
            if setting is None:
                held[row["urn"]] = setting = Organisation(urn=row["urn"], **values)
                new.append(setting)
            elif any(getattr(setting, name) != value for name, value in values.items()):
                for name, value in values.items():
                    setattr(setting, name, value)
                changed.append(setting)
            else:
                self.counts["unchanged"] += 1
        self.counts["new"] += len(new)
        self.counts["changed"] += len(changed)
        add_all(new)
        change_all([setting for setting in changed if setting.pk], FIELDS)

    def finish(self) -> None:
        """Point placements that came before the register at their settings."""
        setting = Organisation.objects.filter(urn=OuterRef("urn")).values("id")[:1]
        for model in (NamedSetting, Placement):
            loose = model.objects.filter(area=self.area, organisation__isnull=True)
            found = list(
                loose.exclude(urn="").annotate(found=Subquery(setting)).exclude(found=None)
            )
            for row in found:
                row.organisation_id = row.found
            change_all(found, ("organisation",))
        add_all([_roll(place) for place in found if place.left_on is None])


def _roll(place: Placement) -> Tie:
    return Tie(
        area_id=place.area_id, child_id=place.child_id, organisation_id=place.organisation_id,
        role=Role.SENCO, since=place.entered_on, basis=ON_THE_ROLL,
    )  # fmt: skip


def _values(row: Row) -> dict[str, object]:
    longest = {f.name: f.max_length for f in Organisation._meta.concrete_fields}
    text = {
        name: row.get(name, "")[: longest[name] or 0]
        for name in FIELDS
        if name not in ("kind", "opened_on", "closed_on", "section_41")
    }
    text["resourced_provision"] = (
        "" if text["resourced_provision"] == "Not applicable" else (text["resourced_provision"])
    )
    approved = row.get("section_41", "")
    return {
        **text,
        "kind": Organisation.Kind.SETTING,
        "ukprn": text["ukprn"] or None,
        "opened_on": day(row.get("opened_on", "")),
        "closed_on": day(row.get("closed_on", "")),
        "section_41": approved == "Approved" if approved else None,
    }


class LinksFeed(TableFeed):
    """Which setting followed which: a school that became an academy has a new URN."""

    batch_size = 2000
    columns = {
        "urn": "urn", "other": "linkurn", "link": "linktype", "since": "linkestablisheddate",
    }  # fmt: skip
    needed = ("urn", "other", "link")

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Add links between settings that are both held."""
        urns = {urn for _, _, row in rows for urn in (row["urn"], row["other"])}
        ids = dict(Organisation.objects.filter(urn__in=urns).values_list("urn", "id"))
        links = []
        for number, line, row in rows:
            one, other = ids.get(row["urn"]), ids.get(row["other"])
            if one is None or other is None:
                missing = row["urn"] if one is None else row["other"]
                says = "This setting is not in the register that is held."
                self.refuse(number, line, "URN", missing, says, mend="Load the register first.")
                continue
            before, after = (other, one) if "Predecessor" in row["link"] else (one, other)
            link = row["link"].replace("Predecessor", "Successor")[:60]
            since = day(row.get("since", ""))
            links.append(Successor(before_id=before, after_id=after, link=link, since=since))
        held = set(
            Successor.objects.filter(before_id__in=ids.values()).values_list(
                "before_id", "after_id", "link"
            )
        )
        fresh = {
            key: s for s in links if (key := (s.before_id, s.after_id, s.link)) not in held
        }  # fmt: skip
        self.counts["new"] += len(fresh)
        self.counts["unchanged"] += len(links) - len(fresh)
        add_all(list(fresh.values()))
