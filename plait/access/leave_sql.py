"""The SQL by which a family lets an advocate or adviser read with them, for a time."""

LEAVE_GIVEN = """
role = 'supporter' AND area_id = (SELECT plait_area()) AND granted_by_id = (SELECT plait_user())
AND user_id <> (SELECT plait_user()) AND child_id IN (SELECT plait_children('leave', 'w'))
"""
BY_LEAVE = f"""
{LEAVE_GIVEN} AND since = (SELECT plait_today()) AND NOT emergency AND organisation_id IS NULL
AND until BETWEEN since AND since + 366 AND post_id IS NULL
"""
