"""Tables as values: every form of the document prints the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing_tui.model import Article, naming

from .wording import Wording

WIDEST = 8
"""Outlets that have a column of their own; those with less on the themes are summed up."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first cell of each row is its head, and a number is a count that can be drawn as a bar."""

    head: tuple[str, ...] = ()
    rows: tuple[tuple[str | int, ...], ...] = ()
    caption: str = ""

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
    own, rest = (ranked, []) if len(ranked) <= WIDEST else (ranked[: WIDEST - 1], ranked[WIDEST - 1 :])
    rows: list[tuple[str | int, ...]] = []
    for theme, row in sorted(counts.items(), key=lambda entry: -sum(entry[1].values())):
        cells = [row.get(outlet, 0) for outlet in own]
        others = [sum(row.get(outlet, 0) for outlet in rest)] if rest else []
        rows.append((theme, *cells, *others, sum(row.values())))
    summed = [f"{words('others')} ({len(rest)})"] if rest else []
    return Table((words("theme"), *own, *summed, words("all")), tuple(rows), words("coverage-about"))
