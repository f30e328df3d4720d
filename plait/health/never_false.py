"""How long others waited, told to whoever may read their own child's wait and no other's.

A family reads no other child's episode. This function lends them the days alone, of a year, and
nothing at all where they are too few (`plait.standards.health.expecting.FEWEST`).
"""

from plait.standards.health.expecting import FEWEST

_WAITED = f"""
CREATE OR REPLACE FUNCTION plait_waits_before(of_service text, of_kind text)
RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
WITH before AS (
  SELECT e.first_contact_on - coalesce(e.clock_start, e.referred_on) AS days
  FROM health_episode e
  WHERE e.area_id = plait_area() AND e.service = of_service AND e.kind = of_kind
    AND e.first_contact_on <= plait_today()
    AND e.first_contact_on > plait_today() - interval '1 year'
    AND e.first_contact_on >= coalesce(e.clock_start, e.referred_on))
SELECT days FROM before WHERE (SELECT count(*) FROM before) >= {FEWEST} ORDER BY days
$$
"""
GUARDS = [_WAITED]
