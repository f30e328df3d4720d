"""When this happens, do that: the roof joins what the floors below may not know of each other."""


def connect() -> None:
    """Join every listener to the journal's events."""
