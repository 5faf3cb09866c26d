"""Which articles a list or a search is about, as a condition on their rows."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace

THEME = "theme"

_OF_THEMES = "SELECT number FROM article_themes WHERE theme IN (SELECT value FROM json_each(?))"
_OF_FACET = """\
SELECT number FROM facet_values JOIN article_facets USING (value)
WHERE facet = ? AND folded IN (SELECT value FROM json_each(?))"""
_WITH_LETTERS = "SELECT number FROM labels WHERE instr(shown, ?)"
_OF_IDS = "SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Conditions that must all hold; none lets every article through."""

    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Facets with values, of each of which an article must have one; case does not count."""
    words: str = ""
    """Letters: each word must stand in the title, an author, the outlet or the date."""
    only: frozenset[str] | None = None
    """The ids among which an article must be."""
    but: frozenset[str] = frozenset()
    """The ids among which it must not be."""

    def without(self, facet: str) -> Wanted:
        """The same without the conditions on one facet: what its counts follow."""
        return replace(self, facets=tuple(pair for pair in self.facets if pair[0] != facet))

    def sql(self, column: str = "number") -> tuple[str, tuple[str, ...]]:
        """A condition on the column that holds an article's number, with its values."""
        found: list[tuple[str, tuple[str, ...]]] = []
        for facet, values in self.facets:
            if facet == THEME:
                found.append((_OF_THEMES, (_listed(values),)))
            else:
                found.append((_OF_FACET, (facet, _listed([value.casefold() for value in values]))))
        found += [(_WITH_LETTERS, (word,)) for word in self.words.casefold().split()]
        found += [] if self.only is None else [(_OF_IDS, (_listed(self.only),))]
        # The plus keeps the database from looking for the rows one after the other instead of going through them once.
        parts = [f"+{column} IN ({sql})" for sql, _ in found]
        parameters = [value for _, given in found for value in given]
        if self.but:
            parts.append(f"+{column} NOT IN ({_OF_IDS})")
            parameters.append(_listed(self.but))
        return " AND ".join(parts) or "1", tuple(parameters)


def _listed(values: Collection[str]) -> str:
    return json.dumps(list(values))
