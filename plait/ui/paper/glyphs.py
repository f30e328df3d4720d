"""Letters that no typeface of this machine holds: a box in a family's letter is no letter."""

import unicodedata
from typing import Any

from plait.ui.paper.engine import NoPdf

SHOWN = 12


def refuse_boxes(document: Any) -> None:
    """Raise `NoPdf` where a letter of some script would print as an empty box; a sign may."""
    missing = {code for font in document.fonts.values() for code in font.missing}
    letters = sorted(chr(code) for code in missing if unicodedata.category(chr(code))[0] == "L")
    if letters:
        raise NoPdf(
            "A PDF cannot be made because no typeface on this machine holds these letters: "
            f"{' '.join(letters[:SHOWN])}; install one (Debian and Ubuntu: apt-get install "
            "fonts-noto-core fonts-noto-cjk; Fedora: dnf install google-noto-fonts-common; macOS "
            "has them). The same paper can be had as Word."
        )
