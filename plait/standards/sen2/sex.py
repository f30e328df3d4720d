"""GenderCurrent, as returns up to 2023 said it, and Sex, as later ones do."""

from typing import Final

_SEX_OF: Final = {"1": "M", "2": "F", "9": "U"}
_CODE_OF: Final = {sex: code for code, sex in _SEX_OF.items()}
NOT_KNOWN: Final = "0"


def sex_of(gender_current: str) -> str:
    """Give Sex for an older code; not known is nothing."""
    return _SEX_OF.get(gender_current, "")


def gender_current_of(sex: str) -> str:
    """Give the older code for Sex."""
    return _CODE_OF.get(sex, NOT_KNOWN)
