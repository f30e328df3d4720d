"""Parts of pages drawn from versions, kept in this process until a row they came from changes.

What a reader sees of a plan and its advice may differ from reader to reader and moment to moment.
So a digest of the very rows is asked for at every look, as this reader, and is the key: nobody is
shown what was drawn for somebody who sees more, and a row that was saved since is another key.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import get_language
from markupsafe import Markup

from plait.plans.models import Version
from plait.plans.queries_digest import digest_of_rows

MOST = 64  # drawings of at most some hundred kilobytes each
_drawings: OrderedDict[str, str] = OrderedDict()
_turn = Lock()


def drawn(
    template: str, context: Callable[[], dict[str, Any]], *versions: Version, more: object = ""
) -> Markup:
    """Draw part of a page from versions, once for the same rows, language and `more`."""
    key = _key(template, more, versions)
    with _turn:
        held = _drawings.get(key)
        if held is not None:
            _drawings.move_to_end(key)
    if held is None:
        held = render_to_string(template, context())
        if key == _key(template, more, versions):  # else rows changed while it was drawn
            _keep(key, held)
    return Markup(held)


def _key(template: str, more: object, versions: tuple[Version, ...]) -> str:
    told = [template, get_language(), more, digest_of_rows(versions)]
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _keep(key: str, held: str) -> None:
    with _turn:
        _drawings[key] = held
        while len(_drawings) > MOST:
            _drawings.popitem(last=False)
