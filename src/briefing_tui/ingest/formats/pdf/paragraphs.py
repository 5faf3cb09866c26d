"""Paragraphs from rows: where one ends and the next begins, over columns and pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from ...joining import SENTENCE_END
from .edges import Edges
from .hyphens import HYPHENS
from .layout import SUPERSCRIPT, Line, weighted
from .rows import Row

LARGER = 1.12
"""Of the text's size: a heading is set larger, or bold."""

INDENT = 0.6
"""Of the type's size: what begins further to the right is indented."""

BULLET = re.compile(r"[•◦▪▫‣·●○■□➢➤✓\uf0b7\uf0a7]\s*(?=\S)")
_MARKER = re.compile(r"(?:[-–—*]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivx]{1,5}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class Style:
    """The type that most of a document is set in."""

    size: float
    bold: bool
    leading: dict[float, float]
    """By size, the usual distance of two baselines."""

    def is_display(self, line: Line) -> bool:
        """Whether a line is set as headings are."""
        return line.size >= LARGER * self.size or (line.bold and not self.bold and line.size > 0.9 * self.size)

    def distance(self, size: float) -> float:
        """The usual distance of two baselines in that size."""
        return self.leading.get(size, 1.3 * size)


@dataclass(frozen=True, slots=True)
class Draft:
    """Rows that belong together."""

    rows: tuple[Row, ...]
    opens: bool = False
    """Whether it is the first of its column."""
    full: bool = False
    """Whether its last line is: the next word would not have fitted."""
    indented: bool = False
    kind: str = ""
    """Of furniture."""
    table: bool = False
    gap: float = 0.0
    """The distance to the row above."""

    @property
    def first(self) -> Line:
        """The first line."""
        return self.rows[0].line

    @property
    def last(self) -> Line:
        """The last line."""
        return self.rows[-1].line


def style_of(rows: Sequence[Row]) -> Style:
    """The type of most characters, and the leading by size."""
    lines = [row.line for row in rows]
    size = weighted((line.size, len(line.text)) for line in lines)
    bold = weighted((line.bold, len(line.text)) for line in lines if line.size == size)
    gaps: dict[float, Counter[float]] = defaultdict(Counter)
    for (a, above), (b, under) in pairwise(zip(rows, lines, strict=True)):
        if a.column == b.column and above.size == under.size and 0 < above.base - under.base < 3 * above.size:
            gaps[above.size][round((above.base - under.base) * 2) / 2] += 1
    return Style(size, bool(bold), {size: _usual(counts) for size, counts in gaps.items()})


def _usual(gaps: Counter[float]) -> float:
    """The smallest distance that is common."""
    most = max(gaps.values())
    return min(gap for gap, count in gaps.items() if count * 4 >= most)


def drafts_of(rows: Sequence[Row], style: Style, edges: Edges) -> Iterator[Draft]:
    """The paragraphs, headings and tables of a page, not yet joined over columns."""
    for _, group in groupby(rows, key=lambda row: row.column):
        column = list(group)
        current: list[Row] = []
        above: Row | None = None
        gap = 0.0
        for index, row in enumerate(column):
            following = column[index + 1] if index + 1 < len(column) else None
            if current and _breaks(current, row, following, style, edges):
                yield _draft(current, above, gap, edges)
                above = current[-1]
                gap = above.line.base - row.line.base
                current = []
            current.append(row)
        yield _draft(current, above, gap, edges)


def _draft(rows: list[Row], above: Row | None, gap: float, edges: Edges) -> Draft:
    first = rows[0]
    left = edges.left(first)
    return Draft(
        tuple(rows),
        opens=above is None,
        full=not edges.is_short(rows[-1], None),
        indented=first.line.left - left > INDENT * first.line.size,
        gap=gap,
    )


def _breaks(current: Sequence[Row], row: Row, following: Row | None, style: Style, edges: Edges) -> bool:
    """Whether a row begins a new paragraph after those before it."""
    above, line = current[-1].line, row.line
    gap = above.base - line.base
    if line.size < SUPERSCRIPT * above.size and line.text.isdigit() and 0 < gap < 1.5 * above.size:
        return False  # the number of a note that did not fit on the line
    if abs(above.size - line.size) > 0.05 * above.size + 0.2 or gap <= 0:
        return True
    if style.is_display(above) and style.is_display(line):
        return gap > 1.7 * line.size or above.bold != line.bold
    usual = style.distance(line.size)
    if gap > max(1.3 * usual, usual + 0.25 * line.size) or style.is_display(above) != style.is_display(line):
        return not (gap <= 1.3 * usual and _is_run_on(above, line, edges.is_short(current[-1], row)))
    if above.text[-1] in HYPHENS and line.text[0].islower():
        return False
    short, ended = edges.is_short(current[-1], row), bool(SENTENCE_END.search(above.text))
    if BULLET.match(line.text):
        return True
    item = is_item(current[0].line.text)
    if _MARKER.match(line.text) and (short or ended or item) and line.left <= current[0].line.left + INDENT * line.size:
        return True
    shift = line.left - above.left
    if shift > INDENT * line.size:
        if len(current) == 1 and item:
            return False
        stays = following is not None and abs(following.line.left - line.left) < INDENT * line.size
        return short or ended or not stays
    if shift < -INDENT * line.size and len(current) > 1:
        return True
    return short


def is_item(text: str) -> bool:
    """Whether a line begins with the mark of a list item."""
    return bool(BULLET.match(text) or _MARKER.match(text))


def _is_run_on(above: Line, line: Line, short: bool) -> bool:
    """Whether emphasis only happens to fill one of two lines of a sentence."""
    same = above.pieces[-1].bold == line.pieces[0].bold and abs(above.size - line.size) < 0.2
    return same and not short


def join_drafts(drafts: Sequence[Draft], edges: Edges) -> list[Draft]:
    """Join paragraphs over the ends of columns and pages, and over what stands between."""
    joined: list[Draft] = []
    open_at: int | None = None
    for draft in drafts:
        if draft.kind or draft.table:
            joined.append(draft)
            continue
        if open_at is not None and draft.opens and _goes_on(joined[open_at], draft, edges):
            before = joined[open_at]
            joined[open_at] = replace(before, rows=before.rows + draft.rows, full=draft.full)
        else:
            joined.append(draft)
            open_at = len(joined) - 1
    return joined


def _goes_on(draft: Draft, following: Draft, edges: Edges) -> bool:
    """Whether a paragraph goes on in the next column."""
    last, first = draft.last, following.first
    if abs(last.size - first.size) > 0.5 or last.bold != first.bold or is_item(first.text):
        return False
    if last.text[-1] in HYPHENS and first.text[0].islower():
        return True
    ended = bool(SENTENCE_END.search(last.text))
    if not ended and first.text[0].islower():
        return True
    full = not edges.is_short(draft.rows[-1], following.rows[0])
    return full and not following.indented and (not ended or len(draft.rows) > 1)
