"""Tables as values: every form of the document prints the same one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing_tui.model import Article, naming

from ..languages.wording import Wording

WIDEST = 8
"""Columns of outlets; those with least on the themes are summed up in the last one."""
ROOM = 76
"""Letters of the longest words in the heads of the columns that a line has room for: none is broken."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first cell of each row is its head, and a number is a count that can be drawn as a bar."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str | int, ...], ...] = ()
    caption: str = ""
    comma: str = ", "
    """Between counts in a line, where there is no room for a table."""
    label: str = "{}:"
    """How the language has the head of such a line, with its colon."""

    @property
    def most(self) -> int:
        """The largest count but for those of the last column, which is their sum."""
        return max((cell for row in self.rows for cell in row[:-1] if isinstance(cell, int)), default=0)


NO_TABLE = Table()


def coverage(articles: Sequence[Article], themes: Mapping[str, Mapping[str, int]], words: Wording) -> Table:
    """How many paragraphs each outlet has on each theme.

    Args:
        articles: those that are cited.
        themes: by the id of an article, the paragraphs that are on a theme, by its label.
        words: of the briefing's language.

    Returns:
        a table, the themes with most paragraphs first; an empty one where no article is on any theme.
    """
    counts: dict[str, dict[str, int]] = {}
    outlets: dict[str, int] = {}
    for article in articles:
        outlet = naming.outlet(article.metadata) or words("no-outlet")
        for theme, number in themes.get(article.id, {}).items():
            row = counts.setdefault(theme, {})
            row[outlet] = row.get(outlet, 0) + number
            outlets[outlet] = outlets.get(outlet, 0) + number
    if not counts:
        return NO_TABLE
    ranked = sorted(outlets, key=lambda outlet: -outlets[outlet])
    shown = _shown(ranked, words("others"))
    own, rest = ranked[:shown], ranked[shown:]
    rows: list[tuple[str | int, ...]] = []
    for theme, row in sorted(counts.items(), key=lambda entry: -sum(entry[1].values())):
        cells = [row.get(outlet, 0) for outlet in own]
        others = [sum(row.get(outlet, 0) for outlet in rest)] if rest else []
        rows.append((theme, *cells, *others, sum(row.values())))
    summed = [f"{words('others')} ({len(rest)})"] if rest else []
    return Table(
        (words("theme"), *own, *summed, words("all")),
        tuple(rows),
        words("coverage-about"),
        comma=words.terms.several,
        label=words("label", label="{}"),
    )


def _shown(outlets: Sequence[str], others: str) -> int:
    """How many outlets have a column of their own; the others, if any, share one."""
    needed = list(accumulate(map(_width, outlets)))
    if len(outlets) <= WIDEST and needed[-1] <= ROOM:
        return len(outlets)
    room = ROOM - _width(f"{others} (00)")
    return max(1, sum(width <= room for width in needed[: WIDEST - 1]))


def _width(name: str) -> int:
    """Letters of the longest word of a name, and the space beside its column; each sign of East Asia may end a line."""
    return 1 + max((len(word) if word[:1] < "\u2e80" else 2 for word in re.split(r"[\s-]+", name) if word), default=1)
