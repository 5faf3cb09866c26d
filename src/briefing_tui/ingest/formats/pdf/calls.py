"""The numbers in the text that call footnotes: what is clearly one is left out of the quotable text.

Clearly one is a superscript whose number a footnote of its page or the next bears, or that comes in its turn
where at least three do; any other superscript (m², 10⁶) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .layout import SUPERSCRIPT, Line, Piece

FEWEST = 3
"""Superscripts that count 1, 2, 3 … make notes at the end of the document."""

_NUMBERS = re.compile(r"[\d,;–*†‡§¶\[\]()-]+\Z")


def find_calls(lines: Iterable[Line], marks: Mapping[int, set[str]]) -> set[Piece]:
    """The pieces that call notes.

    Args:
        lines: of the text, in reading order.
        marks: of the notes, by page.
    """
    calls: set[Piece] = set()
    counted: list[Piece] = []
    size = 0.0
    for line in lines:
        for piece in line.pieces:
            if not _is_superscript(piece, size, alone=len(line.pieces) == 1) or not _NUMBERS.match(piece.text):
                continue
            bare = piece.text.strip("[](),;")
            if bare in marks.get(line.page, ()) or bare in marks.get(line.page + 1, ()):
                calls.add(piece)
            elif bare == str(len(counted) + 1):
                counted.append(piece)
        size = line.size
    return calls | (set(counted) if len(counted) >= FEWEST else set())


def _is_superscript(piece: Piece, size: float, *, alone: bool) -> bool:
    """Whether a piece is one: also one that did not fit on its line and stands alone on the next."""
    return piece.raised or (alone and piece.size <= SUPERSCRIPT * size)
