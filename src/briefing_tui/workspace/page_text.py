"""The pages of a finished PDF as text: each line where it stands on the page, columns side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import FormatError
from ..support.text_files import MIB, read_bytes

LIMIT = 256 * MIB
"""Bytes of a PDF that is shown."""
CELLS = 124
"""Cells in which the width of a page is thought: about the letters of a line of its smallest text."""
TOUCHING, WIDE = 1.2, 8.0
"""Points between two runs of a line: up to the first they are one word, from the second on they stand apart."""
ROOM = 0.9
"""Heights of a line between two lines from which an empty one is shown."""
_SOFT = "\ufffe"
"""What the library gives for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text on a page."""

    left: float
    bottom: float
    right: float
    top: float
    text: str


def page_texts(file: Path, cells: int = CELLS) -> tuple[tuple[str, ...], ...]:
    """The lines of each page.

    Args:
        file: a PDF.
        cells: the width of a page.

    Raises:
        FormatError: where it is no PDF that can be read.
        NotFoundError, StorageError: where the file cannot be read.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(read_bytes(file, limit=LIMIT))
    except pypdfium2.PdfiumError as error:
        raise FormatError("this is no PDF that can be shown", file=str(file), hint="compile it again") from error
    try:
        return tuple(_at_the_edge([*_lines(page, cells)]) for page in document)
    except pypdfium2.PdfiumError as error:
        raise FormatError("a page of it cannot be shown", file=str(file), hint="compile it again") from error
    finally:
        document.close()


def page_picture(file: Path, number: int, width: int) -> tuple[int, int, bytes]:
    """A page as a picture: width, height, and three bytes a point.

    Args:
        file: a PDF.
        number: of the page, from 1.
        width: points across.

    Raises:
        FormatError: where it is no PDF that can be read, or has no such page.
        NotFoundError, StorageError: where the file cannot be read.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(read_bytes(file, limit=LIMIT))
        try:
            page = document[number - 1]
            drawn = page.render(scale=width / page.get_width(), rev_byteorder=True)
        finally:
            document.close()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise FormatError("this page cannot be shown", file=str(file), hint="compile it again") from error
    data = bytes(drawn.buffer)
    across = drawn.width * 3
    if drawn.n_channels != 3:
        raise FormatError("this page cannot be shown as a picture", file=str(file), hint="read it as text")
    rows = (data[at : at + across] for at in range(0, drawn.height * drawn.stride, drawn.stride))
    return drawn.width, drawn.height, b"".join(rows)


def _lines(page: Any, cells: int) -> Iterator[str]:
    """The lines of a page, with an empty one where there is room for one."""
    width = page.get_width()
    before: float | None = None
    for row in _rows(_pieces(page)):
        bottom, top = min(p.bottom for p in row), max(p.top for p in row)
        if before is not None and before - top > ROOM * max(1.0, top - bottom):
            yield ""
        yield _line(row, width, cells)
        before = bottom


def _pieces(page: Any) -> list[_Piece]:
    text = page.get_textpage()
    found = []
    for n in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(n)
        said = " ".join(text.get_text_bounded(left, bottom, right, top).replace(_SOFT, "-").split())
        if said:
            found.append(_Piece(left, bottom, right, top, said))
    return found


def _rows(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that stand in one line, from the top; a raised figure stands in the line that it belongs to."""
    row: list[_Piece] = []
    for piece in sorted(pieces, key=lambda p: (-(p.top + p.bottom), p.left)):
        if row and not any(_beside(piece, other) for other in row):
            yield sorted(row, key=lambda p: p.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda p: p.left)


def _beside(one: _Piece, other: _Piece) -> bool:
    """Whether two pieces overlap in height by a third of the smaller one."""
    common = min(one.top, other.top) - max(one.bottom, other.bottom)
    return common > min(one.top - one.bottom, other.top - other.bottom) / 3


def _line(row: Sequence[_Piece], width: float, cells: int) -> str:
    line, end = "", 0.0
    for piece in row:
        between = piece.left - end
        column = round(piece.left / width * cells) if width else 0
        if not line or between > WIDE:
            line += " " * max(column - len(line), 2 if line else 0)
        elif between > TOUCHING and not line.endswith(" "):
            line += " "
        line += piece.text
        end = piece.right
    return line.rstrip()


def _at_the_edge(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines without the margin that all have."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return tuple(line[margin:] for line in lines)
