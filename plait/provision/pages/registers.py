"""The registers, each with what it holds and for whom."""

from plait.access.matrix import READS
from plait.access.reader import Reader
from plait.people.models import Role

REGISTERS = (
    ("home_education", "provision:home_register", "Home education",
     "Children whose parents educate them at home, and what the register may hold of them."),
    ("provision", "provision:ap_register", "Alternative provision",
     "Placements with their goal, checks and reviews; those with no return date first."),
)  # fmt: skip


def open_to(reader: Reader) -> list[tuple[str, str, str]]:
    """Give the address, the name and the words of each register that the reader may read."""
    kinds = {kind for role in reader.roles for kind in READS.get(Role(role), "").split()}
    return [(name, title, said) for kind, name, title, said in REGISTERS if kind in kinds]
