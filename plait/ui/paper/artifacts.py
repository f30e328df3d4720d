"""What stands in the margin of each page is not read out: page numbers become artifacts.

WeasyPrint marks a page's footer as content, but leaves it out of the order in which a reader goes.
PDF/UA-1 (7.1) wants each piece to be one or the other.
"""

from typing import Any

import pydyf


def margins_are_artifacts(document: Any, pdf: pydyf.PDF) -> None:
    """Mark as artifact whatever the structure does not reach; a finisher for `write_pdf`."""
    read_out = _reached(pdf)
    tree = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    pages = [_at(pdf, ref) for ref in _references(pdf.pages["Kids"])]
    for number, page in enumerate(pages):
        owners = tree[2 * number + 1]
        unread = {mcid for mcid, ref in enumerate(owners) if _number(ref) not in read_out}
        for mcid in unread:
            owners[mcid] = "null"
        _unmark(_at(pdf, page["Contents"]).stream, unread)


def _reached(pdf: pydyf.PDF) -> set[int]:
    """Give the numbers of the elements that lie under the root of the structure."""
    found: set[int] = set()
    waiting = list(_at(pdf, pdf.catalog["StructTreeRoot"])["K"])
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, int) or _number(kid) in found:
            continue
        found.add(_number(kid))
        waiting += _at(pdf, kid).get("K", ())
    return found


def _unmark(stream: list[Any], unread: set[int]) -> None:
    for place, word in enumerate(stream):
        if word == b"BDC" and stream[place - 1]["MCID"] in unread:
            stream[place - 2 : place + 1] = ["/Artifact", b"", b"BMC"]


def _references(kids: Any) -> list[bytes]:
    """Page kids lie flat: number, generation, R, and so on."""
    return [b"%d 0 R" % number for number in kids[::3]]


def _number(reference: Any) -> int:
    return int(reference.split()[0])


def _at(pdf: pydyf.PDF, reference: Any) -> Any:
    return pdf.objects[_number(reference)]
