"""What among right-to-left words runs from left to right and does not show it: codes, ranges and dates in figures.

A figure belongs to the words before it, and the sign behind it to nobody: the code 1174-SV3W-B would read SV3W-B-1174,
and the range 80–90 would begin with its end. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .scripts import LTR_LETTER, RTL, ltr_words

_JOIN = r"\-\u2010\u2011–—−/+_"
_PART = rf"(?:(?![{RTL}])\w){{1,20}}(?:[.,:](?:(?![{RTL}])\w){{1,20}}){{0,3}}"
_FIGURES = re.compile(
    rf"(?:(?<=[{RTL}][-–־])|(?<![0-9A-Za-z\u00c0-\u058f.,:{_JOIN}]))(?=[0-9]){_PART}(?:[{_JOIN}]{_PART}){{1,8}}[%°]?"
    r"|(?<![^\s(\[])[-−+±][0-9]+(?:[.,][0-9]+)*%?"
)
"""What begins with a figure and is joined to more by signs that have no direction, and a figure with its sign."""
ISOLATE = re.compile("\u2066[^\u2066-\u2069\n]*\u2069")
"""What says itself that it is kept to itself, from left to right: a name in a row of them."""
_FOLLOWED = re.compile(rf"\s[(\[“«]?{LTR_LETTER}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text."""

    text: str
    ltr: bool = False
    """Whether it is kept to itself, from left to right."""
    whole: bool = False
    """Whether it stays on one line."""


def pieces(text: str, *, words: bool = False) -> Iterator[Piece]:
    """Cut a text in right-to-left surroundings where its direction would be lost.

    Args:
        text: without its surroundings.
        words: whether left-to-right words are kept to themselves as well, as a browser and Word need them; the engine
            that makes the PDF sets each run by itself.
    """
    end = 0
    for isolate in ISOLATE.finditer(text):
        yield from _cut(text[end : isolate.start()], words=words)
        yield Piece(isolate.group(), ltr=True)
        end = isolate.end()
    yield from _cut(text[end:], words=words)


def _cut(text: str, *, words: bool) -> Iterator[Piece]:
    while (match := _FIGURES.search(text)) and not re.search(LTR_LETTER, text[: match.start()]):
        yield from _some(text[: match.start()])
        end = match.end()
        if follows := bool(_FOLLOWED.match(text, end)):
            before, said, _ = ltr_words(text[end:])
            end += len(before) + len(said)
        yield Piece(text[match.start() : end], ltr=True, whole=not follows)
        text = text[end:]
    yield from _with_words(text) if words else _some(text)


def _with_words(text: str) -> Iterator[Piece]:
    before, said, after = ltr_words(text)
    yield from _some(before)
    if said:
        yield Piece(said, ltr=True)
        yield from _cut(after, words=False)


def _some(text: str) -> Iterator[Piece]:
    if text:
        yield Piece(text)
