"""Plain text: blank lines, wrapped lines, or long lines make paragraphs; lists and verse keep their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..document import Block, Line, Shape, Source
from ..joining import SENTENCE_END, join_all
from . import markdown
from .encoding import decode, lines_of

LONGEST_WRAPPED = 100
"""Characters: what is wrapped by hand or by a mail program is never wider."""

SHORTEST_WRAPPED = 40
"""Characters: narrower lines that fill their width are verse as likely as prose."""

_MARKER = re.compile(r"\s*(?:[-*•·▪◦‣–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+\S")
_TABULAR = re.compile(r"\S(?:\t| {3,})\S")


def read_plain(name: str, data: bytes) -> Source:
    """Read a plain text file; one that clearly is Markdown is read as that."""
    decoded = decode(name, data)
    if markdown.looks_like_markdown(decoded.text):
        return markdown.parse(name, decoded.text, decoded.warnings)
    return Source(tuple(split_blocks(decoded.text)), warnings=decoded.warnings)


def split_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text."""
    runs = list(_runs(Line(*line) for line in lines_of(text)))
    widths = sorted(len(line.text) for run in runs if len(run) > 1 for line in run if len(line.text) <= LONGEST_WRAPPED)
    width = widths[len(widths) * 9 // 10] if widths else 0
    for run in runs:
        yield from _split(run, width)


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines without a blank one between them."""
    run: list[Line] = []
    for line in lines:
        if line.text and not line.text.isspace():
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _split(run: Sequence[Line], width: int) -> Iterator[Block]:
    """What a run of lines is: a paragraph, several, or a block that keeps its lines."""
    if len(run) == 1:
        yield paragraph(run)
        return
    if _is_list(run) or _is_tabular(run):
        yield keep_lines(run)
    elif max(len(line.text) for line in run) > LONGEST_WRAPPED + 20:
        yield from (paragraph((line,)) for line in run)
    elif parts := _indented(run):
        for part in parts:
            yield paragraph(part) if len(part) == 1 or _filled(part, width) else keep_lines(part)
    elif _filled(run, width):
        yield paragraph(run)
    elif sum(bool(SENTENCE_END.search(line.text)) and len(line.text.split()) > 7 for line in run) * 5 >= len(run) * 4:
        yield from (paragraph((line,)) for line in run)
    else:
        yield keep_lines(run)


def _is_list(run: Sequence[Line]) -> bool:
    """Whether at least two items, and with them half of the lines, begin with a marker or continue one, indented."""
    items = sum(bool(_MARKER.match(line.text)) for line in run)
    continued = sum(line.text.startswith((" ", "\t")) and not _MARKER.match(line.text) for line in run)
    return items >= 2 and (items + continued) * 2 >= len(run)


def _is_tabular(run: Sequence[Line]) -> bool:
    return sum(bool(_TABULAR.search(line.text)) for line in run) * 2 > len(run)


def _indented(run: Sequence[Line]) -> list[list[Line]]:
    """Paragraphs that only an indented first line sets apart."""
    starts = [line.text.startswith(("  ", "\t", "\u3000")) for line in run]
    if not starts[0] or all(starts) or any(a and b for a, b in pairwise(starts)):
        return []
    parts: list[list[Line]] = []
    for line, begins in zip(run, starts, strict=True):
        if begins:
            parts.append([])
        parts[-1].append(line)
    return parts


def _filled(run: Sequence[Line], width: int) -> bool:
    """Whether lines were broken because they were full: the next word would not have fitted."""
    width = max(width, *(len(line.text) for line in run))
    if not SHORTEST_WRAPPED <= width <= LONGEST_WRAPPED + 20:
        return False
    full = 0
    for line, following in pairwise(run):
        word = following.text.split(maxsplit=1)[0]
        full += len(line.text) + 1 + len(word) > width - 3 or len(line.text) >= width * 0.8
    return full * 5 >= (len(run) - 1) * 4


def paragraph(lines: Sequence[Line]) -> Block:
    """A paragraph of lines that one space joins."""
    return Block(join_all(line.text.strip(" \t") for line in lines), tuple(lines))


def keep_lines(lines: Sequence[Line]) -> Block:
    """A block that keeps its lines, without an indent that all of them share."""
    indent = min(len(line.text) - len(line.text.lstrip(" \t")) for line in lines)
    return Block("\n".join(line.text[indent:] for line in lines), tuple(lines), Shape.LINES)
