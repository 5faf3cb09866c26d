"""Clauses of a sentence: by its punctuation in every language, by the words that begin a clause in some.

What is cut is never a number. Languages that set every such clause off by a comma, as German and Russian do, need no
words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ..model import Span

_CUT = r"""
      [,;:،؛] [”’»›"')\]}]* (?=\s)                       # before a space alone: not 1,000, 10:30 or http://
    | [，；：、] [」』）】〉》”’]*                         # the wide ones, which no space follows
    | —+ | ―+ | -- | ⸺                                   # long dashes
    | \s (?: – | - | − ) \s                              # short ones between spaces: not 5–6 or well-known
    | (?P<open> (?<=\s) (?=[(\[{]) | (?=[（［【〔]) )      # before what stands in brackets
    | (?P<close> [)\]}] (?=[\s,;:—]) | [）］】〕] )        # and after it
"""
_AFTER_THAT = """
    am are is was were be been can could do does did had has have may might must ought shall should will would
    he her his i I it its my no nobody none nothing our she their there these they this those we who you your
    a an all any both each every most neither not some such the
"""
"""English words before which ‘that’ begins a clause: in ‘that man’ it does not."""
_BEFORE_WHICH = "about after against among at before by during for from in into of on over through to under upon with"
_OPENERS: Mapping[str, tuple[str, ...]] = {
    "en": (
        r"(?<!\bat )(?<!\bby )(?<!\bfor )(?<!\bin )(?<!\bon )(?<!\bto )(?<!\bwith )that AHEAD",
        f"(?:(?:{'|'.join(_BEFORE_WHICH.split())}) )?(?:which AHEAD|whom |whose )",
        "who ",
        "(?:even |only |just |simply |partly |not )?because (?!of )",
        "(?:even |only |just |except |as )?(?:if|when|where) (?!(?:and|any|ever|necessary|not|or|possible|so)\\b)",
        "(?:even |only |just )?(?:as long as|so long as|as soon as) AHEAD",
        r"(?<!\ba )(?<!\bthe )(?<!\bworth )while ",
        "(?:even |as )?though ",
        "(?:although|unless|whereas|whenever|wherever|provided that|so that|in order to|in order that|so as to) ",
    ),
}
"""What begins a subordinate clause, by language, as patterns: only what hardly ever does anything else."""
_AHEAD = rf"(?=(?:{'|'.join(_AFTER_THAT.split())})\b|[A-Z])"
_OPENING = r"(?P<word> (?<=\s) (?<!\bof\s) (?<!\bfrom\s) (?:(?:and|or|but)\s)? (?:{}) ) | "
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\W{1,3}(?=\d)")
_LETTER = re.compile(r"[^\W\d_]")
_LEFT_OUT = " \t\n\r\u00a0\u202f,;:،؛，；：、—―–-−⸺"
"""What stands between two clauses and belongs to neither."""


@cache
def _cut(language: str) -> re.Pattern[str]:
    """Where sentences of a language are cut."""
    openers = "|".join(_OPENERS.get(language, ("(?!)",))).replace("AHEAD", _AHEAD).replace(" ", r"\s")
    return re.compile(_OPENING.format(openers) + _CUT, re.VERBOSE)


def clauses(text: str, sentence: Span, language: str = "") -> tuple[Span, ...]:
    """The clauses of a sentence.

    Args:
        text: the whole text that `sentence` refers to.
        sentence: the sentence, or a heading.
        language: of the text, as its metadata name it.

    Returns:
        spans in order, without the comma or dash between two of them; the first begins and the last ends as the
        sentence does. A part without a letter, such as a number, is no clause of its own.
    """
    found: list[Span] = []
    start, opened = sentence.start, 0
    solid, last = _letter(text, sentence), _last_letter(text, sentence)
    for match in _cut(language.partition("-")[0].lower()).finditer(text, sentence.start, sentence.end):
        opened += match["open"] is not None
        if match["close"]:
            opened -= 1
            if opened < 0:  # of a bracket within a word: function(s)
                opened = 0
                continue
        end = match.start() if match["word"] else match.end()
        if solid < match.start() and match.end() <= last and not _BETWEEN_DIGITS.match(text, match.start()):
            found.append(_trimmed(text, start, end, first=not found))
            start = end
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
