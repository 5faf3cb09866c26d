"""What the rules on a page's metadata look at: its statements about itself beside what a reader of it sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...rules.names import folded
from .heads import Head, folded_space
from .structured import articles, by_id, types_of
from .tree import Piece

ELSEWHERE = frozenset({"comment", "related-link", "footer", "cookie-notice", "navigation", "aside", "share"})
"""Zones that say nothing of the page's own article."""
SHORT = 160
"""Characters of a line that may be a byline or a date."""
LONG_NAME = 8
"""Letters of a name of a site with which no person's name and no title begins by chance."""
BEFORE, AFTER = 4, 10
"""Pieces above and below the title where byline and date stand."""

_PARTED = re.compile(r"\s+[|–—·:»›•«~/-]+\s+|\s*[|»›•]\s*")


@dataclass(slots=True)
class View:
    """A page, with what several rules need of it worked out once."""

    head: Head
    pieces: list[Piece]
    address: str
    """Where it was saved from; empty where nothing says so."""
    outlets: frozenset[str]
    """The site's names and its host, folded for comparing."""
    articles: list[Mapping[str, Any]]
    by_id: dict[str, Mapping[str, Any]]
    title_at: int = -1
    """Index of the heading that is the title."""

    def near(self) -> Iterator[Piece]:
        """The short pieces around the title."""
        if self.title_at < 0:
            return
        masthead = masthead_of(self.pieces, self.title_at)
        start = max(0, self.title_at - BEFORE)
        for index in range(start, min(len(self.pieces), self.title_at + AFTER)):
            piece = self.pieces[index]
            if index != self.title_at and not piece.kind and len(piece.text) < SHORT and index not in masthead:
                yield piece

    def short_texts(self, *, masthead: bool = True) -> Iterator[str]:
        """All short lines of the page that are not of other articles and not of comments."""
        above = frozenset() if masthead else masthead_of(self.pieces, self.title_at)
        for index, piece in enumerate(self.pieces):
            if not piece.kind and len(piece.text) < SHORT and not (ELSEWHERE & set(piece.zones) or index in above):
                yield piece.text

    def is_outlet(self, text: str) -> bool:
        """Whether a text is a name of the site."""
        return folded(text) in self.outlets

    def is_of_outlet(self, text: str) -> bool:
        """Whether a text is a name of the site or begins with one, as `Outlet Staff` does."""
        key = folded(text)
        return key in self.outlets or any(len(name) >= LONG_NAME and key.startswith(name) for name in self.outlets)


def view_of(head: Head, pieces: list[Piece], address: str) -> View:
    """A page as the rules look at it."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    names = {*_outlets(head), host, host.rpartition(".")[0]}
    return View(head, pieces, address, frozenset(filter(None, map(folded, names))), articles(head), by_id(head))


def masthead_of(pieces: Sequence[Piece], title_at: int) -> frozenset[int]:
    """Indices of the pieces of the site's masthead, as the day of the visit is: above the title, in another header."""
    if title_at < 0 or _heads_site(pieces[title_at]):
        return frozenset()
    return frozenset(index for index in range(title_at) if _heads_site(pieces[index]))


def _heads_site(piece: Piece) -> bool:
    return "header" in piece.zones and "article" not in piece.zones


def parts_of(text: str) -> list[str]:
    """A title and what its separators part: 'A story – The Outlet'."""
    return [part for part in _PARTED.split(text) if part]


def named(value: Any) -> str:
    """The name of an object of JSON-LD, or the text that stands for it."""
    if isinstance(value, list):
        return named(value[0]) if value else ""
    if isinstance(value, Mapping):
        return named(value.get("name")) if not isinstance(value.get("name"), Mapping) else ""
    return folded_space(value) if isinstance(value, str) else ""


def _outlets(head: Head) -> Iterator[str]:
    names = head.meta.get("og:site_name", []) + head.meta.get("application-name", [])
    for node in head.nodes:
        if {"WebSite", "NewsMediaOrganization"} & set(types_of(node)):
            names.append(named(node))
        if publisher := node.get("publisher"):
            names.append(named(publisher))
    yield from (name for name in names if len(name) < 100)
