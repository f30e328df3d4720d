"""What a caseload weighs: cases counted by their stage, each by the area's own rule.

It adds up work for a fair sharing out. It says nothing of any child.
"""

from collections.abc import Mapping

STAGES = {
    "deciding": "A request being decided",
    "assessing": "An assessment going on",
    "draft": "A draft with the family",
    "plan": "A plan being kept",
}
MOST_WEIGHT = 9


def weight(counts: Mapping[str, int], weights: Mapping[str, int]) -> int:
    """Add up a caseload: each stage's cases times what the area says one counts."""
    return sum(counts.get(stage, 0) * weights.get(stage, 0) for stage in STAGES)


def sentence(counts: Mapping[str, int], weights: Mapping[str, int]) -> str:
    """Say how a weight came about: "2 × 3 + 1 × 1 = 7"."""
    parts = [f"{counts[stage]} × {weights.get(stage, 0)}" for stage in STAGES if counts.get(stage)]
    return f"{' + '.join(parts)} = {weight(counts, weights)}" if parts else "No open case"
