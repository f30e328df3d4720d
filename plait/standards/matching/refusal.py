"""A refusal to match, in one sentence that says what to do."""


class Refused(ValueError):
    """Raised with a sentence where two files cannot be matched as they are."""
