"""The blocks a paper is made of; each refuses to be made in a way some reader cannot follow."""

from dataclasses import dataclass, field

LINKS = ("https://", "mailto:", "tel:")
PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class NotAPaper(ValueError):
    """A paper that could not be read by everyone; the message says where and how to mend it."""


@dataclass(frozen=True)
class Run:
    """Some words in one manner."""

    text: str
    bold: bool = False
    href: str = ""

    def __post_init__(self) -> None:
        if self.href and not self.href.startswith(LINKS):
            raise NotAPaper(
                f"The link '{self.href}' is not one a paper may hold; "
                "begin it with https://, mailto: or tel:."
            )


Words = str | tuple[Run, ...]


def runs(words: Words) -> tuple[Run, ...]:
    """Give words as runs, whichever way they were written."""
    return (Run(words),) if isinstance(words, str) else words


def plain(words: Words) -> str:
    """Give words without their manner."""
    return "".join(run.text for run in runs(words))


@dataclass(frozen=True)
class Heading:
    """A heading under the title (which is level 1)."""

    words: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    words: Words


@dataclass(frozen=True)
class Listing:
    """A list of points, numbered where their order matters."""

    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under named columns; `named_rows` where the first cell names its row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    named_rows: bool = False

    def __post_init__(self) -> None:
        if not self.caption.strip() or not self.columns or not all(map(str.strip, self.columns)):
            raise NotAPaper("A table needs a caption and a name for each column.")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                raise NotAPaper(
                    f"Row {number} of the table '{self.caption}' has {len(row)} cells "
                    f"for {len(self.columns)} columns; give each column one."
                )


@dataclass(frozen=True)
class Pairs:
    """Names and what each one is, as in "Date of birth: 3 May 2018"."""

    pairs: tuple[tuple[str, Words], ...]


@dataclass(frozen=True)
class Picture:
    """A PNG or JPEG and the words for those who do not see it."""

    data: bytes = field(repr=False)
    alt: str
    width_mm: int = 80

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise NotAPaper("A picture needs words that say what it shows.")
        if not self.kind:
            raise NotAPaper(f"The picture '{self.alt}' is neither PNG nor JPEG; save it as one.")

    @property
    def kind(self) -> str:
        """Say by its first bytes what it is."""
        return next((kind for mark, kind in PICTURES.items() if self.data.startswith(mark)), "")


@dataclass(frozen=True)
class Quotation:
    """Somebody's own words, left as they were said."""

    paragraphs: tuple[Words, ...]
    said_by: str = ""


@dataclass(frozen=True)
class Callout:
    """What must not be missed, in a box with a title of its own."""

    title: str
    paragraphs: tuple[Words, ...]


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Signature:
    """How a letter ends: who answers for it."""

    name: str
    role: str = ""
    closing: str = "Yours sincerely"


@dataclass(frozen=True)
class Part:
    """Blocks that together say one thing the law asks of a letter, named by that thing's id."""

    item: str
    blocks: "tuple[Block, ...]"


Block = (
    Heading | Paragraph | Listing | Table | Pairs | Picture | Quotation | Callout | PageBreak
    | Signature | Part
)  # fmt: skip
