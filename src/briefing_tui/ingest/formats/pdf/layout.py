"""What stands on a page: pieces of text in one type, the lines that they make, and the pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

SAME_LINE = 0.35
"""Of the type's size: how far two baselines may lie apart on one line."""

TIGHT = 0.12
"""Of the type's size: no space is narrower."""

SUPERSCRIPT = 0.85
"""Of the size of what it stands on: a figure smaller than that and higher is a superscript."""

RAISED = 0.15
"""Of that size: how much higher."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters in one type without a space between them. Lengths are points, upwards from the page's lower edge."""

    text: str
    left: float
    right: float
    base: float
    """The baseline."""
    size: float
    bold: bool = False
    spaced: bool = True
    """Whether a space stands before it."""
    raised: bool = False
    """A superscript: smaller than what it stands on, and higher."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Pieces on one baseline, in the order in which they are read; no two are the same."""

    pieces: tuple[Piece, ...]
    page: int
    """0-based."""
    row: int = 0
    """What the file has drawn in one go on one baseline shares it, however wide the gaps."""
    text: str = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)
    size: float = field(init=False)
    """Of most of its characters; so is the baseline."""
    base: float = field(init=False)

    def __post_init__(self) -> None:
        put, pieces = object.__setattr__, self.pieces
        put(self, "text", words(pieces))
        put(self, "left", min([piece.left for piece in pieces]))
        put(self, "right", max([piece.right for piece in pieces]))
        first = pieces[0]
        same = all(piece.size == first.size and piece.base == first.base for piece in pieces)
        put(self, "size", first.size if same else weighted((p.size, len(p.text)) for p in pieces))
        put(self, "base", first.base if same else weighted((p.base, len(p.text)) for p in pieces))

    @property
    def width(self) -> float:
        """From the left edge to the right."""
        return self.right - self.left

    @property
    def bold(self) -> bool:
        """Whether all of it is bold; a superscript need not be."""
        return all(piece.bold for piece in self.pieces if not piece.raised)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines in the order in which the file draws them."""

    index: int
    """0-based."""
    label: str
    """What the file calls it, where it does; else empty."""
    width: float
    height: float
    lines: tuple[Line, ...]
    turned: tuple[Line, ...] = ()
    """Text at an angle to most of the page's: stamps along the margin, watermarks."""
    pictures: bool = False
    """Whether it has pictures; looked at only where it has no text."""


def settle(last: Piece, piece: Piece) -> Piece:
    """A piece as it stands behind another on its line: a superscript where it is smaller and higher."""
    size = last.size
    if last.raised and not piece.spaced and abs(last.base - piece.base) < 0.1 * size:
        return replace(piece, raised=True) if piece.size < 1.1 * size else piece
    if piece.base - last.base < RAISED * size or piece.size > SUPERSCRIPT * size:
        return piece
    return replace(piece, raised=True)


def is_beside(last: Piece, piece: Piece) -> bool:
    """Whether a piece stands on the line of another; a superscript does."""
    higher, size = piece.base - last.base, max(last.size, piece.size)
    return abs(higher) <= SAME_LINE * size or (
        abs(higher) < 0.6 * size and min(last.size, piece.size) < SUPERSCRIPT * size
    )


def words(pieces: Sequence[Piece]) -> str:
    """The words of some pieces."""
    return "".join(f" {p.text}" if p.spaced and i else p.text for i, p in enumerate(pieces))


def weighted(values: Iterable[tuple[float, float]]) -> float:
    """The value with the greatest weight."""
    totals: dict[float, float] = {}
    for value, weight in values:
        totals[value] = totals.get(value, 0) + weight
    return max(totals, key=totals.__getitem__)
