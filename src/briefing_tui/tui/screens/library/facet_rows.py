"""Rows of the facets: a heading for each, its values with how many articles have them, a mark where one is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ....model import Facet, Filter, Filters, Theme
from ....model.filters import ANY_BRIEF, MARKED, NO_BRIEF, READ, THIS_BRIEF, UNDATED, UNREAD
from ....model.theme import tree
from ...lines import Line, Piece, fit, harmless, line

Counted = Sequence[tuple[str, int]]
"""The values of a facet, each with how many articles have it."""

YOURS = (Facet.READING, Facet.MARK, Facet.PINNED)
ORDER = (
    *YOURS,
    Facet.THEME,
    Facet.YEAR,
    Facet.OUTLET,
    Facet.AUTHOR,
    Facet.SPEAKER,
    Facet.GENRE,
    Facet.LANGUAGE,
    Facet.TEXT,
)
FIXED = (UNREAD, READ, MARKED, THIS_BRIEF, ANY_BRIEF, NO_BRIEF)
"""The values of what is a person's own, in their order."""
FEW = 7
"""Values of a facet that are listed at first, if there are more than one besides."""
MOST = 500
"""Values of a facet that are listed at most: letters find the others."""
CHOSEN, MORE = "✓", "…"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a heading, a value, or that there are more values."""

    facet: Facet
    text: str
    value: str | None = None
    """`None` for a heading, and where it stands for all that is not listed."""
    count: int | None = None
    depth: int = 0
    chosen: bool = False
    more: bool = False

    @property
    def key(self) -> str:
        """Differs from that of every other row."""
        if self.value is not None:
            return f"{self.facet}={self.value}"
        return f"{self.facet}{MORE if self.more else ''}"


@dataclass(frozen=True)
class FacetRows:
    """All facets and their values."""

    counts: Mapping[Facet, Counted]
    filters: Filters = Filters()
    themes: Sequence[Theme] = ()
    whole: frozenset[Facet] = frozenset()
    """Facets of which every value is listed."""
    words: str = ""
    """Letters that a value must have to be listed."""

    @cached_property
    def rows(self) -> Sequence[Row]:
        """What is listed."""
        found: list[Row] = []
        for facet in ORDER:
            rows = list(self._of(facet))
            heading = "yours" if facet in YOURS else facet.word
            if rows and not any(row.value is None and row.text == heading for row in found):
                found.append(Row(facet, heading))
            found += rows
        return found

    def _of(self, facet: Facet) -> Iterator[Row]:
        values = self._values(facet)
        if self.words:
            wanted = self.words.casefold().split()
            values = [one for one in values if all(word in one[0].casefold() for word in wanted)]
        chosen = self.filters.chosen(facet)
        few = facet in self.whole or self.words or facet in (*YOURS, Facet.THEME) or len(values) <= FEW + 1
        listed = values if few else [*values[:FEW], *(one for one in values[FEW:] if one[1] in chosen)]
        for text, value, count, depth in listed[:MOST]:
            yield Row(facet, text, value, count, depth, value in chosen)
        if left := len(values) - len(listed[:MOST]):
            yield Row(facet, f"{left} more", more=True)

    def _values(self, facet: Facet) -> list[tuple[str, str, int, int]]:
        """What each value is called, the value, how many articles have it, and how deep it stands."""
        counts = dict(self.counts.get(facet, ()))
        counts |= {value: counts.get(value, 0) for value in self.filters.chosen(facet)}
        found = []
        if facet is Facet.THEME:
            themes = tree(self.themes)
            found = [(t.pref_label or t.id, t.id, counts.pop(t.id, 0), depth) for t, depth in themes]
        ordered = sorted(counts, key=_by_year, reverse=True) if facet is Facet.YEAR else counts
        if facet in YOURS:  # in one order, whatever the numbers: few, and found where they were the last time
            return [(facet.say(value), value, counts[value], 0) for value in sorted(ordered, key=FIXED.index)]
        return found + [(value, value, counts[value], 0) for value in ordered]

    def __len__(self) -> int:
        return len(self.rows)

    def key(self, index: int) -> str:
        """The facet, and the value if it is one's row."""
        return self.rows[index].key

    def row(self, key: str) -> Row | None:
        """The row with a key."""
        return next((row for row in self.rows if row.key == key), None)

    def condition(self, key: str) -> Filter | None:
        """The condition that a value's row stands for."""
        row = self.row(key)
        return Filter(row.facet, row.value) if row is not None and row.value is not None else None

    def line(self, index: int, width: int) -> Line:
        """A mark, the value, how many articles have it."""
        row = self.rows[index]
        if row.value is None:
            if row.more:
                return line(Piece(fit(f"  {MORE} {row.text}", width), "dim"))
            return line(Piece(fit(row.text.capitalize(), width), "strong"))
        number = f" {row.count:>5}"
        name = "  " * row.depth + harmless(row.text)
        role = "strong" if row.chosen else "plain" if row.count else "dim"
        return line(
            Piece(f"{CHOSEN if row.chosen else ' '} ", "accent"),
            Piece(fit(name, max(0, width - 2 - len(number))), role),
            Piece(number, "dim"),
        )

    def opened(self, index: int, width: int) -> Sequence[Line]:  # noqa: ARG002 - the protocol's
        """Nothing more."""
        return ()


def _by_year(value: str) -> tuple[bool, str]:
    """What has no date comes behind all years."""
    return value != UNDATED, value
