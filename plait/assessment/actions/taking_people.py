"""The child and the family a request tells of, as rows of the record."""

from datetime import date
from typing import Any

from plait.access.lengths import NAME, PERSON, POSTCODE, RELATION, fits
from plait.access.reader import Reader
from plait.assessment.models import Asking
from plait.people.matching import name_key
from plait.people.models import Carer, Child, FamilyTie

IN_THE_REQUEST = (
    "Read in the request as it was asked what they wrote about safety, before you tell."
)
NO_CARER = ("young_person", "setting")


def child_of(asking: Asking, *, by: Reader) -> Child:
    """Make a new record of the child a request tells of."""
    said = asking.answers["child"]
    surname, forename = said.get("surname", ""), said["forename"]
    postcode = asking.answers.get("home", {}).get("postcode", "")
    return Child.objects.create(
        area=by.area,
        forename=fits(forename, PERSON, "The first name"),
        surname=fits(surname, PERSON, "The family name"),
        forename_key=name_key(forename),
        surname_key=name_key(surname),
        birth_date=date.fromisoformat(said["born"]),
        postcode=fits(" ".join(postcode.upper().split()), POSTCODE, "The postcode"),
    )


def carers_of(asking: Asking, *, child: Child, by: Reader) -> None:
    """Add whoever asks, and the parent they name elsewhere; a wish for safety is never lost."""
    you, others = asking.answers.get("you", {}), asking.answers.get("others", {})
    if asking.channel not in NO_CARER and you.get("name"):
        home = asking.answers.get("home", {}).get("address", "")
        _tie(
            child,
            by,
            name=you["name"],
            email=asking.email,
            phone=you.get("phone", ""),
            address=you.get("address") or home,
            relationship=you.get("relation", "") or "carer",
            responsibility=you.get("responsibility") or "not_known",
            lives_with=not you.get("address") or None,
            hide=others.get("hide") == "yes",
            note=others.get("from_whom", ""),
        )
    if others.get("elsewhere") == "yes" and others.get("name"):
        _tie(
            child,
            by,
            name=others["name"],
            relationship=others.get("relation") or "parent or carer",
            lives_with=False,
        )


def _tie(
    child: Child, by: Reader, *, name: str, relationship: str, lives_with: bool | None,
    email: str = "", phone: str = "", address: str = "", responsibility: str = "not_known",
    hide: bool = False, note: str = "",
) -> None:  # fmt: skip
    held = _held(child, name, email)
    if held is None:
        carer = Carer.objects.create(
            area=by.area,
            name=fits(name, PERSON, "The name of an adult"),
            email=email,
            phone=fits(phone, RELATION, "The telephone number"),
            address=address,
        )
        more: dict[str, Any] = {"responsibility": responsibility, "lives_with": lives_with}
        held = FamilyTie(
            area=by.area, child=child, carer=carer,
            relationship=fits(relationship, RELATION, "How an adult stands to the child"),
            since=by.today, **more,
        )  # fmt: skip
    held.hide_address_from_others = held.hide_address_from_others or hide
    held.safety_note = held.safety_note or (_safety(note) if hide else "")
    held.save()


def _safety(note: str) -> str:
    """A note that is longer stays where it was written, and this says so."""
    return note if len(note) <= NAME else IN_THE_REQUEST


def _held(child: Child, name: str, email: str) -> FamilyTie | None:
    """Find the same adult on the record already: by e-mail, else by name."""
    for tie in FamilyTie.objects.filter(child=child, until__isnull=True).select_related("carer"):
        same_email = bool(email) and tie.carer.email.lower() == email.lower()
        if same_email or name_key(tie.carer.name) == name_key(name):
            return tie
    return None
