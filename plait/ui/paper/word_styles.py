"""How a paper looks in Word: a typeface every machine has, sizes, margins and the language."""

from typing import Any

from plait.standards.paper import Paper

TYPEFACE = "Arial"  # Word cannot carry our own; this one is on every machine and easy to read
SIZES = {"Heading 1": 1.5, "Heading 2": 1.25, "Heading 3": 1.1, "Heading 4": 1.0}
USED = ("Heading 5", "Heading 6", "List Bullet", "List Number", "Quote", "Caption", "Footer")


def dress(document: Any, paper: Paper, *, large: bool) -> None:
    """Set the styles that the blocks use; the blocks themselves set none of this."""
    from docx.shared import Mm, Pt

    base = 18 if large else 12
    normal = document.styles["Normal"]
    _typeface(normal)
    normal.font.size = Pt(base)
    normal.paragraph_format.space_after = Pt(base * 0.7)
    normal.paragraph_format.line_spacing = 1.5 if large else 1.25
    for name in (*SIZES, *USED):
        style = document.styles[name]
        _typeface(style)
        style.font.italic = False
        style.font.size = Pt(round(base * SIZES.get(name, 1.0)))
        style.font.bold = name.startswith("Heading") or name == "Caption"
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(22)
    _language(document, paper)


def _typeface(style: Any) -> None:
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    style.font.name = TYPEFACE
    style.font.color.rgb = RGBColor(0x1C, 0x1B, 0x22)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("eastAsia", "hAnsi", "cs", "ascii"):
        fonts.set(qn(f"w:{kind}"), TYPEFACE)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _language(document: Any, paper: Paper) -> None:
    """Say the language once for the whole document, where Word looks for it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    properties = defaults.find(qn("w:rPr"))
    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), paper.language)
    language.set(qn("w:eastAsia"), paper.language)
    language.set(qn("w:bidi"), paper.language)
