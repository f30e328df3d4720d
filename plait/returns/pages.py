"""Words of the returns' pages and files."""

HEADINGS = (
    "Rule", "How grave", "Record", "Child", "Field", "Value", "What is wrong", "How to mend it",
    "Who mends it",
)  # fmt: skip
