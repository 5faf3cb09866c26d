"""Help with a question while it is typed: the fields there are, the values of one, the place where it is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from ....model import Facet
from ....workspace.articles.corpus import Corpus
from ...lines import harmless

FIELDS: dict[str, Facet | None] = {
    "theme": Facet.THEME,
    "outlet": Facet.OUTLET,
    "author": Facet.AUTHOR,
    "speaker": Facet.SPEAKER,
    "year": Facet.YEAR,
    "kind": Facet.GENRE,
    "language": Facet.LANGUAGE,
    "text": Facet.TEXT,
    "title": None,
}
"""The fields of a question, and the facet whose values each takes."""
OFFERED = 12
"""Values that are named."""
_FIELD = re.compile(r'(?:^|[\s(])-?(\w+):("?)([^\s"]*|(?<=")[^"]*)\Z')
_BEGUN = re.compile(r"(?:^|[\s(])-?(\w{2,})\Z")


class Questions:
    """What may be typed next.

    Args:
        labels: the names of the themes by their ids.
    """

    fields = " ".join(f"{name}:" for name in FIELDS)
    """All fields, in one line."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self._labels = labels
        self._known: dict[Facet, Sequence[str]] = {}

    def learn(self, articles: Corpus, question: str) -> None:
        """Look up the values of the field that is being typed. May be slow."""
        typed = _FIELD.search(question)
        facet = FIELDS.get(typed[1]) if typed else None
        if facet is not None and facet not in self._known:
            self._known[facet] = [value for value, _ in articles.facet_values(facet)]

    def values(self, question: str) -> str:
        """The values that fit what is typed after a field, or the fields that begin like the word that is typed."""
        typed = _FIELD.search(question)
        if typed:
            offered = self._fitting(typed)
            return f"{typed[1]}: {' · '.join(harmless(value) for value in offered)}" if offered else ""
        begun = _BEGUN.search(question)
        names = [f"{name}:" for name in FIELDS if begun and name.startswith(begun[1].casefold())]
        return " ".join(names)

    def completed(self, question: str) -> str:
        """The question with the field or value that is being typed made whole; empty where none fits."""
        typed = _FIELD.search(question)
        if typed:
            offered = self._fitting(typed)
            if not offered:
                return ""
            value = f'"{offered[0]}"' if " " in offered[0] else offered[0]
            return f"{question[: typed.start(2)]}{value} "
        begun = _BEGUN.search(question)
        name = next((name for name in FIELDS if begun and name.startswith(begun[1].casefold())), "")
        return f"{question[: begun.start(1)]}{name}:" if begun and name else ""

    def _fitting(self, typed: re.Match[str]) -> list[str]:
        facet = FIELDS.get(typed[1])
        if facet is None:
            return []
        begun = typed[3].casefold()
        known = self._known.get(facet, ())
        first = [value for value in known if value.casefold().startswith(begun)]
        inside = [value for value in known if begun in f"{value} {self._labels.get(value, '')}".casefold()]
        return list(dict.fromkeys([*first, *inside]))[:OFFERED]


def caret(question: str, position: int, width: int, scrolled: int = 0) -> str:
    """A line with a caret below the place where a question is wrong; empty where that is out of view.

    Args:
        question: what was typed.
        position: the 0-based character it breaks at.
        width: cells of the line.
        scrolled: cells of the question that have left the view at the left.
    """
    before = cell_len(harmless(question[:position])) - scrolled
    return f"{' ' * before}^" if 0 <= before < width else ""
