"""Health referrals and waits, in the names of the Community Services Data Set."""

from collections.abc import Sequence
from typing import Any

from plait.cases.asked import asked_about
from plait.health.models import Episode
from plait.intake.children import PERSON, Line, columns_of
from plait.intake.hashed import MayBeHashed
from plait.intake.tables import Row

KINDS = {
    **dict.fromkeys(("assessment", "a", ""), Episode.Kind.ASSESSMENT),
    **dict.fromkeys(("therapy", "t", "treatment"), Episode.Kind.THERAPY),
    **dict.fromkeys(("diagnosis", "d", "diagnostic"), Episode.Kind.DIAGNOSIS),
}
ENDS = {
    **dict.fromkeys(("discharged", "01", ""), Episode.End.DISCHARGED),
    "moved": Episode.End.MOVED,
    "rejected": Episode.End.REJECTED,
    "ended": Episode.End.ENDED,
}
DAYS = (
    "referral_received_date", "clock_start_date", "first_contact_date", "treatment_start_date",
    "discharge_date",
)  # fmt: skip
ANOTHER = "This request was held for another child."
ASKED = "It is asked whether this episode is kept, moved or ended; the answer comes first."


class ReferralsFeed(MayBeHashed):
    """One row a referral to one service."""

    who = "health"
    makes = True
    model = Episode
    key = ("reference", "service")
    columns = columns_of(
        PERSON,
        {
            "service_request_id": "servreqid servicerequestidentifier",
            "service_type": "serviceorteamtypereferredto servteamtype service teamtype",
            "referral_received_date": "referralrequestreceiveddate receiveddate",
            "waiting_for": "waitfor episodekind",
            "team": "teamid careprofessionalteamlocalidentifier",
            "worker": "careprofessional keyworker",
            "main_reason": "primaryreasonforreferral reasonforreferral",
            "source_of_referral": "referralsource",
            "priority": "prioritytype prioritytypecode",
            "clock_start_date": "waitingtimeclockstartdate",
            "first_contact_date": "firstcarecontactdate",
            "treatment_start_date": "waitingtimeclockenddate clockenddate",
            "discharge_date": "servicedischargedate closuredate",
            "discharge_reason": "closurereason",
            "discharge_kind": "",
        },
    )  # fmt: skip
    needed = ("service_request_id", "service_type", "referral_received_date")

    def says(self, number: int, line: int | None, row: Row) -> dict[str, Any] | None:
        """Read a referral and the days of its clock."""
        for name in ("service_request_id", "service_type"):
            if not row.get(name):
                what = name.replace("_", " ").capitalize()
                self.refuse(number, line, name, "", f"{what} is missing.")
                return None
        days = self.days(number, line, row, *DAYS, needed=("referral_received_date",))
        kind = KINDS.get(row.get("waiting_for", "").casefold())
        if days is None:
            return None
        received, *_, ended = days.values()
        if kind is None:
            says = "A child waits for assessment, therapy or diagnosis."
            self.refuse(number, line, "waiting_for", row["waiting_for"], says)
            return None
        if ended and ended < received:
            value = f"{row['referral_received_date']} to {row['discharge_date']}"
            self.refuse(number, line, "discharge_date", value, "It ends before it was received.")
            return None
        end = ENDS.get(row.get("discharge_kind", "").casefold(), Episode.End.ENDED)
        return {
            "reference": row["service_request_id"][:80], "service": row["service_type"][:40],
            "kind": kind, "team": row.get("team", "")[:120], "worker": row.get("worker", "")[:120],
            "reason": row.get("main_reason", "")[:200],
            "referred_by": row.get("source_of_referral", "")[:120],
            "priority": row.get("priority", "")[:40], "referred_on": received,
            "clock_start": days["clock_start_date"], "first_contact_on": days["first_contact_date"],
            "treated_on": days["treatment_start_date"], "ended_on": ended,
            "end_kind": end if ended else "", "end_why": row.get("discharge_reason", "")[:300],
        }  # fmt: skip

    def held(self, lines: Sequence[Line]) -> dict[tuple[Any, ...], Any]:
        """Give the episodes held under these request numbers, whoever's they are."""
        references = {one.says["reference"] for one in lines}
        rows = Episode.objects.filter(area=self.area, reference__in=references)
        return {(row.reference, row.service): row for row in rows}

    def key_of(self, one: Line, held: dict[tuple[Any, ...], Any]) -> tuple[Any, ...] | None:
        """A request number is one child's, and who is asked about is not closed by a file."""
        key = one.says["reference"], one.says["service"]
        row = held.get(key)
        if row and row.child_id != one.incoming.child_id:
            mend = "Ask the service whose request it is; correct the number or the link."
            self.refuse(one.number, one.line, "service_request_id", key[0], ANOTHER, mend=mend)
            return None
        if row and row.asked_about and one.says["ended_on"]:
            asked = asked_about([row.ref]).get(row.ref)
            which = asked.words if asked else "the question on the child's page"
            mend = f"Answer {which}, then load the file again."
            self.refuse(one.number, one.line, "discharge_date", "", ASKED, mend=mend)
            return None
        return key
