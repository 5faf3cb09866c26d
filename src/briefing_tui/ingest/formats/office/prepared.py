"""A document made ready for pandoc, with what its reader would lose read beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...document import Clue


@dataclass(frozen=True, slots=True)
class Properties:
    """What a program wrote into a document about it, often without its author's knowing."""

    title: str = ""
    creators: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """When it was made and changed, in ISO's form."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What pandoc is given, and what goes beside its answer."""

    data: bytes = field(repr=False)
    reader: str
    """Pandoc's name of the format, with extensions."""
    heads: tuple[str, ...] = ()
    """Lines at the head of its pages."""
    feet: tuple[str, ...] = ()
    properties: Properties = Properties()
    clues: Sequence[tuple[str, Clue]] = ()
    """What a publisher states."""
    warnings: tuple[str, ...] = ()
    changes: int = 0
    """Tracked changes that were followed already."""
    type: Clue | None = None
    """CSL's, where it is stated."""
    hidden: tuple[str, ...] = ()
    """Words that nobody sees, each run by itself."""
    pages: tuple[tuple[str, str], ...] = ()
    """Of an e-book: each file of its text, with the kind of furniture that it is, or nothing."""


def lines_once(texts: Sequence[str]) -> tuple[str, ...]:
    """The lines that say something, each once: a header is stored for each section and for left and right pages."""
    lines = (" ".join(text.split()) for text in texts)
    return tuple(dict.fromkeys(line for line in lines if any(c.isalpha() for c in line) and len(line) > 1))


def warn_hidden(words: int) -> tuple[str, ...]:
    """What to say of words that nobody sees."""
    return (f"{words} hidden word{'s' * (words != 1)} left out",) if words else ()
