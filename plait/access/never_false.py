"""Triggers for what must never be false, whatever the application does."""

from plait.access.given_words import GIVEN_WORDS

# Leaving a post ends its ties; a tie that had not begun never will.
_POST_ENDS = """
CREATE OR REPLACE FUNCTION plait_post_ends() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM access_tie t WHERE t.since > NEW.until AND (t.post_id = NEW.id OR (t.post_id IS NULL
    AND t.user_id = NEW.user_id AND t.role = NEW.role AND t.area_id = NEW.area_id));
  UPDATE access_tie t SET until = NEW.until WHERE (t.until IS NULL OR t.until > NEW.until)
    AND (t.post_id = NEW.id OR (t.post_id IS NULL AND t.user_id = NEW.user_id
      AND t.role = NEW.role AND t.area_id = NEW.area_id));
  RETURN NULL;
END $$
"""

# A person may give their own tie up, never lengthen or change it.
_OWN_TIE = """
CREATE OR REPLACE FUNCTION plait_own_tie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.user_id = nullif(current_setting('plait.user', true), '')::bigint AND (
    NEW.user_id IS DISTINCT FROM OLD.user_id OR NEW.child_id <> OLD.child_id
    OR NEW.role <> OLD.role OR NEW.since < OLD.since
    OR coalesce(NEW.until, 'infinity'::date) > coalesce(OLD.until, 'infinity'::date))
  THEN RAISE EXCEPTION 'nobody_grants_themselves_a_tie' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
"""

# Nobody gives themselves a post, and nobody lengthens the one they hold.
_OWN_POST = """
CREATE OR REPLACE FUNCTION plait_own_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.user_id = nullif(current_setting('plait.user', true), '')::bigint AND (
    TG_OP = 'INSERT' OR NEW.user_id <> OLD.user_id OR NEW.role <> OLD.role
    OR NEW.area_id <> OLD.area_id OR NEW.since < OLD.since
    OR NEW.organisation_id IS DISTINCT FROM OLD.organisation_id
    OR coalesce(NEW.until, 'infinity'::date) > coalesce(OLD.until, 'infinity'::date))
  THEN RAISE EXCEPTION 'nobody_grants_themselves_a_post' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
"""

# One click signs in as a persona: so a persona and a real area never share a database.
_PERSONA = """
CREATE OR REPLACE FUNCTION plait_no_persona_beside_a_real_area() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7528042);
  IF EXISTS (SELECT FROM people_user WHERE persona <> '')
    AND EXISTS (SELECT FROM people_area WHERE NOT is_sample)
  THEN RAISE EXCEPTION 'no_persona_beside_a_real_area' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$
"""

GUARDS = [
    *GIVEN_WORDS,
    _POST_ENDS,
    _OWN_TIE,
    _OWN_POST,
    _PERSONA,
    "CREATE OR REPLACE TRIGGER post_ends AFTER UPDATE OF until ON people_post FOR EACH ROW "
    "WHEN (NEW.until IS NOT NULL) EXECUTE FUNCTION plait_post_ends()",
    "CREATE OR REPLACE TRIGGER own_tie BEFORE UPDATE ON access_tie FOR EACH ROW "
    "EXECUTE FUNCTION plait_own_tie()",
    "CREATE OR REPLACE TRIGGER own_post BEFORE INSERT OR UPDATE ON people_post FOR EACH ROW "
    "EXECUTE FUNCTION plait_own_post()",
    "CREATE OR REPLACE TRIGGER persona_of_user AFTER INSERT OR UPDATE OF persona ON people_user "
    "FOR EACH ROW WHEN (NEW.persona <> '') "
    "EXECUTE FUNCTION plait_no_persona_beside_a_real_area()",
    "CREATE OR REPLACE TRIGGER persona_of_area AFTER INSERT OR UPDATE OF is_sample ON people_area "
    "FOR EACH ROW WHEN (NOT NEW.is_sample) "
    "EXECUTE FUNCTION plait_no_persona_beside_a_real_area()",
]
