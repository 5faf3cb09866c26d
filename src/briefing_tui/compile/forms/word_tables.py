"""Tables as pandoc's tree, whose columns are as wide as their words ask for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..document.tables import Table
from ..languages.scripts import EAST_ASIAN
from .word_directions import Node
from .word_nodes import words

LINE = 92
"""Letters of a line across the page, at the size of a table."""
_LONGEST = 40
"""Letters for which a column is widened, where there is room."""
_ROOM = 2
"""Letters between two columns."""
_WORD = re.compile(rf"{EAST_ASIAN.pattern[:-1]}|(?:(?!{EAST_ASIAN.pattern[:-1]})[\S\u00a0])+")
"""What no line breaks: between letters of East Asia it may."""
_NUMBER = re.compile(r" (?=\(\d+\)$)")
"""Before a number that belongs to the word in the head of a column."""


def table(given: Table) -> Node:
    """A table whose first column is the head of its rows."""
    given = replace(given, head=tuple(_NUMBER.sub("\u00a0", head) for head in given.head))
    columns = [
        [{"t": "AlignRight" if isinstance(cell, int) else "AlignLeft"}, {"t": "ColWidth", "c": width}]
        for cell, width in zip(given.rows[0], shares(given), strict=True)
    ]

    def row(cells: Sequence[str | int]) -> list[Any]:
        plain: Node = {"t": "AlignDefault"}
        return [["", [], []], [[["", [], []], plain, 1, 1, [{"t": "Plain", "c": words(str(c))}]] for c in cells]]

    caption = [None, [{"t": "Plain", "c": words(given.caption)}] if given.caption else []]
    body = [["", [], []], 1, [], [row(cells) for cells in given.rows]]
    none = ["", [], []]
    return {"t": "Table", "c": [none, caption, columns, [none, [row(given.head)]], [body], [none, []]]}


def shares(given: Table) -> list[float]:
    """The shares of the columns in the width of a table: none is narrower than its longest word, if there is room."""
    columns = [[str(cell) for cell in column] for column in zip(given.head, *given.rows, strict=True)]
    needed = [max(map(_width, _WORD.findall(" ".join(column))), default=0) + _ROOM for column in columns]
    wanted = [min(max(map(_width, column)), _LONGEST) + _ROOM for column in columns]
    left = max(0, LINE - sum(needed))
    more = [max(0, want - need) for want, need in zip(wanted, needed, strict=True)]
    if not any(more):
        more = [1] * len(more)
    widths = [need + left * extra / sum(more) for need, extra in zip(needed, more, strict=True)]
    return [width / sum(widths) for width in widths]


def _width(text: str) -> int:
    """Letters; one of East Asia is as wide as two of others."""
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text)
