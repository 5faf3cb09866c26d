"""A quote, and operations on words of it."""

from __future__ import annotations

from briefing_tui.model import Alteration, AlterationKind, Span, altered

OMIT, INSERT, MARK, EMPHASISE, CASE = AlterationKind
SAID = "The ministers of the North said that they would not sign it, and left."


def on(words: str, kind: AlterationKind, text: str = "", exact: str = SAID) -> Alteration:
    """An operation on words of a text."""
    start = exact.index(words)
    return altered(exact, kind, Span(start, start + len(words)), text)
