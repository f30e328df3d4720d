"""An area of many children on rolls with their registers, written straight into the tables."""

from typing import Any

SCHOOLS = 300
YEAR = 2026
# Two in a hundred left a roll for no other, one in a hundred is on a part-time timetable.
FILL = (
    "INSERT INTO people_organisation (name, kind, urn, la_code, establishment_number, "
    "type_code, type_name, phase, status, postcode, resourced_provision) "
    "SELECT 'School ' || n, 'school', (700000 + n)::text, '', '', '', '', '', 'Open', '', '' "
    "FROM generate_series(1, %(schools)s) n ON CONFLICT DO NOTHING",
    "INSERT INTO people_child (area_id, surname, forename, known_as, birth_date, sex, ethnicity, "
    "postcode, number_unknown, surname_key, forename_key) SELECT %(area)s, s, f, '', "
    "DATE '2010-09-01' + (n %% 3650), 'F', '', 'ZZ9 ' || n %% 10 || 'AA', '', lower(s), lower(f) "
    "FROM (SELECT n, 'Sur' || translate(md5(n::text), '0123456789', 'ghijklmnop') AS s, "
    "'For' || translate((n %% 997)::text, '0123456789', 'ghijklmnop') AS f "
    "FROM generate_series(1, %(children)s) n) one",
    "INSERT INTO attendance_enrolment (area_id, child_id, setting_id, status, year_group, "
    "entered_on, left_on, left_why, left_to) SELECT c.area_id, c.id, o.id, 'C', '', '2025-09-01', "
    "CASE WHEN c.id %% 50 = 0 THEN DATE '2026-11-10' END, '', '' FROM people_child c "
    "JOIN people_organisation o ON o.urn = (700001 + c.id %% %(schools)s)::text "
    "WHERE c.surname LIKE 'Sur%%'",
    "INSERT INTO attendance_register (area_id, child_id, setting_id, school_year, marks, known_to) "
    "SELECT e.area_id, e.child_id, e.setting_id, %(year)s, "
    "decode(repeat(CASE WHEN e.child_id %% %(absent)s = 11 THEN '4f4f4f4f4f4f4f4f4f4f0000' "
    "ELSE '2f5c2f5c2f5c2f5c2f5c0000' END, 14), 'hex'), '2026-11-19' "
    "FROM attendance_enrolment e WHERE e.entered_on = '2025-09-01'",
    "INSERT INTO attendance_parttime (area_id, child_id, setting_id, reason, agreed_by, agreed_on, "
    "hours_a_week, full_hours, plan_to_full_time, since, ends_on, outcome) SELECT e.area_id, "
    "e.child_id, e.setting_id, 'Tired', 'Mother', '2026-10-01', 15, 25, 'More each week', "
    "'2026-10-05', '2026-11-10', '' FROM attendance_enrolment e "
    "WHERE e.child_id %% 100 = 7 AND e.entered_on = '2025-09-01'",
)
# The first children of the area have a plan, a review to come and its clock; postcodes have wards.
PLANS = (
    "INSERT INTO cases_request (area_id, child_id, received_on, asked_by, outcome, outcome_on, "
    "exported_to) "
    "SELECT area_id, id, '2024-09-10', '1', 'Y', '2024-10-15', '' FROM people_child "
    "WHERE area_id = %(area)s ORDER BY id LIMIT %(plans)s",
    "INSERT INTO cases_plan (area_id, child_id, request_id, started_on, residential, work_based, "
    "direct_payment, cease_reason, transferred_from) SELECT area_id, child_id, id, "
    "DATE '2025-01-06' + (id %% 200)::int, '', '', '', '', '' FROM cases_request "
    "WHERE area_id = %(area)s",
    "INSERT INTO cases_review (area_id, child_id, request_id, outcome) "
    "SELECT area_id, child_id, id, '' FROM cases_request WHERE area_id = %(area)s",
    "INSERT INTO cases_clock (area_id, child_id, request_id, review_id, ref, duty, version, "
    "started_on, facts, due_on, ended_why, excuse, excuse_why, superseded_why) SELECT v.area_id, "
    "v.child_id, v.request_id, v.id, '', 'cfa-s44-annual-review', 1, p.started_on, '{}', "
    "p.started_on + 700, '', '', '', '' FROM cases_review v "
    "JOIN cases_plan p ON p.request_id = v.request_id WHERE v.area_id = %(area)s",
    "INSERT INTO watch_postcodeward (area_id, postcode, ward, code) SELECT %(area)s, "
    "'ZZ' || n || 'AA', 'Ward ' || n %% 30, '' FROM generate_series(90, 9999) n",
)


def fill(area: Any, children: int, *, plans: int = 0, absent: int = 10**9) -> None:
    """Add so many children, as the owner of the tables, without history; then let them settle.

    One child in `absent` is never in school.
    """
    from django.db import connections, transaction

    told = {
        "area": area.pk, "schools": SCHOOLS, "children": children, "year": YEAR, "plans": plans,
        "absent": absent,
    }  # fmt: skip
    statements = FILL + (PLANS if plans else ())
    tables = [statement.split()[2] for statement in statements]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables[1:]:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY")
        for statement in statements:
            cursor.execute(statement, told)
        for table in tables[1:]:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY")
        cursor.execute("ANALYZE")
