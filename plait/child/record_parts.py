"""What a child's page shows of health, social care and the watch: asked with the record itself.

The page is kept by the very rows it was drawn from, so a row that is not asked here is never new.
"""

from plait.attendance.queries.registers import AS_ROWS
from plait.cases.record_sql import ask_also

PARTS = {
    "registers": AS_ROWS,
    "episodes": "SELECT * FROM health_episode WHERE child_id = %(child)s ORDER BY referred_on, id",
    "involved": """SELECT * FROM support_careinvolvement WHERE child_id = %(child)s
        ORDER BY since, id""",
    "at_home": """SELECT id FROM provision_homeeducation WHERE child_id = %(child)s
        AND since <= %(today)s AND (until IS NULL OR until >= %(today)s)""",
    "listed": """SELECT * FROM watch_outofschool WHERE child_id = %(child)s
        AND ended_on IS NULL""",
    "signals": """SELECT * FROM watch_signal WHERE child_id = %(child)s AND state = 'open'
        ORDER BY due_on, id""",
    "asked": """SELECT * FROM watch_question WHERE child_id = %(child)s AND answer = ''
        ORDER BY due_on, id""",
    "lead": """SELECT l.*, u.name AS person_name, u.email AS person_email,
        d.name AS deputy_name, d.email AS deputy_email,
        (SELECT json_build_object('title', p.title, 'role', p.role) FROM people_post p
         WHERE p.user_id = l.person_id AND p.area_id = l.area_id AND p.since <= %(today)s
         AND (p.until IS NULL OR p.until >= %(today)s) ORDER BY p.since DESC, p.id DESC LIMIT 1
        ) AS post
        FROM watch_lead l JOIN people_user u ON u.id = l.person_id
        LEFT JOIN people_user d ON d.id = l.deputy_id
        WHERE l.child_id = %(child)s AND l.until IS NULL""",
}


def join() -> None:
    """Let these be asked with every child's record."""
    ask_also(PARTS)
