"""The law behind the register of home education, each with its day and how sure that is.

When the register of the 2026 Act is commenced, its day goes into one line here: every field that
waits for it then stands as that Act says.
"""

from dataclasses import dataclass
from datetime import date

SURE = {
    "read": "The text of the provision was read.",
    "read-secondary": "A guide or an explanation says so; the text itself was not seen.",
    "memory": "Not yet seen in a source; to be verified.",
    "ours": "How we read a general rule; an area may be advised otherwise.",
}


def later(words: str) -> str:
    """Mark a sentence that families read, so that it is translated."""
    return words


@dataclass(frozen=True)
class Source:
    """One provision; `in_force_from` is empty while no day has been appointed."""

    law: str
    says: str
    in_force_from: date | None
    sure: str
    href: str = ""


SOURCES = {
    "find": Source(
        "Education Act 1996, section 436A",
        later(
            "The council must make arrangements to find out which children may not be receiving "
            "suitable education. No parent has to fill in a register under it."
        ),
        date(2007, 2, 27), "memory", "https://www.legislation.gov.uk/ukpga/1996/56/section/436A",
    ),
    "school-tells": Source(
        "School Attendance (Pupil Registration) (England) Regulations 2024, reg 13(4)",
        later(
            "When a school takes a child off its roll it must tell the council the child’s name "
            "and address, the parent and how to reach them, and why the child left."
        ),
        date(2024, 8, 19), "read", "https://www.legislation.gov.uk/uksi/2024/208/regulation/13",
    ),
    "register": Source(
        "Children’s Wellbeing and Schools Act 2026, section 38",
        later(
            "The council must keep a register of children who are not in school, and this is one "
            "of the things it must hold."
        ),
        None, "read-secondary", "https://www.legislation.gov.uk/ukpga/2026/21/section/38/enacted",
    ),
    "register-may": Source(
        "Children’s Wellbeing and Schools Act 2026, section 38",
        later("The council may hold this on the register of children who are not in school."),
        None, "read-secondary", "https://www.legislation.gov.uk/ukpga/2026/21/section/38/enacted",
    ),
    "no-more": Source(
        "UK GDPR, article 5(1)(c)",
        later("The council may hold no more than it needs, and today it does not need this."),
        date(2018, 5, 25), "ours", "https://www.legislation.gov.uk/eur/2016/679/article/5",
    ),
    "special": Source(
        "UK GDPR, articles 5(1)(c) and 9",
        later(
            "Beliefs, origin and health have special protection. A register of home education "
            "does not need them, so it must not hold them."
        ),
        date(2018, 5, 25), "ours", "https://www.legislation.gov.uk/eur/2016/679/article/9",
    ),
}  # fmt: skip
