"""Health contacts, in the names of the Community Services Data Set: each belongs to a referral."""

from typing import Any

from plait.health.models import Contact, Episode
from plait.intake.children import columns_of
from plait.intake.tables import Row, TableFeed, day
from plait.people.models import Identifier
from plait.people.rows import add_all, change_all, fresh
from plait.standards.identifiers import tidy

SEEN = {
    **dict.fromkeys(("5", "6", "attended", "seen", "yes", "y", "fulfilled"), True),
    **dict.fromkeys(("2", "3", "4", "7", "did not attend", "dna", "was not brought", "wnb",
                     "cancelled", "no", "n", "noshow"), False),
    **dict.fromkeys(("", "booked", "8"), None),
}  # fmt: skip
NO_REFERRAL = (
    "No referral with this request number is held, so it is not known whose contact it is."
)
LOAD_FIRST = "Load the referrals of the same service first, then this file again."
OTHERS = "The NHS number is not that of the child whose referral this is."
NOT_ONE = "More than one service holds this request number: give the service too."


class ContactsFeed(TableFeed):
    """One row a contact: booked, kept or not. Who the child is, its referral says."""

    template = True
    fact = ""
    columns = columns_of(
        {
            "care_contact_id": "carecontactidentifier contactid",
            "service_request_id": "servreqid servicerequestidentifier",
            "service_type": "serviceorteamtypereferredto servteamtype service",
            "contact_date": "carecontdate carecontactdate appointmentdate",
            "attendance": "attendanceordidnotattendcode attendornot attendancestatus attended",
            "seen_by": "careprofessional careproflocalid careprofessionallocalidentifier",
            "what_was_done": "careactivity activitytype purpose",
            "nhs_number": "nhs nhsno",
        },
    )  # fmt: skip
    needed = ("service_request_id", "contact_date")

    def write(self, rows: list[tuple[int, int, Row]]) -> None:
        """Add each contact to its referral; the first that was kept fills its empty day."""
        self._find([row for _, _, row in rows])
        new, changed, first = [], {}, {}
        for number, line, row in rows:
            says = self._says(number, line, row)
            if says is None:
                continue
            episode = says["episode"]
            key = (episode.pk, says["on"], says["reference"])
            held = self.held.get(key)
            if held is None:
                held = self.held[key] = self._fresh(says, line)
                new.append(held)
            elif differ := [name for name in ("seen", "by_whom", "what")
                            if says[name] not in (None, "", getattr(held, name))]:  # fmt: skip
                for name in differ:
                    setattr(held, name, says[name])
                held.source_id, held.source_line = self.source.pk, line
                if not held._state.adding:
                    changed[held.pk] = held
            else:
                self.counts["unchanged"] += 1
            if says["seen"] and (episode.first_contact_on is None or episode.pk in first):
                day_one = min(says["on"], episode.first_contact_on or says["on"])
                episode.first_contact_on = day_one
                episode.source_id, episode.source_line = self.source.pk, line
                first[episode.pk] = episode
        self.counts["new"] += len(new)
        self.counts["changed"] += len(changed)
        add_all(new)
        change_all(list(changed.values()), ["seen", "by_whom", "what", "source", "source_line"])
        change_all(list(first.values()), ["first_contact_on", "source", "source_line"])

    def _find(self, rows: list[Row]) -> None:
        asked = {row.get("service_request_id", "")[:80] for row in rows} - {""}
        episodes = Episode.objects.filter(area=self.area, reference__in=asked)
        self.episodes: dict[str, list[Episode]] = {}
        for one in episodes:
            self.episodes.setdefault(one.reference, []).append(one)
        held = Contact.objects.filter(episode__in=episodes)
        self.held = {(one.episode_id, one.on, one.reference): one for one in held}
        children = {one.child_id for one in episodes}
        numbers = Identifier.objects.filter(child__in=children, kind="nhs")
        self.numbers: dict[int, set[str]] = {}
        for child, value in numbers.values_list("child_id", "value"):
            self.numbers.setdefault(child, set()).add(value)

    def _says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        told = row.get("service_request_id", "")[:80]
        mine = self.episodes.get(told, [])
        if row.get("service_type"):
            mine = [one for one in mine if one.service == row["service_type"][:40]]
        on = day(row.get("contact_date", ""))
        status = row.get("attendance", "").casefold()
        nhs = tidy("nhs", row.get("nhs_number", ""))
        if len(mine) != 1:
            says, mend = (NOT_ONE, "Fill in the service.") if mine else (NO_REFERRAL, LOAD_FIRST)
            self.refuse(number, line, "service_request_id", told, says, mend=mend)
        elif on is None:
            says, mend = "The day of the contact is no day.", "Write the day as 2026-11-30."
            self.refuse(number, line, "contact_date", row.get("contact_date", ""), says, mend=mend)
        elif status not in SEEN:
            says = "Whether the child was seen is told by attended, did not attend or booked."
            self.refuse(number, line, "attendance", row["attendance"], says)
        elif nhs and self.numbers.get(mine[0].child_id, {nhs}).isdisjoint({nhs}):
            mend = "Correct the number of the request or of the child."
            self.refuse(number, line, "nhs_number", "", OTHERS, mend=mend)
        else:
            return {
                "episode": mine[0], "reference": row.get("care_contact_id", "")[:80], "on": on,
                "seen": SEEN[status], "by_whom": row.get("seen_by", "")[:120],
                "what": row.get("what_was_done", "")[:200],
            }  # fmt: skip
        return None

    def _fresh(self, says: dict[str, Any], line: int | None) -> Contact:
        episode = says["episode"]
        told = {name: value for name, value in says.items() if name != "episode"}
        return fresh(
            Contact, area_id=self.area.pk, child_id=episode.child_id, episode_id=episode.pk,
            came_as_id=episode.came_as_id, source_id=self.source.pk, source_line=line, **told,
        )  # fmt: skip
