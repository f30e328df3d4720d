"""Large print: a paper set again for those who read at 18 point and above."""

from dataclasses import replace

from plait.standards.paper import Paper
from plait.standards.paper_blocks import Block, Heading, Pairs, Part, Table, plain

MOST_COLUMNS = 3  # more than this cannot be read across at 18 point


def for_large_print(paper: Paper) -> Paper:
    """Turn each wide table into one list a row, which reads down; all else stays."""
    return replace(paper, blocks=_set_again(paper.blocks, 1))


def _set_again(blocks: tuple[Block, ...], level: int) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            level = block.level
        if isinstance(block, Part):
            found.append(replace(block, blocks=_set_again(block.blocks, level)))
        elif isinstance(block, Table) and len(block.columns) > MOST_COLUMNS:
            found += _in_lists(block, min(level + 1, 6))
        else:
            found.append(block)
    return tuple(found)


def _in_lists(table: Table, level: int) -> list[Block]:
    """Each row as names and values, under its own name where the table names its rows."""
    found: list[Block] = [Heading(table.caption, level)]
    for number, row in enumerate(table.rows, 1):
        pairs = tuple(zip(table.columns, row, strict=True))
        name = plain(row[0]) if table.named_rows else f"{number} / {len(table.rows)}"
        found.append(Heading(name or str(number), min(level + 1, 6)))
        found.append(Pairs(pairs[1:] if table.named_rows else pairs))
    return found
