"""Pages that hold several articles: what is under one author's name was written by that author."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...rules import dates
from ...rules.bylines import is_byline
from ...rules.names import folded
from .tree import Piece
from .view import ELSEWHERE, SHORT

LEAST = 80
"""Letters of prose that make an element an article, and not a teaser's frame."""


@dataclass(frozen=True, slots=True)
class Several:
    """What to do about a page with articles by several authors, or of several days."""

    count: int
    taken: int = 0
    """The one that is read; 0 where all are, and author and date are then nobody's."""
    title_at: int = -1
    """Index of its heading."""

    @property
    def warning(self) -> str:
        """What to say of it."""
        page = f"the page holds {self.count} articles"
        if self.taken:
            which = "the first was taken" if self.title_at >= 0 else "the one of its title was taken"
            return f"{page}; {which}"
        return f"{page} under one title: author and date are left out"


def several(pieces: Sequence[Piece], title_at: int) -> Several | None:
    """Find articles that differ in author or date; `None` where the page is one document.

    Args:
        pieces: of the page.
        title_at: index of the heading that the page's head bears out, -1 where none is.
    """
    found: dict[int, list[int]] = {}
    for index, piece in enumerate(pieces):
        if piece.article and not piece.kind and not ELSEWHERE & set(piece.zones):
            found.setdefault(piece.article, []).append(index)
    found = {number: own for number, own in found.items() if _is_article([pieces[index] for index in own])}
    signatures = {frozenset(_signature([pieces[index] for index in own])) for own in found.values()}
    if len(signatures - {frozenset()}) < 2:
        return None
    if title_at < 0:
        first = min(found)
        return Several(len(found), first, next(index for index in found[first] if pieces[index].level))
    return Several(len(found), pieces[title_at].article if pieces[title_at].article in found else 0)


def _is_article(pieces: Sequence[Piece]) -> bool:
    """Whether pieces have a heading of their own and prose."""
    prose = sum(len(p.text) - p.linked for p in pieces if not p.level and len(p.text) - p.linked > LEAST / 2)
    return prose >= LEAST and any(piece.level for piece in pieces)


def _signature(pieces: Sequence[Piece]) -> set[str]:
    """The lines that say who wrote, and when."""
    short = (piece for piece in pieces if len(piece.text) < SHORT and not piece.level)
    return {folded(p.text) for p in short if "byline" in p.zones or _signs(" ".join(p.text.split()))}


def _signs(text: str) -> bool:
    return is_byline(text) or bool(dates.read_line(text))
