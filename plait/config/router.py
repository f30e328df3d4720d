"""Every alias is the same database under another role, so rows of one may point at another's."""

from typing import Any


class OneDatabase:
    """Lets rows loaded under different roles be joined."""

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        return True
