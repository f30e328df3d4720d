"""The checks in order, and what each found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plait.config.doctor import clocks, locks, orphans, settings
from plait.journal import seal
from plait.ui.paper.engine import why_no_pdf

MOST = 50  # of one check; the rest is counted


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it must be, or a note where nothing is broken."""

    check: str
    says: str
    mend: str = ""
    broken: bool = True


Check = Callable[[str], Iterator[tuple[str, str, bool]]]


def _seal(using: str) -> Iterator[tuple[str, str, bool]]:
    for broken in seal.verify(using=using):
        yield (
            f"{broken.day}: {broken.what}",
            "Compare with the backup of that day; tell the data protection lead.",
            True,
        )


def _papers(using: str) -> Iterator[tuple[str, str, bool]]:
    if why := why_no_pdf():
        yield why.rstrip("."), "", False


CHECKS: dict[str, Check] = {
    "clocks": clocks.recomputed,
    "locks": locks.catalogue,
    "matrix": locks.matrix,
    "seal": _seal,
    "orphans": orphans.found,
    "settings": settings.notes,
    "papers": _papers,
}


def examine(*, using: str = "maintenance") -> Iterator[Finding]:
    """Run every check under the role that sees everything."""
    for name, check in CHECKS.items():
        count = 0
        for says, mend, broken in check(using):
            count += 1
            if count <= MOST:
                yield Finding(name, says, mend, broken)
        if count > MOST:
            yield Finding(name, f"{count - MOST:,} more of the same kind")
