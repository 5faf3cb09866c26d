"""Clauses of a sentence, by its punctuation alone: the same in every language, and never cut within a number."""

from __future__ import annotations

import re

from ..model import Span

_CUT = re.compile(
    r"""
      [,;:،؛] [”’»›"')\]}]* (?=\s)                       # before a space alone: not 1,000, 10:30 or http://
    | [，；：、] [」』）】〉》”’]*                         # the wide ones, which no space follows
    | —+ | ―+ | -- | ⸺                                   # long dashes
    | \s (?: – | - | − ) \s                              # short ones between spaces: not 5–6 or well-known
    | (?P<open> (?<=\s) (?=[(\[{]) | (?=[（［【〔]) )      # before what stands in brackets
    | (?P<close> [)\]}] (?=[\s,;:—]) | [）］】〕] )        # and after it
    """,
    re.VERBOSE,
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\W{1,3}(?=\d)")
_LETTER = re.compile(r"[^\W\d_]")
_LEFT_OUT = " \t\n\r\u00a0\u202f,;:،؛，；：、—―–-−⸺"
"""What stands between two clauses and belongs to neither."""


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """The clauses of a sentence.

    Args:
        text: the whole text that `sentence` refers to.
        sentence: the sentence, or a heading.

    Returns:
        spans in order, without the comma or dash between two of them; the first begins and the last ends as the
        sentence does. A part without a letter, such as a number, is no clause of its own.
    """
    found: list[Span] = []
    start, opened = sentence.start, 0
    solid, last = _letter(text, sentence), _last_letter(text, sentence)
    for match in _CUT.finditer(text, sentence.start, sentence.end):
        opened += match["open"] is not None
        if match["close"]:
            opened -= 1
            if opened < 0:  # of a bracket within a word: function(s)
                opened = 0
                continue
        if solid < match.start() and match.end() <= last and not _BETWEEN_DIGITS.match(text, match.start()):
            found.append(_trimmed(text, start, match.end(), first=not found))
            start = match.end()
            solid = _letter(text, Span(start, sentence.end))
    found.append(_trimmed(text, start, sentence.end, first=not found, last=True))
    return tuple(found)


def _letter(text: str, span: Span) -> int:
    """Where the first letter of a span stands; its end where there is none."""
    found = _LETTER.search(text, span.start, span.end)
    return found.start() if found else span.end


def _last_letter(text: str, span: Span) -> int:
    """Where the last letter of a span stands; before it where there is none."""
    return next((at for at in range(span.end - 1, span.start - 1, -1) if text[at].isalpha()), -1)


def _trimmed(text: str, start: int, end: int, *, first: bool, last: bool = False) -> Span:
    while not first and text[start] in _LEFT_OUT:
        start += 1
    while not last and text[end - 1] in _LEFT_OUT:
        end -= 1
    return Span(start, end)
