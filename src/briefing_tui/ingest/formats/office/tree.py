"""Pandoc's tree as blocks: paragraphs, headings, and lists, tables, verse and code that keep their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ...document import Block, Line, Shape
from . import inlines, lists, marks
from .convert import Node
from .inlines import Words

LONGEST_LINE = 120
"""Characters: broken lines that are longer are paragraphs whose maker did not know the key for one."""

STYLES = (
    (re.compile(r"(?:toc|table of (?:figures|contents|authorities)|contents|index)\b", re.IGNORECASE), "navigation"),
    (re.compile(r"(?:image |table |figure )?caption\b|illustration\Z", re.IGNORECASE), "caption"),
    (re.compile(r"(?:header|footer)\Z", re.IGNORECASE), "running-head"),
)
"""Styles of paragraphs that are no text, by their names, and what they are."""

MARKED_AS_TEXT = frozenset({"item", "heading"})
"""Marks of paragraphs that are text all the same."""


def style_kind(style: str) -> str:
    """What a paragraph in a style is, where it is no text."""
    return next((kind for pattern, kind in STYLES if pattern.match(style)), "")


class Reader:
    """Walks over a tree once; what stands beside a block's words follows it."""

    def __init__(self) -> None:
        self.changes = 0
        self.comments = 0
        self._held: list[Any] = []

    def blocks(self, nodes: Iterable[Node]) -> tuple[Block, ...]:
        """All blocks, numbered in reading order."""
        found = [*self._walk(nodes, ""), *self._rest()]
        return tuple(numbered(_merged(found)))

    def words(self, content: Iterable[Any]) -> Words:
        """The words of some inlines, counted for the warnings."""
        words = inlines.read(content)
        self.changes += words.changes
        self.comments += sum(kind == "comment" for kind, _ in words.apart)
        return words

    def _walk(self, nodes: Iterable[Node], kind: str) -> Iterator[Block]:
        for node in nodes:
            content: Any = node.get("c", [])
            match node["t"]:
                case "Para" | "Plain":
                    yield from self._paragraph(content, kind)
                case "Header":
                    yield from self._heading(content, kind)
                case "BlockQuote":
                    yield from self._walk(content, kind)
                case "Div":
                    yield from self._walk(content[1], kind or _kind_of(content[0]))
                case "LineBlock":
                    lines = [self.words(line) for line in content]
                    yield from _lines([line.text for line in lines], kind)
                    yield from _apart(lines)
                case "CodeBlock":
                    for run in re.split(r"\n[ \t]*\n", content[1]):
                        yield from _lines(run.split("\n"), kind)
                case "BulletList" | "OrderedList" | "DefinitionList":
                    found = lists.read(node, self.words)
                    yield from _lines(found.lines, kind)
                    yield from _apart(found.words)
                case "Table":
                    yield from self._table(content, kind)
                case "Figure":
                    yield from self._walk(content[2], kind)
                    yield from self._walk(content[1][1], kind or "caption")

    def _paragraph(self, content: list[Any], kind: str) -> Iterator[Block]:
        words = self.words([*self._held, *content])
        self._held = []
        if words.joins:
            self._held = [c for c in content if not _ends_paragraph(c)]
            return
        marked, text = marks.split(words.text)
        lines = [line.strip(" \t") for line in text.split("\n")]
        shown = [line for line in lines if line and not line.isspace()]
        kind = kind or (f"?{marked}" if marked in MARKED_AS_TEXT else marked)
        if len(shown) > 1 and max(map(len, shown)) <= LONGEST_LINE and "" not in lines:
            yield from _lines(shown, kind)
        else:
            for part in _parts(lines):
                yield from _lines(part, kind) if len(part) > 1 else _block(part[0], kind, plain=words.plain)
        yield from _apart([words])

    def _rest(self) -> Iterator[Block]:
        """A paragraph whose end was deleted, and no other follows."""
        if self._held:
            yield from self._paragraph([], "")

    def _heading(self, content: Any, kind: str) -> Iterator[Block]:
        words = self.words(content[2])
        marked, text = marks.split(words.text)
        if text := " ".join(text.replace("\n", " ").strip().split(" ")):
            kind = kind or (marked if marked not in MARKED_AS_TEXT else "")
            shape = Shape.FURNITURE if kind else Shape.HEADING
            yield Block(text, (Line(0, text),), shape, 0 if kind else content[0], kind)
        yield from _apart([words])

    def _table(self, content: Any, kind: str) -> Iterator[Block]:
        """A line for each row; a table that only lays out a page gives what is in its cells."""
        rows = [row for row in inlines.rows(content) if row]
        yield from self._walk(content[1][1], kind or "caption")
        if all(len(row) == 1 for row in rows) or any(_is_page(cell) for row in rows for cell in row):
            for row in rows:
                for cell in row:
                    yield from self._walk(cell, kind)
            return
        words: list[Words] = []
        lines: list[str] = []
        for row in rows:
            cells = [[self.words(part) for part in inlines.paragraphs(cell)] for cell in row]
            words += [w for cell in cells for w in cell]
            texts = [" ".join(filter(None, (_one_line(w.text) for w in cell))) for cell in cells]
            lines.append(" | ".join(texts) if any(texts) else "")
        yield from _lines(lines, kind)
        yield from _apart(words)


def _kind_of(attributes: Any) -> str:
    _, classes, pairs = attributes
    style = dict(pairs).get("custom-style", "")
    return style_kind(style) or ("caption" if {"caption", "figcaption"} & set(classes) else "")


def _ends_paragraph(inline: Any) -> bool:
    return isinstance(inline, dict) and inline["t"] == "Span" and "paragraph-deletion" in inline["c"][0][1]


def _is_page(cell: list[Node]) -> bool:
    """Whether a cell holds an article's text rather than an entry: three paragraphs, one of them long."""
    texts = [inlines.read(part).text for part in inlines.paragraphs(cell)]
    return len(texts) > 2 and max(map(len, texts)) > 300


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in marks.split(text)[1].split("\n")).strip()


def _parts(lines: list[str]) -> Iterator[list[str]]:
    """Paragraphs that two broken lines part, or that each are a line."""
    run: list[str] = []
    for line in [*lines, ""]:
        if line and not line.isspace():
            run.append(line)
        elif run:
            if max(map(len, run)) > LONGEST_LINE:
                yield from ([one] for one in run)
            else:
                yield run
            run = []


def _block(text: str, kind: str, *, plain: bool) -> Iterator[Block]:
    """One line: a paragraph, or what its mark says."""
    if not text:
        return
    if kind == "?heading":
        yield Block(text, (Line(0, text),), Shape.HEADING, 1)
    elif kind.startswith("?"):
        yield Block(text, (Line(0, text),), Shape.PARAGRAPH, kind=kind, emphasised=not plain)
    else:
        shape = Shape.FURNITURE if kind else Shape.PARAGRAPH
        yield Block(text, (Line(0, text),), shape, kind=kind, emphasised=not plain)


def _lines(lines: Iterable[str], kind: str) -> Iterator[Block]:
    """A block that keeps its lines."""
    kept = [cleaned.rstrip(" \t") for line in lines if (cleaned := marks.split(line)[1]).strip()]
    if kept:
        shape = Shape.FURNITURE if kind and not kind.startswith("?") else Shape.LINES
        shown = kind if shape is Shape.FURNITURE else ""
        yield Block("\n".join(kept), tuple(Line(0, line) for line in kept), shape, kind=shown)


def _apart(found: Iterable[Words]) -> Iterator[Block]:
    """What stands beside some words, after them."""
    for words in found:
        for kind, text in words.apart:
            yield from _lines(text.split("\n"), kind)


def _merged(blocks: Iterable[Block]) -> Iterator[Block]:
    """Paragraphs that are marked as items of a list become one block; other marks have done their work."""
    run: list[Block] = []
    for block in blocks:
        if block.kind == "?item":
            run.append(block)
            continue
        yield from _list_of(run)
        run = []
        yield replace(block, kind="") if block.kind.startswith("?") else block
    yield from _list_of(run)


def _list_of(run: list[Block]) -> Iterator[Block]:
    if run:
        yield from _lines((block.text for block in run), "")


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with their numbers in reading order."""
    for number, block in enumerate(blocks, 1):
        yield replace(block, lines=tuple(Line(number, line.text) for line in block.lines))
