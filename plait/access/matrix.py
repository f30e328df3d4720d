"""The access matrix: what each role may read and write, and how far a post reaches.

One table of sentences. The database's policies, the queries and the pages all read it
(through `access_may`), the privacy page prints it, and a test walks every cell.
"""

from collections.abc import Iterator

from plait.access import matrix_sight as sight
from plait.people.models import Role

KINDS = {
    "identity": "name, birth date, numbers, postcode",
    "family": "parents and carers, and how to reach them",
    "case": "requests, decisions, plans, placements, needs, reviews and legal dates",
    "note": "notes among professionals",
    "note_family": "notes shared with the family",
    "document": "documents shared with the family",
    "document_pro": "documents shared among professionals",
    "document_own": "documents kept to their author's organisation and the caseworker",
    "tie": "who may see this child, and why",
    "look": "who has looked",
    "entry": "what was done, and by whom",
    "history": "what a row was before it changed",
    "same_person": "records that may be one child",
    "source": "which file a fact came from",
    "delivery": "files loaded, and their faults",
    "fault": "what is wrong with a child's data in the next return",
    "figure": "counts for the whole area",
    "asking": "requests as they were asked, before they are taken onto a record",
    "panel": "what is written for a decision that is not made yet",
    "advice": "advice asked for and given",
    "advice_own": "advice or a request that its writer has not sent yet",
    "chase": "reminders of advice that is awaited",
    "plan": "EHC plans that were served or are final",
    "plan_draft": "a plan that is still being written",
    "agreement": "what health and care agreed for a plan",
    "comment": "what the family says of a draft, each also open to who wrote it, and the answers",
    "consultation": "which settings were asked for a place, and their answers",
    "letter": "letters, each also open to the person it was sent to",
    "message": "messages between the family and a named person",
    "help": 'the half page "how to help me"',
    "rights": "whose rights they are: a young person's consent, and capacity by decision",
    "leave": "whom the family lets read with them",
    "area_rule": "the area's own templates, targets and ladders",
    **sight.KINDS,
}

# How far a role reaches: every child of the area, the children on a setting's roll,
# or only children it is tied to one by one.
REACH = {
    Role.SEND_MANAGER: "area",
    Role.DATA_OFFICER: "area",
    Role.DCO: "area",
    Role.ATTENDANCE_OFFICER: "area",
    Role.HOME_EDUCATION_OFFICER: "area",
    Role.PLAIT: "area",
    Role.AREA_LEADER: "area",
    Role.SENCO: "setting",
    Role.CASEWORKER: "tie",
    Role.SETTING_STAFF: "tie",
    Role.HEALTH_ADVISER: "tie",
    Role.SOCIAL_CARE: "tie",
    Role.INSPECTOR: "tie",
    Role.PARENT: "tie",
    Role.YOUNG_PERSON: "tie",
    Role.SUPPORTER: "tie",
    Role.SYSTEM_ADMINISTRATOR: "area",
}

_ALL = " ".join(kind for kind in KINDS if kind != "advice_own")
READS = {
    Role.SEND_MANAGER: _ALL,
    Role.CASEWORKER: "identity family case note note_family document document_pro document_own "
    "tie look entry history source fault figure panel advice chase plan plan_draft agreement "
    "comment consultation letter message help rights area_rule",
    Role.DATA_OFFICER: "identity case family tie entry history same_person source delivery "
    "fault figure",
    Role.DCO: "identity case note note_family document document_pro tie figure "
    "panel advice chase plan plan_draft agreement help rights area_rule",
    Role.ATTENDANCE_OFFICER: "identity family case note note_family document_pro tie",
    Role.HOME_EDUCATION_OFFICER: "identity family case note note_family document_pro tie",
    Role.AREA_LEADER: "figure",
    Role.SENCO: "identity family case note note_family document document_pro tie look entry "
    "advice chase plan help",
    Role.SETTING_STAFF: "identity help",
    Role.HEALTH_ADVISER: "identity case note note_family document document_pro tie "
    "advice chase plan help",
    Role.SOCIAL_CARE: "identity family case note note_family document document_pro tie "
    "advice chase plan plan_draft agreement help",
    Role.INSPECTOR: "identity case note note_family document document_pro document_own tie entry "
    "panel advice chase plan plan_draft agreement comment consultation letter help rights "
    "area_rule",
    Role.PARENT: "identity case note_family document tie look entry advice chase plan "
    "consultation help rights",
    Role.YOUNG_PERSON: "identity case note_family document tie look entry advice chase plan "
    "consultation help rights",
    Role.SUPPORTER: "identity case note_family document advice chase plan consultation help",
    Role.SYSTEM_ADMINISTRATOR: "",
    Role.PLAIT: "identity family case tie entry history source fault figure advice chase letter "
    "message rights area_rule",
}
WRITES = {
    Role.SEND_MANAGER: "identity family case note note_family document document_pro document_own "
    "tie same_person fault asking panel advice chase plan plan_draft agreement comment "
    "consultation letter message help rights area_rule",
    Role.CASEWORKER: "identity family case note note_family document document_pro document_own "
    "panel advice chase plan plan_draft agreement comment consultation letter message help "
    "rights",
    Role.DATA_OFFICER: "identity family case tie same_person source delivery fault figure",
    Role.DCO: "identity note note_family document document_pro agreement",
    Role.ATTENDANCE_OFFICER: "identity note note_family document_pro",
    Role.HOME_EDUCATION_OFFICER: "identity note note_family document_pro",
    Role.SENCO: "note note_family document document_pro",
    Role.HEALTH_ADVISER: "note note_family document document_pro",
    Role.SOCIAL_CARE: "note note_family document document_pro agreement",
    Role.PARENT: "note_family document comment leave",
    Role.YOUNG_PERSON: "note_family document comment leave",
    Role.SUPPORTER: "note_family comment",
    Role.PLAIT: "identity tie fault figure message chase letter",
}
for _mine, _more in ((READS, sight.READS), (WRITES, sight.WRITES)):
    for _role, _kinds in _more.items():
        _mine[_role] = f"{_mine.get(_role, '')} {_kinds}".strip()


def cells() -> Iterator[tuple[str, str, bool, bool, str]]:
    """Give every cell: role, kind of information, may read, may write, reach."""
    for role in Role:
        reads, writes = READS.get(role, "").split(), WRITES.get(role, "").split()
        for kind in KINDS:
            yield role.value, kind, kind in reads, kind in writes, REACH[role]
