"""A refused act says why, and who can help."""

from django.core.exceptions import PermissionDenied


class Refused(PermissionDenied):
    """An act this reader may not do on a record they may see; its words go on the page."""

    def __init__(self, why: str, *, who_can: str = "") -> None:
        super().__init__(f"{why} {who_can}".strip())
        self.why, self.who_can = why, who_can
