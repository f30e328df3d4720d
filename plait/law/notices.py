"""The notices that go out beside the way to a decision: who is told that it is considered."""

CONSIDERING, AGREED = "considering-assessment", "agree-to-assess"


def notice_of(outcome: str) -> str:
    """Give the kind of notice that fits where a request is: section 36(7), regulation 4(2).

    `outcome` is the code of the return: A, still considered; Y, it is decided that the authority
    must assess. Nothing for others: a refusal has a letter of its own.
    """
    return {"A": CONSIDERING, "": CONSIDERING, "Y": AGREED}.get(outcome, "")
