"""Who is who: areas, organisations, people who sign in, children, families, identifiers."""

from plait.people import among  # noqa: F401 - a look-up of every field
from plait.people.models_children import Carer, Child, FamilyTie, Identifier, SamePerson
from plait.people.models_incoming import Incoming
from plait.people.models_organisations import Area, Closure, Organisation, Successor
from plait.people.models_users import Post, Role, Source, User

__all__ = [
    "Area",
    "Carer",
    "Child",
    "Closure",
    "FamilyTie",
    "Identifier",
    "Incoming",
    "Organisation",
    "Post",
    "Role",
    "SamePerson",
    "Source",
    "Successor",
    "User",
]
