r"""The author's own text: `*emphasis*`, `**strong**` and cites like `[@e1]`; a backslash takes the meaning from a sign.

Nothing else is markup. Whoever prints such a text and whoever checks it read it here, so that both see the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .span import Span

_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_MARKUP = re.compile(r"\\(?P<sign>[\\*\[])|(?P<stars>\*{1,3})|\s*\[@(?P<cite>e\d+)\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of own text: characters that look alike, a cite, or a sign that is not printed."""

    span: Span
    """Where it stands; the pieces of a text follow each other without a gap."""
    text: str = ""
    """What is printed of it; empty for a cite and for the asterisks of an emphasis."""
    cite: str = ""
    """Id of the excerpt that it cites."""
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Stars:
    """One asterisk or two (three are both); whether it can open and close emphasis depends on its neighbours."""

    span: Span
    opens: bool
    closes: bool


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text: what blank lines separate."""
    return [p for p in _PARAGRAPHS.split(text.strip()) if p.strip()]


def pieces(text: str) -> tuple[Piece, ...]:
    """Read emphasis and cites; an asterisk without its partner stays an asterisk."""
    tokens = list(_tokens(text))
    last = {len(t.span): i for i, t in enumerate(tokens) if isinstance(t, _Stars) and t.closes}
    italic = bold = False
    result: list[Piece] = []
    for i, token in enumerate(tokens):
        if isinstance(token, Piece):
            result.append(replace(token, italic=italic, bold=bold) if token.text else token)
            continue
        count = len(token.span)
        on = italic if count == 1 else bold
        if (on and token.closes) or (not on and token.opens and i < last.get(count, -1)):
            italic, bold = italic ^ (count == 1), bold ^ (count == 2)
            result.append(Piece(token.span))
        else:
            result.append(Piece(token.span, "*" * count, "", italic, bold))
    return tuple(result)


def cited(text: str) -> list[str]:
    """Ids of the excerpts that a text cites, in order; one that is escaped is no cite."""
    return [match["cite"] for match in _MARKUP.finditer(text) if match["cite"]]


def _tokens(text: str) -> Iterator[Piece | _Stars]:
    """The pieces without their emphasis, which later asterisks decide about."""
    position = 0
    for match in _MARKUP.finditer(text):
        start, end = match.span()
        if start > position:
            yield Piece(Span(position, start), text[position:start])
        position = end
        if match["stars"]:
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            opens = bool(after.strip()) and not before.isalnum()
            closes = bool(before.strip()) and not after.isalnum()
            middle = start + 2 if end - start == 3 else end
            yield _Stars(Span(start, middle), opens, closes)
            if middle < end:
                yield _Stars(Span(middle, end), opens, closes)
        else:
            yield Piece(Span(start, end), match["sign"] or "", match["cite"] or "")
    if position < len(text):
        yield Piece(Span(position, len(text)), text[position:])
