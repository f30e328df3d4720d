"""The SQL of break glass, and of counting cases without seeing them."""

_MINE = """
EXISTS (SELECT FROM people_post p WHERE p.user_id = plait_user() AND p.area_id = plait_area()
  AND p.since <= plait_today() AND (p.until IS NULL OR p.until >= plait_today())
  AND p.role IN ({roles}))
"""

# Whose post is reason enough to open a record in an emergency.
BREAKS_GLASS = ("caseworker", "senco", "health_adviser", "dco", "social_care", "send_manager")


def holds(*roles: str) -> str:
    """Say in SQL that the reader holds one of these posts today."""
    return _MINE.format(roles=", ".join(f"'{role}'" for role in roles))


MAY_OPEN = f"""
emergency AND user_id = (SELECT plait_user()) AND area_id = (SELECT plait_area())
AND since = (SELECT plait_today()) AND organisation_id IS NULL AND covers_id IS NULL
AND EXISTS (SELECT FROM people_post p WHERE p.user_id = plait_user() AND p.area_id = plait_area()
  AND p.since <= plait_today() AND (p.until IS NULL OR p.until >= plait_today())
  AND p.role = access_tie.role AND p.role IN ({", ".join(f"'{r}'" for r in BREAKS_GLASS)}))
"""

# A parent who must not be told is not told by a list either.
NOT_TO_TELL = """
SELECT f.child_id FROM people_familytie f JOIN people_carer c ON c.id = f.carer_id
WHERE c.user_id = plait_user() AND f.unsafe_to_tell
"""

FIND = f"""
SELECT c.id, c.forename, c.surname, c.birth_date FROM people_child c
WHERE c.area_id = plait_area() AND c.merged_into_id IS NULL AND {holds(*BREAKS_GLASS)}
  AND (c.id IN (SELECT i.child_id FROM people_identifier i
                WHERE i.area_id = plait_area() AND i.value = number AND number <> '')
    OR (c.birth_date = born AND c.surname_key = family AND family <> ''))
"""

CASELOADS = f"""
SELECT t.user_id, t.role, count(DISTINCT t.child_id) FROM access_tie t
WHERE t.area_id = plait_area() AND t.user_id IS NOT NULL AND t.since <= plait_today()
  AND (t.until IS NULL OR t.until >= plait_today())
  AND {holds("send_manager", "system_administrator")}
GROUP BY t.user_id, t.role
"""
