"""Pieces of Word's own XML that the library has no call for."""

from typing import Any


def element(name: str) -> Any:
    """Make an element of Word's own, as in "w:bidi"."""
    from docx.oxml import OxmlElement

    return OxmlElement(name)


def put(
    parent: Any, name: str, values: dict[str, str] | None = None, before: tuple[str, ...] = ()
) -> None:
    """Add an element with its values; before the first of those that must follow it."""
    from docx.oxml.ns import qn

    made = element(name)
    for key, value in (values or {}).items():
        made.set(qn(key), value)
    follower = next((kid for kid in parent if kid.tag in {qn(one) for one in before}), None)
    if follower is None:
        parent.append(made)
    else:
        follower.addprevious(made)
