"""What a line of a briefing is made of: text, calls of notes, gaps, and where an item of a list begins. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing_tui.citations import Placement, Text


@dataclass(frozen=True, slots=True)
class Call:
    """The number that calls a note, or the words of a citation in the text."""

    number: int
    excerpt: str
    note: tuple[Text, ...] = ()
    """The note itself at its first call; empty where the number is repeated."""
    words: tuple[Text, ...] = ()
    """What stands in the text in the place of a number, where the style has no notes."""
    placement: Placement = Placement.FOOTNOTE


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands, marked, where something is still to be written."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    """Where an item of a list begins; the lists of a paragraph come last in it."""

    number: int = 0
    """Of an item that has one."""
    text: str = " "
    """What stands for it where a text is read in one line."""
    level: int = 0
    """0, or how many other items it is in."""


Inline = Text | Call | Gap | Bullet


def texts(inlines: Iterable[Inline]) -> Iterator[Text]:
    """Runs of text alone, the words of citations in the text among them."""
    for part in inlines:
        if isinstance(part, Call):
            yield from part.words
        else:
            yield part if isinstance(part, Text) else Text(part.text)
