"""A Word document made by the product carries its plan; here it is put in, and read out again.

The plan is the part customXml/plait-plan.xml. Only that part and the visible words are opened,
each to a limit, with no document type and no entity.
"""

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from plait.law.plan.model import PlanText
from plait.standards.plan_file.json_file import NotAPlan, read, write
from plait.standards.plan_file.shape import FORMAT

PART = "customXml/plait-plan.xml"
VISIBLE = "word/document.xml"
LARGEST_PART = 60_000_000  # bytes, unpacked
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class FromWord:
    """The plan a document carries, and the statements whose words are no longer to be seen."""

    plan: PlanText
    changed: tuple[str, ...]


def embed(document: bytes, plan: PlanText) -> bytes:
    """Put a plan into a document, in place of one it may carry already."""
    made = io.BytesIO()
    root = etree.Element(f"{{{FORMAT}}}plan")
    root.text = write(plan, plain_letters=True)
    part = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            if item.filename != PART:
                new.writestr(item, old.read(item))
        new.writestr(zipfile.ZipInfo(PART, _STAMP), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def read_word(document: bytes) -> FromWord:
    """Read the plan a Word document carries; `NotAPlan` says why there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as parcel:
            root = _parsed(parcel, PART)
            body = _parsed(parcel, VISIBLE)
    except KeyError:
        raise NotAPlan(
            "This Word document carries no plan. Use one that this product made, and save it "
            "as .docx."
        ) from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise NotAPlan("The Word document is damaged: it ends too soon or was changed.") from None
    plan = read(root.text or "")
    seen = _flat("".join(str(text) for text in body.itertext(f"{W}t")))
    gone = (one.ref for one in plan.statements if one.text and _flat(one.text) not in seen)
    return FromWord(plan, tuple(gone))


def _parsed(parcel: zipfile.ZipFile, name: str) -> "etree._Element":
    with parcel.open(name) as part:
        raw = part.read(LARGEST_PART + 1)
    if len(raw) > LARGEST_PART:
        raise NotAPlan("The Word document unpacks to more than a plan can be.")
    if b"<!DOCTYPE" in raw[:4096] or b"<!ENTITY" in raw:
        raise NotAPlan("The Word document declares a document type, which none of ours does.")
    try:
        return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise NotAPlan("The Word document is damaged inside.") from None


def _flat(text: str) -> str:
    """Words without their spaces: Word breaks a sentence wherever it likes."""
    return "".join(text.split())
