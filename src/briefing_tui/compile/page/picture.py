"""The timeline: marks in an SVG, labels as text over it, which every script is shaped in. Pure.

No script, nothing from outside, no colour that print in black and white would lose. Each source stands in a row of its
own or beside others, wherever its mark and its label have room.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count, pairwise

from ..document.timeline import LONGEST, Moment, Timeline
from ..languages.scripts import printable
from ..languages.shortening import shortened
from .markup import plain

WIDTH = 434.0
"""Points: from where numbers hang to where wide parts end."""
ROW = 10.5
MOST = 62
"""Rows that a page has room for."""
SIZE = 7.0
"""Of the letters."""
_GAP = 3.5
"""Between a mark and its label."""
_APART = 8.0
"""Between a label and what follows it in its row."""
_DOT = 2.3
_BAR = 4.0
_CLEAR = 1.5
"""Between the lowest row and the axis."""
_FOOT = 16.5
"""Below the rows, for the axis."""
_NARROW = frozenset("iljtfrI.,:;'’!|()[]-· ")


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the mark and the label of a source are."""

    moment: Moment
    row: int
    left: float
    right: float
    """Of the mark."""
    text: str
    at: float
    """Where the label begins."""
    width: float
    """That it has room for."""
    above: bool = False
    """Whether it stands in the row over the mark's, as it has no room beside it."""


@dataclass(frozen=True, slots=True)
class _Words:
    """A text over the picture."""

    text: str
    start: float
    """Points from where the picture begins."""
    top: float
    """As a share of its height."""
    end: float | None = None
    """Points from where it ends, for a text that ends there."""

    def html(self, sides: tuple[str, str]) -> str:
        """It at its place, by the sides at which the picture begins and ends."""
        begins, ends = sides
        side = f"{begins}: {self.start / WIDTH:.4%}" if self.end is None else f"{ends}: {self.end / WIDTH:.4%}"
        return f'<span class="label" style="{side}; top: {self.top:.4%}">{plain(self.text)}</span>'


def draw(given: Timeline, *, rtl: bool = False) -> str:
    """The picture; empty where there is no timeline, or more of it than a page holds.

    Args:
        given: the sources in time.
        rtl: whether time runs from right to left, as the document does.
    """
    places = place(given)
    if not 0 <= max((p.row for p in places), default=-1) < MOST:
        return ""
    height = (max(p.row for p in places) + 1) * ROW + _CLEAR
    whole = height + _FOOT - _CLEAR
    lines = "".join((*_axis(given, height), *map(_mark_of, places)))
    lines = f'<g transform="matrix(-1 0 0 1 {WIDTH:g} 0)">{lines}</g>' if rtl else lines
    sides = ("right", "left") if rtl else ("left", "right")
    words = (*_dates(given, height, whole), *(_label_of(p, whole) for p in places))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH:g} {whole:g}" color="#1a1d21">'
        f"<title>{_text(given.said)}</title>{lines}</svg>{''.join(one.html(sides) for one in words)}"
    )


def place(given: Timeline) -> tuple[Placed, ...]:
    """Give each source the first row in which nothing is in its way."""
    rows: list[list[tuple[float, float]]] = []

    def is_free(row: int, start: float, end: float) -> bool:
        return row >= len(rows) or all(end + _APART <= a or b + _APART <= start for a, b in rows[row])

    def take(row: int, start: float, end: float) -> None:
        while len(rows) <= row:
            rows.append([])
        rows[row].append((start, end))

    result = []
    for moment in given.moments:
        left, right = _mark(moment, given.ticks)
        text = printable(moment.label)
        if _label(left, right, measured(text))[1]:  # no room for all of it on either side
            text = shortened(text, LONGEST)
        width = measured(text)
        at, above = _label(left, right, width)
        spans = [(left, right), (at, at + width)] if above else [(min(left, at), max(right, at + width))]
        first = len(spans) - 1
        row = next(r for r in count(first) if all(is_free(r - n, *span) for n, span in enumerate(spans)))
        for n, span in enumerate(spans):
            take(row - n, *span)
        result.append(Placed(moment, row, left, right, text, at, width, above))
    return tuple(result)


def measured(text: str) -> float:
    """The width that a text has at most."""
    return SIZE * sum(map(_advance, text))


def _advance(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    if char in _NARROW:
        return 0.4
    if char in "mwMW@%—…" or char.isupper():
        return 0.8 if char not in "mwMW@%—…" else 0.98
    return 0.63


def _label(left: float, right: float, width: float) -> tuple[float, bool]:
    """Where a label begins: after its mark, else before it, else over it."""
    if right + _GAP + width <= WIDTH:
        return right + _GAP, False
    if left - _GAP - width >= 0:
        return left - _GAP - width, False
    return max(0.0, min(left, WIDTH - width)), True


def _mark(moment: Moment, ticks: Sequence[tuple[int, str]]) -> tuple[float, float]:
    """From where to where a mark goes: a dot, or all of the month or the year that is stated."""
    left = _x(moment.start, ticks)
    return (left - _DOT, left + _DOT) if moment.exact else (left, max(_x(moment.end, ticks), left + _BAR))


def _x(day: int, ticks: Sequence[tuple[int, str]]) -> float:
    first, last = ticks[0][0], ticks[-1][0]
    return round(_DOT + (WIDTH - 2 * _DOT) * (day - first) / max(1, last - first), 2)


def _axis(given: Timeline, height: float) -> Iterator[str]:
    yield f'<path d="M0 {height:g}H{WIDTH:g}" stroke="currentColor" stroke-width=".6"/>'
    for day, _ in given.ticks:
        x = _x(day, given.ticks)
        yield f'<path d="M{x:g} 0V{height + 2.5:g}" stroke="#d7dce1" stroke-width=".5"/>'


def _dates(given: Timeline, height: float, whole: float) -> Iterator[_Words]:
    """The dates under the axis: all, or where they have no room every second, every third."""
    spans = [_date_span(_x(day, given.ticks), measured(name)) for day, name in given.ticks]
    step = next(n for n in count(1) if all(a[1] + _GAP <= b[0] for a, b in pairwise(spans[::n])))
    for (_, name), (start, end) in zip(given.ticks[::step], spans[::step], strict=True):
        yield _Words(name, start, (height + 2.8) / whole, 0.0 if end == WIDTH else None)


def _date_span(x: float, width: float) -> tuple[float, float]:
    """From where to where a date goes: with its middle at its mark, and not over the ends of the axis."""
    start = 0.0 if x < width / 2 else min(x - width / 2, WIDTH - width)
    return start, WIDTH if x + width / 2 > WIDTH else start + width


def _mark_of(placed: Placed) -> str:
    moment, middle = placed.moment, placed.row * ROW + ROW / 2
    look = 'fill="none" stroke="currentColor" stroke-width=".9"' if moment.inferred else 'fill="currentColor"'
    inner = 0.45 if moment.inferred else 0.0
    if moment.exact:
        x = (placed.left + placed.right) / 2
        return f'<circle cx="{x:g}" cy="{middle:g}" r="{_DOT - inner:g}" {look}/>'
    width = placed.right - placed.left - 2 * inner
    return (
        f'<rect x="{placed.left + inner:g}" y="{middle - _BAR / 2 + inner:g}" width="{width:g}" '
        f'height="{_BAR - 2 * inner:g}" {look}/>'
    )


def _label_of(placed: Placed, whole: float) -> _Words:
    """The label: one before its mark ends there, any other begins at its place."""
    before = placed.at < placed.left and not placed.above
    top = (placed.row - placed.above) * ROW / whole
    return _Words(placed.text, placed.at, top, WIDTH - placed.at - placed.width if before else None)


def _text(text: str) -> str:
    return escape(printable(text), quote=False)
