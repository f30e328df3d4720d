"""What each section is called, and what stands there when it is empty."""

NAMES = {
    "A": "Views, interests and aspirations",
    "B": "Special educational needs",
    "C": "Health needs",
    "D": "Social care needs",
    "E": "Outcomes",
    "F": "Special educational provision",
    "G": "Health provision",
    "H1": "Social care provision under the 1970 Act",
    "H2": "Other social care provision",
    "I": "Placement",
    "J": "Personal budget",
    "K": "Advice and information",
}
IN_A_DRAFT = "A draft names no school or college. The family says which it would like."


def title(section: str) -> str:
    """The heading of a section: "Section F: Special educational provision"."""
    return f"Section {section}: {NAMES[section]}"
