"""The tree of a web page, and the pieces of text that a reader of the page sees, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from .unseen import HIDDEN_TAGS, kind_apart, words_apart
from .zones import zone_of

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search "
    "section summary table tbody td tfoot th thead tr caption ul".split()
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_EMPHASIS = frozenset({"b", "strong", "i", "em"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|screenreader|u?-?visually[-_]?hidden|assistive-text|offscreen|"
    r"element-invisible)(?:\s|$)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
"""White space that is not a single space already."""
_EDGES = " \t\n\r\f"
BREAK = "\v"
"""Stands for a line break within a piece until the piece is complete; no page's text holds it."""


@dataclass(slots=True)
class Piece:
    """A run of text that nothing of the page's structure parts."""

    text: str
    """Lines parted by LF."""
    tag: str
    """Of the block that it stands in."""
    zones: tuple[str, ...] = ()
    """What the elements around it say that they are, the innermost last."""
    linked: int = 0
    """How many of its characters are the words of links."""
    level: int = 0
    """Of a heading."""
    list_item: tuple[int, int, int, str] = (0, 0, 0, "")
    """Outermost list, item, depth and marker; zeros outside lists."""
    cell: tuple[int, int, int] = (0, 0, 0)
    """Table, row and cell; zeros outside tables."""
    emphasised: bool = False
    kind: str = ""
    """Set where the element says what it is: `image-alternative`, `hidden`."""
    article: int = 0
    """Which of the page's outermost article elements it stands in, 0 outside."""


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    zones: tuple[str, ...]
    tag: str
    article: int = 0


def pieces_of(root: Any) -> list[Piece]:
    """All that is visible on a page that was pruned, in reading order."""
    return _Walk(root).pieces


@dataclass(slots=True)
class _Walk:
    """One pass over the tree; without recursion, since pages nest as deep as they like."""

    root: Any
    pieces: list[Piece] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    strong: int = 0
    plain: bool = False
    """Whether the run has words outside bold and italics."""
    pre: int = 0
    blocks: list[_Open] = field(default_factory=list)
    apart: list[tuple[str, str]] = field(default_factory=list)
    """Words within the run that are no text, with their kind: they follow it."""
    lists: list[list[Any]] = field(default_factory=list)
    """Open lists: number, tag, items so far, number of the first."""
    tables: list[list[int]] = field(default_factory=list)
    """Open tables: number, row, cell."""
    layout: set[int] = field(default_factory=set)
    """Tables that hold others."""
    count: int = 0
    item: int = 0
    articles: int = 0

    def __post_init__(self) -> None:
        from lxml import etree

        walker = etree.iterwalk(self.root, events=("start", "end"))
        self.blocks.append(_Open((), "body"))
        unseen: Any = None
        for event, element in walker:
            tag = element.tag
            if event == "start":
                names = element.get("class")
                if kind := kind_apart(element):
                    self.apart += [(words, kind)] if (words := words_apart(element)) else []
                if kind or tag in HIDDEN_TAGS or (names and _is_unseen(names)):
                    unseen = element
                    walker.skip_subtree()
                    continue
                self._start(element, tag, names)
                if text := element.text:
                    self._words(text)
            else:
                if element is unseen:
                    unseen = None
                else:
                    self._end(tag)
                if tail := element.tail:
                    self._words(tail)
        self._flush()
        for piece in self.pieces:
            if piece.cell[0] in self.layout:
                piece.cell = (0, 0, 0)

    def _start(self, element: Any, tag: str, names: str | None) -> None:
        if tag not in _BLOCK_TAGS:
            if tag == "br":
                self.run.append(BREAK)
            elif tag == "img":
                self._image(element)
            elif tag == "a":
                self.links += 1
            elif tag in _EMPHASIS:
                self.strong += 1
            return
        if self.run or self.apart:
            self._flush()
        zones = self.blocks[-1].zones
        zone = zone_of(tag, names, element.get("id"), element.get("role"))
        if zone and zone not in zones[-1:]:
            zones = (*zones, zone)
        article = self.blocks[-1].article
        if tag == "article" and not article:
            self.articles += 1
            article = self.articles
        self.blocks.append(_Open(zones, tag, article))
        self._structure(element, tag)

    def _structure(self, element: Any, tag: str) -> None:
        """Count lists, items, tables, rows and cells."""
        if tag in _LISTS:
            self.count += 1
            start = element.get("start") or ""
            self.lists.append([self.count, tag, 0, int(start) if start.isdecimal() and len(start) < 7 else 1])
        elif tag == "li":
            self.item += 1
            if self.lists:
                self.lists[-1][2] += 1
        elif tag == "table":
            self.count += 1
            if self.tables:
                self.layout.add(self.tables[-1][0])
            self.tables.append([self.count, 0, 0])
        elif tag == "tr" and self.tables:
            self.tables[-1][1] += 1
        elif tag in {"td", "th"} and self.tables:
            self.tables[-1][2] += 1
        elif tag == "pre":
            self.pre += 1

    def _end(self, tag: str) -> None:
        if tag not in _BLOCK_TAGS:
            if tag == "a":
                self.links -= 1
            elif tag in _EMPHASIS:
                self.strong -= 1
            return
        if self.run or self.apart:
            self._flush()
        self.blocks.pop()
        if tag in _LISTS:
            self.lists.pop()
        elif tag == "table":
            self.tables.pop()
        elif tag == "pre":
            self.pre -= 1

    def _image(self, element: Any) -> None:
        alternative = " ".join((element.get("alt") or "").split())
        if alternative:
            self.apart.append((alternative, "image-alternative"))
            if not "".join(self.run).strip(_EDGES + BREAK):
                self._flush()  # nothing stands before it in its block

    def _words(self, text: str) -> None:
        if self.pre:
            text = text.replace("\n", BREAK)
        self.run.append(text)
        if self.links:
            self.linked += len(text)
        if not (self.strong or self.plain) and text.strip(_EDGES):
            self.plain = True

    def _flush(self) -> None:
        """Complete the run: one piece, or several where lines are left empty in it."""
        around = self.blocks[-1]
        text = "".join(self.run)
        if text.strip(_EDGES + BREAK):
            lines = _lines(text, keep=bool(self.pre))
            for part in _parts(lines, keep=bool(self.pre)):
                self.pieces.append(self._piece(part, around))
        self.pieces += [Piece(words, "", around.zones, kind=kind, article=around.article) for words, kind in self.apart]
        self.apart.clear()
        self.run.clear()
        self.linked, self.plain = 0, False

    def _piece(self, text: str, around: _Open) -> Piece:
        tag = "pre" if self.pre else around.tag
        piece = Piece(text, tag, around.zones, min(self.linked, len(text)), _HEADINGS.get(around.tag, 0))
        piece.emphasised, piece.article = not self.plain, around.article
        if self.lists:
            _, kind, items, first = self.lists[-1]
            marker = f"{first + items - 1}. " if kind == "ol" else "- "
            piece.list_item = (self.lists[0][0], self.item, len(self.lists), marker if items else "")
        if self.tables:
            piece.cell = (self.tables[-1][0], self.tables[-1][1], self.tables[-1][2])
        return piece


@lru_cache(maxsize=8192)
def _is_unseen(names: str) -> bool:
    """Whether classes say that an element is for programs that read the page aloud alone."""
    return bool(_UNSEEN_CLASS.search(names))


def _lines(text: str, *, keep: bool) -> list[str]:
    if keep:
        return [line.rstrip(_EDGES) for line in text.split(BREAK)]
    return [_SPACE.sub(" ", line).strip(_EDGES) for line in text.split(BREAK)]


def _parts(lines: list[str], *, keep: bool) -> Iterator[str]:
    """Lines until an empty one; where breaks part long lines, each is a paragraph."""
    part: list[str] = []
    for line in [*lines, ""]:
        if line:
            part.append(line)
        elif part:
            if not keep and len(part) > 1 and min(map(len, part)) > LONG_LINE:
                yield from part
            else:
                yield "\n".join(part)
            part = []


LONG_LINE = 100
"""Characters: lines of verse and addresses are shorter."""
