"""Lines of a list as pieces of text with a role; measured in cells, harmless whatever the text holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from ..model.display import display_text

ROLES = ("plain", "dim", "strong", "accent", "hit", "good", "warn", "bad")
"""What a piece of a line can be; a theme gives each its looks, and none is known by its colour alone."""

_BLOCK, _WORD = re.compile(r"[^\n]+"), re.compile(r"\S+")


class Piece(NamedTuple):
    """A run of characters of one role."""

    text: str
    role: str = "plain"


Line = tuple[Piece, ...]


def line(*pieces: str | Piece) -> Line:
    """A line of pieces; bare text is plain."""
    return tuple(piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces)


def plain(pieces: Line) -> str:
    """The characters of a line."""
    return "".join(piece.text for piece in pieces)


def harmless(text: str) -> str:
    """Text that does nothing to a terminal: controls become spaces, bidi and other format characters go."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_harmless(character) for character in text)


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return "" if category == "Cf" and character not in "\u200c\u200d" else character


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Text in exactly `width` cells: padded, or cut with an ellipsis."""
    text = harmless(text)
    cells = cell_len(text)
    if cells > width:
        return set_cell_size(set_cell_size(text, max(0, width - 1)).rstrip(" …") + "…", width) if width > 0 else ""
    padding = " " * (width - cells)
    return padding + text if right else text + padding


def quoted(text: str) -> str:
    """A text between single quotation marks, or double ones where it begins or ends with a single one itself."""
    opening, closing = "“”" if text.startswith(("‘", "'")) or text.endswith(("’", "'")) else "‘’"
    return f"{opening}{text}{closing}"


def cut(text: str, width: int) -> str:
    """Text in at most `width` cells, cut with an ellipsis."""
    text = harmless(text)
    return fit(text, width).rstrip() if cell_len(text) > width else text


def trim(pieces: Iterable[Piece], width: int) -> Line:
    """A line in at most `width` cells."""
    kept: list[Piece] = []
    left = width
    for piece in pieces:
        text = harmless(piece.text)
        cells = cell_len(text)
        if cells > left:
            kept.append(Piece(cut(text, left), piece.role))
            break
        kept.append(Piece(text, piece.role))
        left -= cells
    return tuple(kept)


def wrap(text: str, width: int) -> list[str]:
    """Text broken at spaces into lines of at most `width` cells; a longer word is broken where it must be."""
    width = max(1, width)
    return [part for block in text.split("\n") for part in _wrapped(harmless(block).split(), width)] or [""]


def _wrapped(words: Iterable[str], width: int) -> Iterator[str]:
    current, cells = "", 0
    for word in words:
        for part in _broken(word, width):
            size = cell_len(part)
            if current and cells + 1 + size > width:
                yield current
                current, cells = part, size
            elif current:
                current, cells = f"{current} {part}", cells + 1 + size
            else:
                current, cells = part, size
    if current:
        yield current


def _broken(word: str, width: int) -> Iterator[str]:
    while cell_len(word) > width:
        head = set_cell_size(word, width).rstrip(" ") or word[0]
        yield head
        word = word[len(head) :]
    if word:
        yield word


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Where lines of at most `width` cells begin and end when a harmless text is broken at white space: offsets."""
    found: list[tuple[int, int]] = []
    width, size = max(1, width), len if text.isascii() else cell_len
    for block in _BLOCK.finditer(text):
        start = end = cells = -1
        for word in _WORD.finditer(text, *block.span()):
            at = word.start()
            for part in (word.group(),) if size(word.group()) <= width else _broken(word.group(), width):
                cells += size(text[end:at]) + size(part)
                if start < 0 or at == end or cells > width:
                    found += [(start, end)] if start >= 0 else []
                    start, cells = at, size(part)
                end = at = at + len(part)
        found += [(start, end)] if start >= 0 else []
    return found


def flowed(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Pieces broken at white space into lines of at most `width` cells; a word of several pieces stays whole."""
    shown = [Piece(display_text(piece.text), piece.role) for piece in pieces]
    ends = list(accumulate(len(piece.text) for piece in shown))
    lines = []
    for start, end in breaks("".join(piece.text for piece in shown), width):
        parts = []
        for piece, until in zip(shown, ends, strict=True):
            begin = until - len(piece.text)
            if begin < end and until > start:
                parts.append(Piece(piece.text[max(0, start - begin) : end - begin], piece.role))
        lines.append(tuple(parts))
    return lines
