"""Education that is not on a roll full-time: AP, EOTAS, at home, missing, and the way back."""

from plait.provision.models_alternative import Alternative, AlternativeReview
from plait.provision.models_at_home import HomeEducation, HomePlace, MissingNotice, Objection
from plait.provision.models_parts import EotasPart, Reintegration

__all__ = [
    "Alternative",
    "AlternativeReview",
    "EotasPart",
    "HomeEducation",
    "HomePlace",
    "MissingNotice",
    "Objection",
    "Reintegration",
]
