"""Who is here, who may see which child, and who waits to be let in."""

from plait.access.queries.sight import Sees, who_may_see

__all__ = ["Sees", "who_may_see"]
