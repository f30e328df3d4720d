"""Split plain text into sentences, in order; a text of one sentence a line gives one a line."""

import re

ABBREVIATED = re.compile(
    r"(?:^|[\s(\"'/])(?:e\.g|i\.e|etc|approx|mr|mrs|ms|dr|prof|st|no|vs|min|mins|hr|hrs|p\.a|p\.w|incl|"
    r"max|wk|a\.m|p\.m|sec|para|art|reg|fig|cf|viz|[a-z])\.$",
    re.IGNORECASE,
)
ENDS = re.compile(r"[.!?]+[\"'’”)\]]*(?=\s)")
NUMBERED = re.compile(r"\s*(?:[-•*–▪◦]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)])\s+")
STOPPED = re.compile(r"[.!?:;][\"'’”)\]]*\s*$")
STARTS_LOW = re.compile(r"\s*[a-z(&]")
WRAPPED_FROM = 40
SLACK = 4


def sentences(text: str) -> list[str]:
    """Every sentence of a plain text, in order."""
    return [one for block in _blocks(text.splitlines()) for one in _split(block)]


def _blocks(lines: list[str]) -> list[str]:
    """Lines joined where a paragraph was wrapped: the next word would not have fitted."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    blocks: list[str] = []
    before = ""
    for line in lines:
        if line.strip() and before and _wrapped(before, line, width):
            blocks[-1] = f"{blocks[-1]} {line.strip()}"
        elif line.strip():
            blocks.append(line.strip())
        before = line.rstrip()
    return blocks


def _wrapped(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before it."""
    if STOPPED.search(before) or NUMBERED.match(line) or not STARTS_LOW.match(line):
        return False
    return len(before) >= WRAPPED_FROM and len(before) + 1 + len(line.split()[0]) > width - SLACK


def _split(block: str) -> list[str]:
    """One block at its full stops, leaving abbreviations, decimals and numbering whole."""
    found: list[str] = []
    numbering = NUMBERED.match(block)
    start = 0
    for stop in ENDS.finditer(block, numbering.end() if numbering else 0):
        after = block[stop.end() :].lstrip()
        if _goes_on(block[start : stop.end()], after):
            continue
        found.append(block[start : stop.end()].strip())
        start = stop.end()
    return [one for one in [*found, block[start:].strip()] if one]


def _goes_on(before: str, after: str) -> bool:
    """Whether the sentence goes on after this stop."""
    if not after:
        return False
    if after[0].islower() or before.count('"') % 2 or before.count("“") > before.count("”"):
        return True
    return bool(ABBREVIATED.search(before)) and not before.lower().endswith(
        ("etc.", "p.m.", "a.m.")
    )
