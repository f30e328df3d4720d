"""Write docs/schema/plan.schema.json anew, from the dataclasses."""

import json
from pathlib import Path

from plait.standards.plan_file.shape import schema

PUBLISHED = Path(__file__).resolve().parents[3] / "docs" / "schema" / "plan.schema.json"

if __name__ == "__main__":
    PUBLISHED.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
