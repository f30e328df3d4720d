"""One question to the database for a child's whole page: every part as JSON, in one round trip.

Row security answers it as it answers any other query: a part the reader may not read is empty.
"""

import json
from datetime import date
from functools import cache

from plait.cases.acts_of_law import ACTS
from plait.people.asked import Row, first


def as_json(rows: str) -> str:
    """Ask for rows as one JSON text."""
    return f"(SELECT coalesce(json_agg(row_to_json(r)), '[]')::text FROM ({rows}) r)"


PARTS = {
    "child": "SELECT * FROM people_child WHERE id = %(child)s",
    "ties": """SELECT t.*, u.name AS user_name, u.email, o.name AS organisation_name, p.title
        FROM access_tie t LEFT JOIN people_user u ON u.id = t.user_id
        LEFT JOIN people_organisation o ON o.id = t.organisation_id
        LEFT JOIN people_post p ON p.id = t.post_id
        WHERE t.child_id = %(child)s AND t.since <= %(today)s
        AND (t.until IS NULL OR t.until >= %(today)s) ORDER BY t.since, t.id""",
    "requests": """SELECT * FROM cases_request WHERE child_id = %(child)s
        ORDER BY received_on NULLS FIRST, id""",
    "assessments": "SELECT * FROM cases_assessment WHERE child_id = %(child)s",
    "plans": "SELECT * FROM cases_plan WHERE child_id = %(child)s",
    "placements": """SELECT p.*, o.name AS organisation_name FROM cases_placement p
        LEFT JOIN people_organisation o ON o.id = p.organisation_id
        WHERE p.child_id = %(child)s ORDER BY p.entered_on, p.id""",
    "reviews": "SELECT * FROM cases_review WHERE child_id = %(child)s ORDER BY meeting_on, id",
    "needs": "SELECT * FROM cases_need WHERE child_id = %(child)s ORDER BY rank, id",
    "clocks": """SELECT * FROM cases_clock WHERE child_id = %(child)s AND superseded_by_id IS NULL
        ORDER BY due_on, id""",
    "family": """SELECT f.*, c.name AS carer_name, c.phone, c.email FROM people_familytie f
        JOIN people_carer c ON c.id = f.carer_id
        WHERE f.child_id = %(child)s AND f.until IS NULL ORDER BY f.id""",
    "documents": """SELECT d.*, u.name AS author FROM cases_document d
        JOIN people_user u ON u.id = d.written_by_id
        WHERE d.child_id = %(child)s AND d.removed_at IS NULL
        ORDER BY d.at DESC, d.id DESC LIMIT 20""",
    "notes": """SELECT n.*, u.name AS author FROM cases_note n
        JOIN people_user u ON u.id = n.written_by_id
        WHERE n.child_id = %(child)s ORDER BY n.at DESC, n.id DESC LIMIT 20""",
    "acts": """SELECT * FROM journal_entry
        WHERE child_id = %(child)s AND what = ANY(%(acts)s) ORDER BY id""",
    "letters": """SELECT id, area_id, child_id, source_id, source_line, request_id, kind, about,
        to_user_id, to_name, to_address, to_email, how, language, '' AS text,
        facts - 'given' - 'record' - 'sent' AS facts, appeal_set, state, decided_on, dated_on,
        sent_on, served_on, pdf_sha256, word_sha256, made_by_id, made_at, sent_by_id
        FROM cases_letter WHERE child_id = %(child)s ORDER BY sent_on DESC, id DESC""",
    "targets": """SELECT value FROM cases_arearule
        WHERE area_id = (SELECT plait_area()) AND name = 'targets' ORDER BY id LIMIT 1""",
    "looks": """SELECT l.*, u.name AS by_name FROM journal_look l
        JOIN people_user u ON u.id = l.by_id
        WHERE l.child_id = %(child)s ORDER BY l.at DESC, l.id DESC LIMIT 6""",
}
_ALSO: dict[str, str] = {}


def ask_also(parts: dict[str, str]) -> None:
    """Let a floor above have its own rows of a child answered in the same question."""
    _ALSO.update(parts)
    _parts.cache_clear()
    _sql.cache_clear()


@cache
def _parts() -> dict[str, str]:
    """Give every part in order; the looks, which every reading adds to, come last."""
    own = {name: rows for name, rows in PARTS.items() if name != "looks"}
    return {**own, **_ALSO, "looks": PARTS["looks"]}


@cache
def _sql() -> str:
    return "SELECT " + ", ".join(as_json(rows) for rows in _parts().values())


def ask(child_id: int, *, today: date) -> tuple[str, ...]:
    """Ask for every part of a child's page that the reader of this transaction may read, as JSON.

    The very text is the answer, for a page that is kept is known by it.
    """
    answer = first(_sql(), {"child": child_id, "today": today, "acts": ACTS})
    assert answer is not None  # a SELECT of scalars has one row
    return answer


def lasting(answer: tuple[str, ...]) -> tuple[str, ...]:
    """Give an answer without its looks, which every reading adds to."""
    return answer[:-1]


def parts_of(answer: tuple[str, ...]) -> dict[str, list[Row]]:
    """Read the rows of each part out of an answer."""
    return {name: json.loads(text) for name, text in zip(_parts(), answer, strict=True)}
