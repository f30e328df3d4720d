"""A version that was served or is final never changes, whatever the application does.

It follows its request into the record that the child's is joined to, and goes nowhere else.
Without a reader's context (maintenance: erasure, restore) the triggers let pass.
"""

_HELD = """
CREATE OR REPLACE FUNCTION plait_words_of_a_version() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_version bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.version_id ELSE NEW.version_id END;
BEGIN
  IF nullif(current_setting('plait.user', true), '') IS NOT NULL
    AND EXISTS (SELECT FROM plans_version v WHERE v.id = of_version AND v.stage <> 'writing')
  THEN RAISE EXCEPTION 'a_served_version_never_changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$
"""
_VERSION = """
CREATE OR REPLACE FUNCTION plait_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nullif(current_setting('plait.user', true), '') IS NOT NULL AND OLD.stage <> 'writing'
    AND (to_jsonb(NEW) - '{stage,child_id}'::text[]
        IS DISTINCT FROM to_jsonb(OLD) - '{stage,child_id}'::text[]
      OR NEW.child_id NOT IN
        (OLD.child_id, coalesce(
          (SELECT r.child_id FROM cases_request r WHERE r.id = NEW.request_id), OLD.child_id))
      OR NEW.stage NOT IN (OLD.stage, 'replaced'))
  THEN RAISE EXCEPTION 'a_served_version_never_changes' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
"""
GUARDS = [
    _HELD,
    _VERSION,
    *(
        f"CREATE OR REPLACE TRIGGER words_stay BEFORE INSERT OR UPDATE OR DELETE ON plans_{table} "
        "FOR EACH ROW EXECUTE FUNCTION plait_words_of_a_version()"
        for table in ("statement", "thread")
    ),
    "CREATE OR REPLACE TRIGGER version_stays BEFORE UPDATE ON plans_version FOR EACH ROW "
    "EXECUTE FUNCTION plait_version_stays()",
]
