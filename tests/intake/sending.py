"""Small files of children, made from what a test says of a row and nothing else."""

USUAL = {
    "Forename": "Ada", "Surname": "Example", "Date of birth": "2013-03-05", "Sex": "F",
    "Postcode": "AB1 2CD",
}  # fmt: skip
ROLL = {"URN": "100000", "Entered on": "2025-09-01"}
PART_TIME = {
    "URN": "100000", "Reason": "Anxiety", "Agreed by": "Kim Example", "Agreed on": "2026-10-01",
    "Hours a week": "12.5", "Plan to full time": "Two hours more each week", "Since": "2026-10-05",
    "Ends on": "2026-11-30",
}  # fmt: skip
SUSPENDED = {"URN": "100000", "Suspended from": "2026-10-12", "Sessions": "4", "Category": "SUSP"}
REFERRED = {
    "Service request id": "R1", "Service type": "Speech and language therapy",
    "Referral received date": "2026-05-01", "Waiting for": "therapy",
}  # fmt: skip
CARE = {"Involvement": "cin", "Team": "East", "Worker": "Jo Park", "Since": "2026-02-01"}
HOME = {"Home educated since": "2026-09-01", "Told on": "2026-09-03"}
MISSING = {"Reported missing on": "2026-10-20", "Reported by": "Larkfield", "URN": "100000"}
ALTERNATIVE = {
    "Provider name": "The Workshop", "Entry reason": "Suspended often", "Since": "2026-09-14",
}  # fmt: skip
SCHOOLS = b"URN,EstablishmentName\n100000,Larkfield\n100001,Otherby\n"


def rows(*told: dict[str, str]) -> bytes:
    """Write rows as CSV; a value of None leaves its column's cell empty."""
    heads = list(dict.fromkeys(name for row in told for name in row))
    lines = [",".join(heads), *(",".join(row.get(name) or "" for name in heads) for row in told)]
    return ("\n".join(lines) + "\n").encode()


def row(*parts: dict[str, str], **more: str | None) -> dict[str, str]:
    """Put a person and a fact together; `more` by our names, as in date_of_birth."""
    whole: dict[str, str] = dict(USUAL)
    for part in parts:
        whole |= part
    return whole | {
        {"upn": "UPN", "urn": "URN", "nhs_number": "NHS number"}.get(
            name, name.replace("_", " ").capitalize()
        ): value or ""
        for name, value in more.items()
    }
