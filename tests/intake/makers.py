"""Small SEN2 files, made from what a test says of a person and nothing else."""

from xml.sax.saxutils import escape

HEAD = (
    "<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>{year}</Year>"
    "<ReferenceDate>{day}</ReferenceDate></CollectionDetails><Source><SourceLevel>L</SourceLevel>"
    "<LEA>201</LEA><SoftwareCode>Test</SoftwareCode><Release>1</Release><SerialNo>{serial}"
    "</SerialNo><DateTime>2026-01-20T09:00:00</DateTime><DMO>N</DMO><DCO>Y</DCO></Source>"
    "</Header><Persons>"
)
CENSUS = {2024: "2024-01-18", 2025: "2025-01-16", 2026: "2026-01-15"}
Group = dict[str, object]


def file(*persons: Group, year: int = 2026, day: str = "", serial: str = "001") -> bytes:
    """Write persons as a message of a year."""
    head = HEAD.format(year=year, day=day or CENSUS[year], serial=serial)
    body = "".join(f"<Person>{_xml(person)}</Person>\n" for person in persons)
    return f"{head}\n{body}</Persons></Message>".encode()


def person(forename: str = "Ada", *requests: Group, **more: object) -> Group:
    """A person of the file; an item given as None is left out."""
    usual = {
        "Surname": "Example", "Forename": forename, "PersonBirthDate": "2013-03-05", "Sex": "F",
        "Ethnicity": "WBRI", "PostCode": "ZZ99 3WZ", "UPN": "T201499913001",
    }  # fmt: skip
    told = {tag: value for tag, value in (usual | more).items() if value is not None}
    return told | {"Requests": list(requests) or [asked()]}


def asked(received: str | None = "2025-10-13", outcome: str = "A", **more: object) -> Group:
    """A request, open unless said otherwise."""
    day = {} if received is None else {"ReceivedDate": received}
    return {**day, "RequestOutcome": outcome, **more}


def planned(started: str = "2025-05-29", *, active: Group | None = None, **plan: object) -> Group:
    """A request of before our time, with the plan it led to."""
    assessment = {"AssessmentOutcome": "H", "NamedPlan": {"StartDate": started, **plan}}
    return asked(None, "H", Assessment=assessment, **({"ActivePlans": active} if active else {}))


def placed(urn: str = "100000", entered: str = "2024-09-03", **more: object) -> Group:
    """An active plan with one placement."""
    place = {"URN": urn, "PlacementRank": "1", "EntryDate": entered, **more}
    return {"PlacementDetail": [place], "SENneed": [{"SENtype": "SLCN", "SENtypeRank": "1"}]}


def _xml(group: Group) -> str:
    parts = []
    for tag, value in group.items():
        for one in value if isinstance(value, list) else [value]:
            inside = _xml(one) if isinstance(one, dict) else escape(str(one))
            parts.append(f"<{tag}>{inside}</{tag}>")
    return "\n".join(parts)
