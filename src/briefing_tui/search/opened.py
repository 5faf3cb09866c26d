"""What a search reads of an article that it opens, and of those that it shows."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from .rows import unpack_blocks
from .schema import DamagedError

_OF_ROW = "SELECT title, text, folded_title, folded, blocks FROM texts WHERE number = ?"
_IDS = "SELECT number, id FROM articles WHERE number IN (SELECT value FROM json_each(?))"


class Opened(NamedTuple):
    """An article, with its text as it stands and as the index has it."""

    number: int
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
    title, text, folded_title, folded, packed = row
    return Opened(number, title, text, folded_title or title, folded or text, *unpack_blocks(packed))


def ids(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The ids of the articles of some rows, by their numbers.

    Raises:
        DamagedError: where there is not one of them.
    """
    wanted = dict.fromkeys(numbers)
    found = dict(connection.execute(_IDS, (json.dumps(list(wanted)),)).fetchall())
    if len(found) < len(wanted):
        raise DamagedError(f"{len(wanted) - len(found)} rows are missing")
    return found
