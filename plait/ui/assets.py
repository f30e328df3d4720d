"""Remake the vendored front end from its npm packages: `python -m plait.ui.assets NODE_MODULES`."""

import re
import shutil
import sys
from pathlib import Path

STATIC = Path(__file__).parent / "static" / "plait"
FONT_SETS = ("latin-400", "latin-700", "latin-ext-400", "latin-ext-700")
FONT = "atkinson-hyperlegible-next"


def without_crown(css: str) -> str:
    """Take out what a service outside gov.uk may not use: the typeface and the crest."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", "var(--plait-font)")
    css = re.sub(r"url\(/assets/images/[^)]*\)", "none", css)
    return without_source_map(css)


def without_source_map(text: str) -> str:
    """Drop the pointer to a map file we do not keep; hashed static names would look for it."""
    return re.sub(r"(/\*|//)# sourceMappingURL=\S+( \*/)?\s*", "", text).rstrip() + "\n"


def copy_from(node_modules: Path) -> None:
    """Write the style, the script and the fonts into our static folder."""
    govuk = node_modules / "govuk-frontend" / "dist" / "govuk"
    style = (govuk / "govuk-frontend.min.css").read_text()
    (STATIC / "govuk-frontend.css").write_text(without_crown(style))
    script = (govuk / "govuk-frontend.min.js").read_text()
    (STATIC / "govuk-frontend.js").write_text(without_source_map(script))
    fonts = node_modules / "@fontsource" / FONT
    for font_set in FONT_SETS:
        shutil.copy(fonts / "files" / f"{FONT}-{font_set}-normal.woff2", STATIC / "fonts")
    shutil.copy(fonts / "LICENSE", STATIC / "licences" / f"{FONT}-OFL.txt")


if __name__ == "__main__":
    copy_from(Path(sys.argv[1]))
