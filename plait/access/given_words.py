"""Triggers that keep advice where it belongs: with its child, its day, and as it was given.

Somebody who reaches a row through a link, or because it was asked of them, may write their words
and send them; what they were asked, of whom and by when is not theirs to change. Once given, words
stay for everybody. Maintenance (restore, erasure) passes row security, and these with it.
"""

_KEEPS_THE_CASE = (
    "(plait_wide('{kind}', 'w') OR OLD.child_id IN (SELECT plait_children('{kind}', 'w')))"
)
_ADVICE = f"""
CREATE OR REPLACE FUNCTION plait_advice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT row_security_active('assessment_advice') THEN RETURN NEW; END IF;
  IF NEW.child_id <> OLD.child_id AND NOT plait_wide('advice', 'w')
  THEN RAISE EXCEPTION 'advice_keeps_its_child' USING ERRCODE = 'check_violation'; END IF;
  IF OLD.state = 'given' AND (NEW.state, NEW.given_on, NEW.given_by_name, NEW.dated_on, NEW.kind,
      NEW.body, NEW.giver_name, NEW.giver_post, NEW.told, NEW.asked_on, NEW.due_on, NEW.duty,
      NEW.report_file, NEW.request_id)
    IS DISTINCT FROM (OLD.state, OLD.given_on, OLD.given_by_name, OLD.dated_on, OLD.kind,
      OLD.body, OLD.giver_name, OLD.giver_post, OLD.told, OLD.asked_on, OLD.due_on, OLD.duty,
      OLD.report_file, OLD.request_id)
  THEN RAISE EXCEPTION 'given_advice_stays_as_it_is' USING ERRCODE = 'check_violation'; END IF;
  IF NOT {_KEEPS_THE_CASE.format(kind="advice")} AND (
    NEW.state NOT IN ('asked', 'given') OR OLD.state NOT IN ('asked', 'given')
    OR (NEW.area_id, NEW.request_id, NEW.kind, NEW.body, NEW.giver_id, NEW.giver_setting_id,
      NEW.giver_name, NEW.giver_post, NEW.giver_email, NEW.told, NEW.asked_on, NEW.asked_by_id,
      NEW.due_on, NEW.duty, NEW.clock_id, NEW.sufficient, NEW.ended_why, NEW.report_id)
    IS DISTINCT FROM (OLD.area_id, OLD.request_id, OLD.kind, OLD.body, OLD.giver_id,
      OLD.giver_setting_id, OLD.giver_name, OLD.giver_post, OLD.giver_email, OLD.told,
      OLD.asked_on, OLD.asked_by_id, OLD.due_on, OLD.duty, OLD.clock_id, OLD.sufficient,
      OLD.ended_why, OLD.report_id))
  THEN RAISE EXCEPTION 'a_giver_answers_and_changes_nothing_else'
    USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$
"""
# A report becomes a document of the case at the moment it is given, whichever door it came by: a
# giver who came through a link may write on no child's record, so the database itself keeps it.
# What one of the family sent is theirs and the officers'; other advice the family reads anyway.
_REPORT = """
CREATE OR REPLACE FUNCTION plait_report_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE author bigint; title text;
BEGIN
  author := coalesce(NEW.giver_id,
    nullif(nullif(current_setting('plait.user', true), '')::bigint, 0), NEW.asked_by_id);
  IF author IS NULL THEN RETURN NEW; END IF;
  title := coalesce(nullif(NEW.given_by_name, ''), NEW.giver_name);
  IF length(title) <= 190 THEN title := 'Report of ' || title; END IF;
  NEW.report_id := nextval(pg_get_serial_sequence('cases_document', 'id'));
  INSERT INTO cases_document (id, area_id, child_id, title, file_name, media_type, size, sha256,
    shared, written_by_id, organisation_id, at, removed_why)
  VALUES (NEW.report_id, NEW.area_id, NEW.child_id, title, NEW.report_file->>'file_name',
    NEW.report_file->>'media_type', (NEW.report_file->>'size')::bigint,
    NEW.report_file->>'sha256', CASE WHEN NEW.kind = 'family' THEN 'authors' ELSE 'family' END,
    author, NEW.giver_setting_id, (NEW.report_file->>'at')::timestamptz, '');
  RETURN NEW;
END $$
"""
_PASSAGE = """
CREATE OR REPLACE FUNCTION plait_passage_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE advice_id bigint; of_child bigint; stands text;
BEGIN
  IF NOT row_security_active('cases_passage') THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP <> 'INSERT' AND OLD.state = 'given' AND (TG_OP = 'DELETE'
    OR (NEW.text, NEW.kind, NEW.author_name, NEW.author_role, NEW.given_on, NEW.left_so, NEW.ref,
        NEW.state, NEW.place)
    IS DISTINCT FROM (OLD.text, OLD.kind, OLD.author_name, OLD.author_role, OLD.given_on,
        OLD.left_so, OLD.ref, OLD.state, OLD.place))
  THEN RAISE EXCEPTION 'given_words_stay_as_they_are' USING ERRCODE = 'check_violation'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND NEW.child_id <> OLD.child_id AND NOT plait_wide('advice', 'w')
  THEN RAISE EXCEPTION 'a_passage_keeps_its_child' USING ERRCODE = 'check_violation'; END IF;
  IF TG_OP = 'INSERT' OR NEW.ref <> OLD.ref THEN
    advice_id := substring(NEW.ref from '^advice:([0-9]{1,18})$')::bigint;
    IF advice_id IS NOT NULL THEN
      SELECT a.child_id, a.state INTO of_child, stands FROM assessment_advice a
        WHERE a.id = advice_id;
      IF of_child <> NEW.child_id OR stands = 'given'
      THEN RAISE EXCEPTION 'a_passage_belongs_to_open_advice_of_its_child'
        USING ERRCODE = 'check_violation'; END IF;
    END IF;
  END IF;
  RETURN NEW;
END $$
"""
_CLOCK = f"""
CREATE OR REPLACE FUNCTION plait_clock_of_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('cases_clock') AND NOT {_KEEPS_THE_CASE.format(kind="case")}
    AND to_jsonb(NEW) - 'done_on' <> to_jsonb(OLD) - 'done_on'
  THEN RAISE EXCEPTION 'a_giver_meets_a_clock_and_moves_nothing'
    USING ERRCODE = 'check_violation'; END IF;
  RETURN NEW;
END $$
"""

GIVEN_WORDS = [
    _ADVICE,
    _REPORT,
    _PASSAGE,
    _CLOCK,
    "CREATE OR REPLACE TRIGGER advice_stays BEFORE UPDATE ON assessment_advice FOR EACH ROW "
    "EXECUTE FUNCTION plait_advice_stays()",
    # Triggers of one event go by their names: this one after "advice_stays".
    "CREATE OR REPLACE TRIGGER report_kept BEFORE UPDATE OF state ON assessment_advice "
    "FOR EACH ROW WHEN (OLD.state <> 'given' AND NEW.state = 'given' AND NEW.report_id IS NULL "
    "AND NEW.report_file ? 'sha256') EXECUTE FUNCTION plait_report_kept()",
    "CREATE OR REPLACE TRIGGER passage_stays BEFORE INSERT OR UPDATE OR DELETE ON cases_passage "
    "FOR EACH ROW EXECUTE FUNCTION plait_passage_stays()",
    "CREATE OR REPLACE TRIGGER clock_of_act BEFORE UPDATE ON cases_clock FOR EACH ROW "
    "WHEN (OLD.ref <> '') EXECUTE FUNCTION plait_clock_of_act()",
]
