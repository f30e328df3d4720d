"""The line kept of a person of a partner's file: what is told of them, by name or by hash."""

from datetime import datetime

from plait.people.models import Area, Incoming
from plait.people.rows import fresh
from plait.people.sent import Sent, SentHashed
from plait.standards.matching.weights import VERSION

NAMED = ("forename", "surname", "birth_date", "sex", "postcode", "upn", "nhs", "setting_urn")
BY_HASH = f"{VERSION}, by keyed hash"
NO_HASH = "no hash"  # the rule under which a person waits of whom no hash agrees
NO_HASH_WHY = "No child held is like this person by hash, and a hash has no name to make one of."


def asked_again(row: Incoming, one: Sent) -> bool:
    """Say whether who waits is asked about again; a hash never in the place of a name."""
    unanswered = row.state == Incoming.State.REVIEW and row.decided_by_id is None
    return unanswered and not (isinstance(one, SentHashed) and told_by_name(row))


def told_by_name(row: Incoming) -> bool:
    """Say whether anything is known of a person but a sender's own number and hashes."""
    return bool(row.forename or row.surname or row.birth_date or row.upn or row.nhs)


def told_by_hash(row: Incoming) -> bool:
    """Say whether a person is one whom a partner tells of by hash alone."""
    by_hash = row.rule == NO_HASH or row.model == BY_HASH
    return not told_by_name(row) and (by_hash or any("levels" in one for one in row.evidence))


def line_of(one: Sent, *, area: Area, sender: str, at: datetime) -> Incoming:
    """Make the line of a person who was never sent before."""
    return fresh(
        Incoming, area_id=area.pk, sender=sender, their_key=one.key, at=at,
        evidence=[], not_these=[], **told_of(one),
    )  # fmt: skip


def told_of(one: Sent) -> dict[str, object]:
    """Give what a line keeps of a person."""
    plain = one.kept
    return {
        "forename": one.forename[:120], "surname": one.surname[:120],
        "birth_date": one.birth_date, "sex": plain.sex,
        "postcode": plain.postcode or one.postcode[:8], "upn": plain.upn, "nhs": plain.nhs,
        "setting_urn": one.urn[:6],
    }  # fmt: skip
