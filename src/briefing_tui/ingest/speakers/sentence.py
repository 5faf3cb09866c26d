"""A sentence as words and signs; words in quotation marks are one sign, as nobody in them speaks to the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Span
from ...model.signs.spoken import QUOTED

_TAIL = r"(?:[’'.&/‐‑-][^\W_]+)*"
_TOKEN = re.compile(rf"[^\W_]{{2,}}{_TAIL}|(?:[^\W\d_]\.)+(?=\W|\Z)|[^\W_]{_TAIL}|{QUOTED}+|[^\s\w]")


@dataclass(slots=True)
class Sentence:
    """The words and signs of a sentence, with their places in the text."""

    text: str
    masked: str
    """The paragraph, with its quotations blotted out."""
    offset: int
    """Where the paragraph begins in the text."""
    span: Span
    words: list[str]
    _places: list[tuple[int, int]] | None = None

    def places(self) -> list[tuple[int, int]]:
        """Where each word begins and ends in the text; found when they are asked for, as few sentences need them."""
        if self._places is None:
            last = self.span.end - self.offset
            found = _TOKEN.finditer(self.masked, self.span.start - self.offset, last)
            spans = (m.span() for m in found if m[0] != "." or m.end() == last)
            self._places = [(start + self.offset, end + self.offset) for start, end in spans]
        return self._places

    def start(self, index: int) -> int:
        """Where a word begins in the text."""
        return self.places()[index][0]

    def end(self, index: int) -> int:
        """Where a word ends in the text."""
        return self.places()[index][1]

    def slice(self, first: int, last: int) -> str:
        """The text from one word to before another, without white space around it."""
        if first >= last:
            return ""
        places = self.places()
        return self.text[places[first][0] : places[last - 1][1]]

    def at(self, index: int) -> str:
        """The word or sign at an index; empty outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def quotes(self, minimum: int) -> bool:
        """Whether it holds a quotation of some words."""
        quoted = (i for i, word in enumerate(self.words) if word == QUOTED)
        return any(len(self.slice(i, i + 1).split()) >= minimum for i in quoted)


def sentence(text: str, paragraph: str, offset: int, span: Span) -> Sentence:
    """The sentence at `span` of a text, whose paragraph is given with its quotations blotted out."""
    last = span.end - offset
    words = _TOKEN.findall(paragraph, span.start - offset, last)
    if "." in words:
        # a full stop within a sentence belongs to an abbreviation
        words = [w for w in words[:-1] if w != "."] + words[-1:]
    if QUOTED in paragraph:
        words = [QUOTED if w[0] == QUOTED else w for w in words]
    return Sentence(text, paragraph, offset, span, words)
