"""The one outside thing a PDF needs: the system's Pango. All else runs without it."""

import contextlib
import io
from functools import cache

MEND = (
    "install it (Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; Fedora: dnf install pango; macOS: brew install pango) and start again"
)


class NoPdf(RuntimeError):
    """A PDF was asked for where none can be made; the message says why, and Word still works."""


@cache
def why_no_pdf() -> str:
    """Say in one sentence why no PDF can be made here, or nothing where one can."""
    said = io.StringIO()  # the library prints advice of its own, for programmers
    try:
        with contextlib.redirect_stdout(said):
            import weasyprint  # noqa: F401 - takes a second or two, so only when first asked
    except OSError:
        return (
            f"A PDF cannot be made because the system's Pango library is missing; {MEND}. "
            "The same paper can be had as Word."
        )
    return ""
