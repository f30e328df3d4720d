from django.db import migrations

# The fields that told a home when this was written.
KEYS = "'address', 'second_address', 'previous_address', 'parents_addresses', 'reach'"
# Row security holds its owner too, until the tables are locked anew after every migration.
OPEN = (
    "ALTER TABLE provision_homeeducation NO FORCE ROW LEVEL SECURITY",
    "ALTER TABLE provision_homeplace NO FORCE ROW LEVEL SECURITY",
)
MOVE = (
    f"""
INSERT INTO provision_homeplace (area_id, child_id, about_id, held)
SELECT h.area_id, h.child_id, h.id, jsonb_object_agg(e.key, e.value)
FROM provision_homeeducation h, jsonb_each(h.held) e
WHERE e.key IN ({KEYS}) GROUP BY h.id
""",
    f"""
UPDATE provision_homeeducation h SET held = h.held || m.held FROM (
  SELECT h.id, jsonb_object_agg(e.key, '{{"apart": true}}'::jsonb) AS held
  FROM provision_homeeducation h, jsonb_each(h.held) e WHERE e.key IN ({KEYS}) GROUP BY h.id
) m WHERE m.id = h.id
""",
)
BACK = """
UPDATE provision_homeeducation h SET held = h.held || p.held
FROM provision_homeplace p WHERE p.about_id = h.id
"""


class Migration(migrations.Migration):
    dependencies = [("provision", "0002_where_they_live_apart")]
    operations = [
        migrations.RunSQL(list(OPEN), list(OPEN)),
        migrations.RunSQL(list(MOVE), [BACK, "DELETE FROM provision_homeplace"]),
    ]
