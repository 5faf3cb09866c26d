"""What a search reads of an article that it opens."""

from __future__ import annotations

import sqlite3
from array import array
from typing import NamedTuple

from .rows import unpack_blocks
from .schema import DamagedError

_OF_ROW = """\
SELECT id, title, text, folded_title, folded, blocks FROM texts JOIN articles USING (number) WHERE number = ?"""


class Opened(NamedTuple):
    """An article, with its text as it stands and as the index has it."""

    number: int
    id: str
    title: str
    text: str
    folded_title: str
    folded: str
    starts: array[int]
    """Of its blocks, in code points of the text."""
    ends: array[int]
    paragraphs: array[int]
    """The ¶ of each."""


def opened(connection: sqlite3.Connection, number: int) -> Opened:
    """The article of a row.

    Raises:
        DamagedError: where the index names a row that there is not.
    """
    row = connection.execute(_OF_ROW, (number,)).fetchone()
    if row is None:
        raise DamagedError(f"row {number} is missing")
    article, title, text, folded_title, folded, packed = row
    return Opened(number, article, title, text, folded_title or title, folded or text, *unpack_blocks(packed))
