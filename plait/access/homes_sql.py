"""The SQL of whose home is not known to whom within a family."""

# The children whose home somebody of the family may not learn: they do not live with them, or that
# is not recorded and there is another adult of the family (as plait.provision.queries.at_home).
HOMES_NOT_KNOWN = """
SELECT t.child_id FROM access_tie t
LEFT JOIN LATERAL (
  SELECT bool_or(f.lives_with) AS lives FROM people_familytie f
  JOIN people_carer c ON c.id = f.carer_id
  WHERE f.child_id = t.child_id AND c.user_id = plait_user()) own ON true
WHERE t.user_id = plait_user() AND t.area_id = plait_area()
  AND t.role IN ('parent', 'young_person', 'supporter')
  AND NOT coalesce(own.lives, false)
  AND (own.lives IS NOT NULL OR EXISTS (
    SELECT FROM access_tie o WHERE o.child_id = t.child_id AND o.user_id <> plait_user()
      AND o.role IN ('parent', 'young_person') AND o.since <= plait_today()
      AND (o.until IS NULL OR o.until >= plait_today())))
"""
