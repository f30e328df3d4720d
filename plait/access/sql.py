"""The SQL of the second lock. Policies are set-based: no function is called once a row."""

from collections.abc import Iterator
from typing import Any

from plait.access.emergency_sql import CASELOADS, FIND, NOT_TO_TELL
from plait.access.homes_sql import HOMES_NOT_KNOWN

# Without a context `current_setting` raises: a query that forgot is an error, not an empty page.
_CONTEXT = """
CREATE OR REPLACE FUNCTION plait_{name}() RETURNS {kind} LANGUAGE sql STABLE AS
$$ SELECT current_setting('plait.{name}')::{kind} $$
"""
_IN_FORCE = "{0}.since <= plait_today() AND ({0}.until IS NULL OR {0}.until >= plait_today())"
_MAY = "CASE act WHEN 'r' THEN m.read ELSE m.write END"

_DEFINER = """
CREATE OR REPLACE FUNCTION {head} LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$ {body} $$
"""

# Whoever reads by somebody's leave reads no longer than they do.
_LEAVE_STANDS = f"""EXISTS (SELECT FROM access_tie g WHERE g.user_id = t.granted_by_id
  AND g.child_id = t.child_id AND g.role IN ('parent', 'young_person')
  AND {_IN_FORCE.format("g")})"""

_WIDE = f"""
SELECT EXISTS (
  SELECT 1 FROM people_post p JOIN access_may m ON m.role = p.role
  WHERE p.user_id = plait_user() AND p.area_id = plait_area()
    AND m.kind = of_kind AND m.reach = 'area' AND {_MAY} AND {_IN_FORCE.format("p")})
"""
# Asked once a table and statement: a set may name a child twice, which spares sorting it.
_CHILDREN = f"""
SELECT t.child_id FROM access_tie t
WHERE t.user_id = plait_user() AND t.area_id = plait_area()
  AND t.role = ANY (ARRAY(
    SELECT m.role::text FROM access_may m WHERE m.kind = of_kind AND {_MAY}))
  AND {_IN_FORCE.format("t")}
  AND (t.role <> 'supporter' OR {_LEAVE_STANDS})
UNION ALL
SELECT t.child_id FROM people_post p
JOIN access_may m ON m.role = p.role AND m.kind = of_kind AND m.reach = 'setting'
JOIN access_tie t ON t.organisation_id = p.organisation_id AND t.area_id = p.area_id
WHERE p.user_id = plait_user() AND p.area_id = plait_area()
  AND {_MAY} AND {_IN_FORCE.format("p")} AND {_IN_FORCE.format("t")}
"""
# The rows somebody works on without a tie to the child: the one a link opens, the advice asked of
# them or of a setting they serve as SENCO, the consultation of that setting, what they asked.
_REFS = f"""
SELECT coalesce(current_setting('plait.link', true), '')
WHERE coalesce(current_setting('plait.link', true), '') <> ''
UNION ALL SELECT 'advice:' || a.id FROM assessment_advice a
WHERE a.area_id = plait_area() AND (a.giver_id = plait_user() OR a.giver_setting_id IN (
  SELECT p.organisation_id FROM people_post p
  WHERE p.user_id = plait_user() AND p.role = 'senco' AND {_IN_FORCE.format("p")}))
UNION ALL SELECT 'consultation:' || c.id FROM plans_consultation c
WHERE c.area_id = plait_area() AND c.setting_id IN (
  SELECT p.organisation_id FROM people_post p
  WHERE p.user_id = plait_user() AND p.role = 'senco' AND {_IN_FORCE.format("p")})
UNION ALL SELECT 'asking:' || k.id FROM assessment_asking k
WHERE k.area_id = plait_area() AND k.made_by_id = plait_user()
"""
# What one of the family was asked to say and said: no other reads it, through whatever tie.
_WORDS_OF_OTHERS = """
SELECT 'advice:' || a.id FROM assessment_advice a
WHERE a.area_id = plait_area() AND a.kind = 'family'
  AND a.giver_id IS DISTINCT FROM plait_user() AND a.child_id IN (
    SELECT t.child_id FROM access_tie t
    WHERE t.user_id = plait_user() AND t.area_id = plait_area()
      AND t.role IN ('parent', 'young_person', 'supporter'))
"""
# Whose key this is, before anybody is known: where it belongs, and in whose name it acts.
_KEY = "SELECT k.id, k.area_id, k.made_by_id FROM intake_sendingtoken k WHERE k.digest = of_digest"
# The report one of the family sent is kept from the others, however it is shared.
_REPORTS_OF_OTHERS = _WORDS_OF_OTHERS.replace("'advice:' || a.id", "a.report_id", 1).replace(
    "a.kind = 'family'", "a.kind = 'family' AND a.report_id IS NOT NULL", 1
)
_CARERS = """
SELECT f.carer_id FROM people_familytie f
WHERE f.child_id IN (SELECT plait_children(of_kind, act))
UNION ALL SELECT f.carer_id FROM people_familytie f
WHERE f.area_id = plait_area() AND (SELECT plait_wide(of_kind, act))
"""

FUNCTIONS = [
    *(
        _CONTEXT.format(name=name, kind=kind)
        for name, kind in (("user", "bigint"), ("area", "bigint"), ("today", "date"))
    ),
    _DEFINER.format(head="plait_wide(of_kind text, act text) RETURNS boolean", body=_WIDE),
    _DEFINER.format(
        head="plait_children(of_kind text, act text) RETURNS SETOF bigint", body=_CHILDREN
    ),
    _DEFINER.format(
        head="plait_carers_of(of_kind text, act text) RETURNS SETOF bigint", body=_CARERS
    ),
    _DEFINER.format(
        head="plait_own_carer() RETURNS SETOF bigint",
        body="SELECT id FROM people_carer WHERE user_id = plait_user()",
    ),
    _DEFINER.format(
        head="plait_hidden_documents() RETURNS SETOF bigint",
        body="SELECT h.document_id FROM cases_document_hidden_from h "
        "WHERE h.user_id = plait_user() OR h.user_id IN (SELECT t.granted_by_id FROM access_tie t "
        "WHERE t.user_id = plait_user() AND t.role = 'supporter') "
        f"UNION ALL {_REPORTS_OF_OTHERS}",
    ),
    _DEFINER.format(head="plait_refs() RETURNS SETOF text", body=_REFS),
    _DEFINER.format(head="plait_words_of_others() RETURNS SETOF text", body=_WORDS_OF_OTHERS),
    _DEFINER.format(head="plait_homes_not_known() RETURNS SETOF bigint", body=HOMES_NOT_KNOWN),
    _DEFINER.format(head="plait_not_to_tell() RETURNS SETOF bigint", body=NOT_TO_TELL),
    _DEFINER.format(
        head="plait_sending_key(of_digest text) "
        "RETURNS TABLE(id bigint, area_id bigint, made_by_id bigint)",
        body=_KEY,
    ),
    _DEFINER.format(
        head="plait_emergency_find(number text, family text, born date) "
        "RETURNS TABLE(id bigint, forename varchar, surname varchar, birth_date date)",
        body=FIND,
    ),
    _DEFINER.format(
        head="plait_caseloads() RETURNS TABLE(user_id bigint, role varchar, children bigint)",
        body=CASELOADS,
    ),
]


def reach_sql(rules: dict[str, Any], act: str) -> str:
    """Say in SQL which rows a reader reaches, for reading ('r') or writing ('w')."""
    return f"area_id = (SELECT plait_area()) AND ({_children_sql(rules, act)})"


def _or_own(rules: dict[str, Any], act: str) -> str:
    """Add the rows a reader works on without a tie: by a link, or because it was asked of them."""
    reach = reach_sql(rules, act)
    if "refs" not in rules:
        return reach
    own = f"area_id = (SELECT plait_area()) AND {rules['refs']} IN (SELECT plait_refs())"
    return f"({reach}) OR ({own})"


def _children_sql(rules: dict[str, Any], act: str) -> str:
    if "kind_by" not in rules:
        return _one_kind(rules, rules["kind"], act)
    column, kinds = rules["kind_by"]
    named = ", ".join(f"'{value}'" for value in kinds)
    parts = [f"({column}::text NOT IN ({named}) AND ({_one_kind(rules, rules['kind'], act)}))"]
    parts += [
        f"({column}::text = '{value}' AND ({_one_kind(rules, kind, act)}))"
        for value, kind in kinds.items()
    ]
    return " OR ".join(parts)


def _one_kind(rules: dict[str, Any], kind: str, act: str) -> str:
    wide = f"(SELECT plait_wide('{kind}', '{act}'))"
    if "child_set" in rules:
        return f"{wide} OR {rules['child_set'].format(kind=kind, act=act)}"
    if "child" in rules:
        return f"{wide} OR {rules['child']} IN (SELECT plait_children('{kind}', '{act}'))"
    return wide


def policy_sql(
    table: str, rules: dict[str, Any], parent: dict[str, Any] | None = None
) -> Iterator[str]:
    """Give the statements that lock one table; one that hangs on another goes by its parent's."""
    if parent is not None:
        column, of = rules["via"]
        reads = f"{column} IN (SELECT id FROM {of})"
        writes = f"{column} IN (SELECT id FROM {of} WHERE {_or_own(parent, 'w')})"
    else:
        reads, writes = _or_own(rules, "r"), _or_own(rules, "w")
    if "also_read" in rules:
        reads = f"({reads}) OR (area_id = (SELECT plait_area()) AND {rules['also_read']})"
    if "never" in rules:
        reads = f"({reads}) AND NOT ({rules['never']})"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    for name in ("sees", "adds", "changes", "removes", "definer_sees", "triggers_write"):
        yield f"DROP POLICY IF EXISTS {name} ON {table}"
    yield f"CREATE POLICY sees ON {table} FOR SELECT USING ({reads})"
    adds = rules.get("insert", writes)
    if "never_adds" in rules:
        adds = f"({adds}) AND NOT ({rules['never_adds']})"
    if "also_adds" in rules:
        adds = f"({adds}) OR ({rules['also_adds']})"
    yield f"CREATE POLICY adds ON {table} FOR INSERT WITH CHECK ({adds})"
    if not rules.get("append_only"):
        changes = f"({writes}) OR ({rules['also_changes']})" if "also_changes" in rules else writes
        yield (
            f"CREATE POLICY changes ON {table} FOR UPDATE USING ({changes}) WITH CHECK ({changes})"
        )
        removes = f"({writes}) OR ({rules['also_removes']})" if "also_removes" in rules else writes
        yield f"CREATE POLICY removes ON {table} FOR DELETE USING ({removes})"
    # The owner runs the functions and triggers above; it reads and writes through these alone.
    if table in DEFINER_READS:
        yield f"CREATE POLICY definer_sees ON {table} FOR SELECT TO CURRENT_USER USING (true)"
    if rules.get("triggers_end"):
        for act in ("UPDATE", "DELETE"):
            name = f"triggers_{act.lower()}"
            yield f"DROP POLICY IF EXISTS {name} ON {table}"
            yield f"CREATE POLICY {name} ON {table} FOR {act} TO CURRENT_USER USING (true)"
    if rules.get("triggers_write"):
        yield (
            f"CREATE POLICY triggers_write ON {table} FOR INSERT TO CURRENT_USER WITH CHECK (true)"
        )


DEFINER_READS = (
    "assessment_advice",
    "assessment_asking",
    "plans_consultation",
    "plans_version",
    "access_tie",
    "people_carer",
    "people_child",
    "people_familytie",
    "people_identifier",
    "cases_document_hidden_from",
    "health_episode",
    "watch_question",
    "intake_sendingtoken",
)


def history_sql(table: str, rules: dict[str, Any]) -> Iterator[str]:
    """Give the triggers that keep what each row was: one insert a statement, not a row."""
    child = rules.get("child", "NULL")
    area = "area_id" if "via" not in rules else "NULL"
    for event, rows, was in (
        ("INSERT", "NEW TABLE AS rows_in", "NULL::jsonb"),
        ("UPDATE", "OLD TABLE AS rows_in", "to_jsonb(r)"),
        ("DELETE", "OLD TABLE AS rows_in", "to_jsonb(r)"),
    ):
        name = f"{table}_keep_{event.lower()}"
        child_value = f"r.{child}" if child != "NULL" else "NULL"
        area_value = f"r.{area}" if area != "NULL" else "NULL"
        yield f"""
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO journal_change
    (at, area_id, of_table, of_row, child_ref, did, was, by_ref, why, source_ref)
  SELECT now(), {area_value}, '{table}', r.id, {child_value}, '{event[0]}', {was},
    nullif(current_setting('plait.user', true), '')::bigint,
    coalesce(current_setting('plait.why', true), ''),
    nullif(current_setting('plait.source', true), '')::bigint
  FROM rows_in r;
  INSERT INTO journal_turn (area_id, of_table)
  SELECT DISTINCT {area_value}::bigint, '{table}' FROM rows_in r;
  RETURN NULL;
END $$"""
        yield f"DROP TRIGGER IF EXISTS {name} ON {table}"
        yield (
            f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {rows} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
        )
