"""Snippets: a line of a paragraph around the words that were looked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing_tui.model import Span, densest

LENGTH = 160
"""Characters, without the ellipses."""
BEFORE = 48
"""Characters of context before the first match, where the paragraph goes on after it."""
ELLIPSIS = "…"
_WHITE = re.compile(r"[^\S ]")


def snippet(text: str, block: Span, matches: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """A piece of a block with as many different matches as fit, cut between words.

    With it come these matches, as spans of the snippet.

    Args:
        text: the article's.
        block: the paragraph or heading in it.
        matches: in order; the first begins in the block. Without any, the beginning of the block is shown.
    """
    kept = densest(text, matches, LENGTH) if len(matches) > 1 else matches
    first = kept[0] if kept else Span(block.start, block.start)
    before_it = max(0, min(BEFORE, LENGTH - (kept[-1].end - first.start))) if kept else 0
    start, end = block.start, block.end
    if len(block) > LENGTH:
        start = max(start, min(first.start - before_it, end - LENGTH))
        start = _word_start(text, start, first.start) if start > block.start else start
        end = min(end, start + LENGTH)
        end = _word_end(text, end, min(first.end, end)) if end < block.end else end
    before, after = ELLIPSIS * (start > block.start), ELLIPSIS * (end < block.end)
    shift = len(before) - start
    marks = tuple(
        Span(max(m.start, start) + shift, min(m.end, end) + shift) for m in matches if m.start < end and m.end > start
    )
    return f"{before}{_one_line(text[start:end])}{after}", marks


def _word_start(text: str, start: int, latest: int) -> int:
    """The next beginning of a word, `start` where a word is too long to wait for its end."""
    for at in range(start, latest + 1):
        if text[at - 1].isspace() and not text[at].isspace():
            return at
    return min(start, latest)


def _word_end(text: str, end: int, earliest: int) -> int:
    """The last end of a word, `end` where there is none after `earliest`."""
    for at in range(end, earliest - 1, -1):
        if text[at].isspace() and not text[at - 1].isspace():
            return at
    return end


def _one_line(text: str) -> str:
    """Line breaks and tabs as spaces, character for character."""
    return text if text.isprintable() else _WHITE.sub(" ", text)
