"""The personas that a visitor of the sample area signs in as, one a role, each with a reason."""

from datetime import date, timedelta

from plait.sample.planted.families import Families
from plait.sample.stories import Setting

from .parents import Row, parent

COUNCIL = "Plaitshire Council"
BOARD = "NHS Plaitshire Integrated Care Board"
TRUST = "Plaitshire Community NHS Trust"

# fmt: off
STAFF = (
    ("caseworker", "Hannah Oakes", COUNCIL,
     "Caseworker with a full caseload: every planted problem is hers."),
    ("send_manager", "Imran Sadiq", COUNCIL,
     "Allocates cases, sees the whole team's dates."),
    ("senco", "Grace Ebdon", "",
     "SENCO of the primary school that Theo goes to."),
    ("setting_staff", "Luke Parry", "",
     "Teaching assistant at Grace's school; no child is tied to him yet."),
    ("health_adviser", "Dr Nisha Rao", TRUST,
     "Community paediatrician asked for advice."),
    ("dco", "Carol Whitlock", BOARD,
     "Designated clinical officer of the integrated care board."),
    ("attendance_officer", "Priya Nandra", COUNCIL,
     "Keeps the one list of children who are not in full-time school."),
    ("home_education_officer", "Owen Tully", COUNCIL,
     "Keeps the register of home education."),
    ("social_care", "Ben Achebe", COUNCIL,
     "Social worker of the disabled children's team."),
    ("data_officer", "Wiktor Lis", COUNCIL,
     "Data officer: the return, its faults, the imports."),
    ("area_leader", "Margaret Stone", COUNCIL,
     "Director of children's services: figures, not names."),
    ("inspector", "Sam Fielding", "Inspectorate",
     "Reads the cases drawn for the visit, until it ends."),
    ("system_administrator", "Alex Byrd", COUNCIL,
     "Looks after accounts; sees no child."),
)
# fmt: on
AT_HOME = "nadia.haworth@families.test"
CASEWORKER = "caseworker@plaitshire.test"
ADVISERS = (
    ("health_adviser", "health.adviser@plaitshire.test", 9),
    ("social_care", "social.care@plaitshire.test", 7),
    ("inspector", "inspector@plaitshire.test", 6),
)


def rows(families: Families, school: Setting, on: date) -> list[Row]:
    """Everyone a visitor may sign in as; a parent of two children has a row for each."""
    staff = [_staff(*each, school=school, on=on) for each in STAFF]
    return [*staff, *_family(families), _young_person(families)]


def _staff(role: str, name: str, organisation: str, why: str, *, school: Setting, on: date) -> Row:
    ends = on + timedelta(days=14) if role == "inspector" else None
    began = on - timedelta(days=3 if role == "inspector" else 800)
    return {
        "kind": "staff",
        "name": name,
        "email": f"{role.replace('_', '.')}@plaitshire.test",
        "role": role,
        "organisation": organisation or school.urn,
        "team": "North team" if role == "caseworker" else "",
        "starts": began.isoformat(),
        "ends": ends.isoformat() if ends else "",
        "persona": why,
    }


def _family(families: Families) -> list[Row]:
    mother = "Two children: Amara is being assessed, Theo has a plan."
    teaches = "Educates Elis at home: reads what is held of them, and may correct it or object."
    father = "Amara's father, of another household: sees Amara, not Theo."
    return [
        parent(families.asked, "Kate Marsden", "kate.marsden@families.test", "mother")
        | {"persona": mother, "phone": "01632 960101"},
        parent(families.sibling, "Kate Marsden", "kate.marsden@families.test", "mother")
        | {"phone": "01632 960101"},
        parent(families.asked, "Dele Bello", "dele.bello@families.test", "father", household=2)
        | {"persona": father, "phone": "01632 960102"},
        parent(families.at_home, "Nadia Haworth", AT_HOME, "mother")
        | {"persona": teaches, "phone": "01632 960103"},
    ]


def _young_person(families: Families) -> Row:
    row = parent(families.young_person, "Rowan Ashdown", "rowan.ashdown@families.test", "self")
    return row | {
        "role": "young_person",
        "parental_responsibility": "",
        "persona": "At college, and since leaving school age the one who decides.",
    }
