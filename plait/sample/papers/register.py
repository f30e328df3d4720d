"""The settings in the layout of the national register of schools, with its links file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plait.sample.settings import Register
from plait.sample.stories import Setting

from .tables import write_table

TYPES = {
    "1": ("Community school", "4", "Local authority maintained schools"),
    "2": ("Voluntary aided school", "4", "Local authority maintained schools"),
    "5": ("Foundation school", "4", "Local authority maintained schools"),
    "7": ("Community special school", "5", "Special schools"),
    "10": ("Other independent special school", "5", "Special schools"),
    "14": ("Pupil referral unit", "4", "Local authority maintained schools"),
    "15": ("Local authority nursery school", "4", "Local authority maintained schools"),
    "18": ("Further education", "1", "Colleges"),
    "28": ("Academy sponsor led", "10", "Academies"),
    "32": ("Special post 16 institution", "9", "Other types"),
    "34": ("Academy converter", "10", "Academies"),
    "35": ("Free schools", "11", "Free Schools"),
    "36": ("Free schools special", "11", "Free Schools"),
    "42": ("Academy alternative provision converter", "10", "Academies"),
    "44": ("Academy special converter", "10", "Academies"),
}
PHASES = {
    "nursery": ("1", "Nursery"),
    "primary": ("2", "Primary"),
    "secondary": ("4", "Secondary"),
    "college": ("6", "16 plus"),
}
NEED_WORDS = {
    "ASD": "ASD - Autistic Spectrum Disorder",
    "SLCN": "SLCN - Speech, language and Communication",
    "SEMH": "SEMH - Social, Emotional and Mental Health",
    "MLD": "MLD - Moderate Learning Difficulty",
    "SLD": "SLD - Severe Learning Difficulty",
    "HI": "HI - Hearing Impairment",
    "PD": "PD - Physical Disability",
}
COLUMNS = [
    "URN",
    "LA (code)",
    "LA (name)",
    "EstablishmentNumber",
    "EstablishmentName",
    "TypeOfEstablishment (code)",
    "TypeOfEstablishment (name)",
    "EstablishmentTypeGroup (code)",
    "EstablishmentTypeGroup (name)",
    "EstablishmentStatus (code)",
    "EstablishmentStatus (name)",
    "ReasonEstablishmentOpened (name)",
    "OpenDate",
    "ReasonEstablishmentClosed (name)",
    "CloseDate",
    "PhaseOfEducation (code)",
    "PhaseOfEducation (name)",
    "StatutoryLowAge",
    "StatutoryHighAge",
    "SchoolCapacity",
    "NumberOfPupils",
    "UKPRN",
    "Street",
    "Town",
    "Postcode",
    "Section41Approved (name)",
    "SEN1 (name)",
    "SEN2 (name)",
    "TypeOfResourcedProvision (name)",
    "ResourcedProvisionCapacity",
    "SenUnitCapacity",
    "Country (name)",
]
LINKS = ("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate")


def write_register(folder: Path, register: Register) -> None:
    """Write both files in Windows-1252, as the register publishes them."""
    rows = (_row(setting) for setting in register.settings)
    write_table(folder / "edubasealldata.csv", COLUMNS, rows, encoding="cp1252")
    links = _links(register.settings)
    write_table(folder / "links_edubasealldata.csv", LINKS, links, encoding="cp1252")


def _row(setting: Setting) -> dict[str, str]:
    return _identity(setting) | _standing(setting) | _teaching(setting)


def _identity(setting: Setting) -> dict[str, str]:
    kind, group_code, group = TYPES[setting.type_code]
    return {
        "URN": setting.urn,
        "LA (code)": "999",
        "LA (name)": "Plaitshire (made-up)",
        "EstablishmentNumber": setting.number,
        "EstablishmentName": setting.name,
        "TypeOfEstablishment (code)": setting.type_code,
        "TypeOfEstablishment (name)": kind,
        "EstablishmentTypeGroup (code)": group_code,
        "EstablishmentTypeGroup (name)": group,
        "UKPRN": setting.ukprn,
        "Street": "School Lane",
        "Town": "Plaitborough",
        "Postcode": setting.postcode,
        "Country (name)": "England",
    }


def _standing(setting: Setting) -> dict[str, str]:
    return {
        "EstablishmentStatus (code)": "2" if setting.closed else "1",
        "EstablishmentStatus (name)": "Closed" if setting.closed else "Open",
        "ReasonEstablishmentOpened (name)": "Academy Converter" if setting.predecessor else "",
        "OpenDate": _day(setting.opened),
        "ReasonEstablishmentClosed (name)": "Academy Converter" if setting.closed else "",
        "CloseDate": _day(setting.closed) if setting.closed else "",
    }


def _teaching(setting: Setting) -> dict[str, str]:
    phase_code, phase = PHASES.get(setting.kind, ("0", "Not applicable"))
    provision = "SEN unit" if setting.unit else "Resourced provision" if setting.resourced else ""
    needs = [NEED_WORDS[need] for need in setting.needs] or ["Not Applicable"]
    return {
        "PhaseOfEducation (code)": phase_code,
        "PhaseOfEducation (name)": phase,
        "StatutoryLowAge": str(setting.low),
        "StatutoryHighAge": str(setting.high),
        "SchoolCapacity": str(setting.places),
        "NumberOfPupils": str(round(setting.places * 0.93)),
        "Section41Approved (name)": "Approved" if setting.section_41 else "Not applicable",
        "SEN1 (name)": needs[0],
        "SEN2 (name)": needs[1] if len(needs) > 1 else "",
        "TypeOfResourcedProvision (name)": provision,
        "ResourcedProvisionCapacity": "14" if setting.resourced else "",
        "SenUnitCapacity": "18" if setting.unit else "",
    }


def _links(settings: list[Setting]) -> Iterator[dict[str, str]]:
    for setting in settings:
        for other, kind in (
            (setting.successor, "Successor"),
            (setting.predecessor, "Predecessor"),
        ):
            if other:
                opened = max(setting.opened, other.opened)
                values = (setting.urn, other.urn, other.name, kind, _day(opened))
                yield dict(zip(LINKS, values, strict=True))


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
