"""The author's own text as runs and cites, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_tui.citations import Text, joined
from briefing_tui.model.own_text import pieces


@dataclass(frozen=True, slots=True)
class CiteMark:
    """A place where own text cites an excerpt."""

    excerpt: str


Own = Text | CiteMark


def inlines(text: str) -> tuple[Own, ...]:
    """The runs of a text, each with its look, and its cites."""
    result: list[Own] = []
    run: list[Text] = []
    for piece in pieces(text):
        if piece.cite:
            result += [*joined(run), CiteMark(piece.cite)]
            run = []
        else:
            run.append(Text(piece.text, piece.italic, piece.bold))
    return (*result, *joined(run))
