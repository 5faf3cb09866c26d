"""The printed form of an altered quote, in which own text may quote it too: brackets and all (rule 7)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ...model import Excerpt, find_all, normalise
from ...model.edges import Cut, edges
from .verification import pinned_edges

_LETTER = chr(0x12000)
"""One of a script that nobody uses, so that a word with a bracket in it stays one; more of them follow it."""
_FIRST_SIGN = ord(_LETTER) + 1
_STAND_IN = re.compile(f"[{_LETTER}-{chr(_FIRST_SIGN + 0x2FF)}]")
_WORD = re.compile(r"[^\W_]")


def bound(excerpt: Excerpt, text: str) -> str:
    """The words of a passage with a letter where it divides a word, so that no part of one passes for a word."""
    before, after = (_LETTER if edge is not Cut.NOTHING else "" for edge in pinned_edges(excerpt))
    words = text.strip()
    return text.replace(words, f"{before}{words}{after}", 1) if words else text


def stand_in(words: str, text: str) -> bool:
    """Whether words are part of a text, and no part of its words; both by rule 1. A letter of ours is in no words."""
    return not _STAND_IN.search(words) and _stands_in(words, text)


def _stands_in(words: str, text: str) -> bool:
    whole = (Cut.NOTHING, Cut.NOTHING)
    return words in text and any(edges(text, place) == whole for place in find_all(words, text))


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """An altered quote as it is printed."""

    text: str
    """Each bracket of ours, with what is in it, is one sign."""
    signs: Mapping[str, str]
    """These, by what is printed."""

    @classmethod
    def of(cls, excerpt: Excerpt) -> PrintedQuote:
        """That of an excerpt."""
        signs: dict[str, str] = {}
        parts: list[str] = []
        theirs: list[int] = []
        for run in (run for stretch in excerpt.printed() for run in (*stretch.runs, None)):
            if run is None:
                parts.append(" ")
            elif run.ours:
                said = run.text.strip()
                parts.append(run.text.replace(said, signs.setdefault(said, chr(_FIRST_SIGN + len(signs)))))
            else:
                theirs.append(len(parts))
                parts.append(run.text)
        if theirs:
            first, last = theirs[0], theirs[-1]
            parts[first : last + 1] = [bound(excerpt, "".join(parts[first : last + 1]))]
        return cls(normalise("".join(parts)).strip(), {normalise(said): sign for said, sign in signs.items()})

    def has(self, words: str) -> bool:
        """Whether words are part of it: with words of the source, and nothing of ours in part."""
        if _STAND_IN.search(words):
            return False
        theirs = words
        for said, sign in self.signs.items():
            words, theirs = words.replace(said, sign), theirs.replace(said, " ")
        return _WORD.search(theirs) is not None and _stands_in(words, self.text)
