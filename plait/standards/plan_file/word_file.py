"""A Word document made by the product carries its plan; here it is put in, and read out again.

The plan is the part customXml/plait-plan.xml. Only that part and the visible words are opened,
each to a limit, with no document type and no entity.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from plait.law.plan.model import PlanText
from plait.law.plan.statements import Placement, Statement
from plait.standards.plan_file.json_file import NotAPlan, read, write
from plait.standards.plan_file.shape import FORMAT

PART = "customXml/plait-plan.xml"
VISIBLE = "word/document.xml"
LARGEST_PART = 60_000_000  # bytes, unpacked
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ITEM = re.compile(r"customXml/item[0-9]{1,3}\.xml")
MOST_ITEMS = 20
RELATIONS = "word/_rels/document.xml.rels"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
NO_RELATIONS = f'<Relationships xmlns="{PACKAGE}"/>'.encode()
STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00ad": None})
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
        rels = old.read(RELATIONS) if RELATIONS in old.namelist() else NO_RELATIONS
        for item in old.infolist():
            if item.filename not in (PART, RELATIONS):
                new.writestr(item, old.read(item))
        for name, held in ((RELATIONS, _related(rels)), (PART, part)):
            new.writestr(zipfile.ZipInfo(name, _STAMP), held, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _related(rels: bytes) -> bytes:
    """Relate the part to the document; Word drops a part that nothing relates to."""
    root = etree.fromstring(rels, etree.XMLParser(resolve_entities=False, no_network=True))
    target = f"../{PART}"
    if not any(one.get("Target") in (target, f"/{PART}") for one in root):
        named = {"Id": "rIdPlaitPlan", "Type": RELATION, "Target": target}
        root.append(root.makeelement(f"{{{PACKAGE}}}Relationship", named))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_word(document: bytes) -> FromWord:
    """Read the plan a Word document carries; `NotAPlan` says why there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(document)) as parcel:
            root = _carried(parcel)
            body = _parsed(parcel, VISIBLE)
    except KeyError:
        raise NotAPlan(
            "This Word document carries no plan. Use one that this product made, and save it "
            "as .docx."
        ) from None
    except NotAPlan:
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError,
            ValueError):  # fmt: skip
        raise NotAPlan("The Word document is damaged: it ends too soon or was changed.") from None
    plan = read(root.text or "")
    seen = _flat("".join(str(text) for text in body.itertext(f"{W}t")))
    said = [(one.ref, text) for one in plan.statements for text in _printed(one)]
    said += [(one.section, one.text) for one in plan.none_identified]
    gone = dict.fromkeys(ref for ref, text in said if _flat(text) not in seen)
    return FromWord(plan, tuple(gone))


def _printed(one: Statement) -> tuple[str, ...]:
    """What the document shows of a statement; a placement shows its name and type."""
    return (one.text, one.name, one.type) if isinstance(one, Placement) else (one.text,)


def _carried(parcel: zipfile.ZipFile) -> "etree._Element":
    """Find the plan under our name, or under the one that Word gives the part when it saves."""
    if PART in parcel.namelist():
        return _parsed(parcel, PART)
    for name in [name for name in parcel.namelist() if ITEM.fullmatch(name)][:MOST_ITEMS]:
        root = _parsed(parcel, name)
        if root.tag == f"{{{FORMAT}}}plan":
            return root
    raise KeyError(PART)


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
    """Words without their spaces, quotes straight: Word breaks and curls as it likes."""
    return "".join(text.translate(STRAIGHT).split())
