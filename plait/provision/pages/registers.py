"""The registers, each with what it holds and for whom."""

from plait.access.matrix import READS
from plait.access.reader import Reader
from plait.people.models import Role

REGISTERS = (
    ("home_education", "provision:home_register", "Home education",
     "Children whose parents educate them at home, and what the register may hold of them."),
    ("provision", "provision:ap_register", "Alternative provision",
     "Placements with their goal, checks and reviews; those with no return date first."),
    ("provision", "provision:eotas_register", "Education otherwise than at school",
     "Parts with provider, hours, check, cost and outcome; section 61 and section 19 apart."),
    ("attendance", "part_time:register", "Part-time timetables",
     "Each with its reason, a parent's agreement, the way back to full time and its last day."),
    ("missing", "provision:missing_register", "Missing education",
     "Children reported missing, what was tried, and how they were found."),
)  # fmt: skip


def open_to(reader: Reader) -> list[tuple[str, str, str]]:
    """Give the address, the name and the words of each register that the reader may read."""
    kinds = {kind for role in reader.roles for kind in READS.get(Role(role), "").split()}
    return [(name, title, said) for kind, name, title, said in REGISTERS if kind in kinds]
