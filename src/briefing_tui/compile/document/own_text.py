"""The author's own text as runs and cites, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from briefing_tui.citations import Text, joined
from briefing_tui.model.own_text import pieces

from ..languages.scripts import slants
from .listing import RUN_IN
from .runs import Bullet


@dataclass(frozen=True, slots=True)
class CiteMark:
    """A place where own text cites an excerpt."""

    excerpt: str


Own = Text | CiteMark | Bullet


def inlines(text: str) -> tuple[Own, ...]:
    """The runs of a text, each with its look, and its cites; what no italics would show is bold."""
    result: list[Own] = []
    run: list[Text] = []
    for piece in pieces(text):
        if piece.cite or piece.marker:
            result += joined(run)
            if piece.marker:
                result.append(Bullet(int(piece.marker.strip("-.") or 0), level=piece.level))
            elif CiteMark(piece.cite) not in _beside(result):
                result.append(CiteMark(piece.cite))
            run = []
        else:
            italic = piece.italic and slants(piece.text)
            run.append(Text(piece.text, italic, piece.bold or italic != piece.italic))
    return (*result, *joined(run))


def _beside(parts: list[Own]) -> list[Own]:
    """The cites at the end of some parts: what one place cites twice, it calls once."""
    return [*takewhile(lambda part: isinstance(part, CiteMark), reversed(parts))]


def in_one_line(text: str) -> tuple[Text, ...]:
    """A text that has neither lists nor notes: what is written as one stands as signs."""
    return tuple(
        part if isinstance(part, Text) else Text(f" [@{part.excerpt}]" if isinstance(part, CiteMark) else RUN_IN)
        for part in inlines(text)
    )
