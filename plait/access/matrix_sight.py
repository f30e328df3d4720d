"""The part of the matrix that keeps children in sight: rolls, health, home education, the one list.

Health facts are read by health and by those tied to the child for them; the register of home
education by its officers and the family. A file is loaded by whoever may write what it tells of.
"""

from plait.people.models import Role

KINDS = {
    "attendance": "rolls, registers, part-time timetables, suspensions",
    "concern": "concerns about attendance, what the family answers, and what is tried",
    "support": "SEN support, and whether social care is involved",
    "health": "health referrals, waits, contacts and equipment",
    "provision": "alternative provision, education otherwise than at school, the way back",
    "home_education": "the register of home education",
    "objection": "what a parent corrects or objects to in that register",
    "missing": "the one list of children not in full-time school, and notices of it",
    "signal": "what a rule noticed, whose it is, and what was done",
    "team": "the lead professional, and who has been told what",
    "incoming": "persons in files, and which child each was found to be",
    "delivery_school": "files of rolls and attendance, and their faults",
    "delivery_health": "files of health, and their faults",
    "delivery_home": "files of home education, and their faults",
    "delivery_care": "files of social care, and their faults",
}

READS = {
    Role.CASEWORKER: "attendance concern support health provision home_education objection "
    "missing signal team",
    Role.DATA_OFFICER: "attendance support provision missing incoming delivery_school "
    "delivery_care",
    Role.DCO: "health support signal team incoming source delivery_health",
    Role.ATTENDANCE_OFFICER: "attendance concern support provision missing signal team incoming "
    "source delivery_school",
    Role.HOME_EDUCATION_OFFICER: "attendance support provision home_education objection missing "
    "signal team incoming source delivery_home",
    Role.SENCO: "attendance concern support provision signal team",
    Role.HEALTH_ADVISER: "health signal team",
    Role.SOCIAL_CARE: "attendance support provision home_education missing signal team",
    Role.INSPECTOR: "attendance concern support health provision home_education objection "
    "missing signal team",
    Role.PARENT: "attendance concern support health provision home_education objection team",
    Role.YOUNG_PERSON: "attendance concern support health provision home_education objection team",
    Role.SUPPORTER: "attendance support health provision",
    Role.PLAIT: " ".join(KINDS),
}
WRITES = {
    Role.SEND_MANAGER: f"{' '.join(KINDS)} source",
    Role.CASEWORKER: "concern provision missing signal team",
    Role.DATA_OFFICER: "attendance support provision missing incoming delivery_school "
    "delivery_care",
    Role.DCO: "health signal incoming source delivery_health",
    Role.ATTENDANCE_OFFICER: "attendance concern support provision missing signal team incoming "
    "source tie delivery_school",
    Role.HOME_EDUCATION_OFFICER: "home_education objection missing signal team incoming "
    "source delivery_home",
    Role.SENCO: "attendance concern support provision signal",
    Role.HEALTH_ADVISER: "health",
    Role.SOCIAL_CARE: "support",
    Role.PARENT: "concern objection",
    Role.YOUNG_PERSON: "concern objection",
    Role.PLAIT: " ".join(KINDS),
}
