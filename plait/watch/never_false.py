"""What is asked about does not end before it is answered: the database refuses, whoever asks."""

from plait.cases.asked import ENDS

# The open questions of the reader's area, about what: numbers alone, for those who may not read
# the question and must still be told that there is one.
_ASKED = """
CREATE OR REPLACE FUNCTION plait_asked(refs text[]) RETURNS TABLE(about varchar, question bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.about, min(q.id) FROM watch_question q
  WHERE q.area_id = plait_area() AND q.answer = '' AND q.about = ANY(refs) GROUP BY q.about
$$
"""
_KEEP_OPEN = """
CREATE OR REPLACE FUNCTION plait_not_while_asked() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE held bigint;
BEGIN
  SELECT min(q.id) INTO held FROM watch_question q WHERE q.child_id = NEW.child_id
    AND q.about = TG_ARGV[0] || ':' || NEW.id AND q.answer = '';
  IF held IS NOT NULL THEN
    RAISE EXCEPTION 'not_while_asked: question % comes first', held
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$
"""
GUARDS = [
    _ASKED,
    _KEEP_OPEN,
    *(
        f"CREATE OR REPLACE TRIGGER not_while_asked BEFORE UPDATE OF {column} ON {table} "
        f"FOR EACH ROW WHEN (OLD.{column} IS NULL AND NEW.{column} IS NOT NULL) "
        f"EXECUTE FUNCTION plait_not_while_asked('{prefix}')"
        for table, (prefix, column) in ENDS.items()
    ),
]
