"""What the wording that a paragraph shares with articles is worth: names and formulas say little."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing_tui.model import Span

from .query import LITTLE
from .reuse import Sharing
from .similar import LETTERS, Alike
from .wording import Wording

FORMULA = 3
"""Articles in which the same short run makes it a formula, such as how a source is named."""
SHORT = 16
"""Words of a run that is no formula any more, however many articles have it."""
LEAST = 2
"""Words of the shared ones that must tell something."""
NAMES = 2
"""Words of which one has a capital letter in what is mostly a name: of an office, an institute, a journal."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of an article that are words of a paragraph, in the same order."""

    article: str
    there: Span
    here: tuple[int, ...]
    """Which words of the paragraph they are."""
    of: int
    """Words in all, from the first of them to the last: more where some between were exchanged."""
    telling: int = 0
    """How many of them are neither little nor of a formula, nor of a name where this is most of it."""
    formula: int = 0
    """In how many articles those stand that are of a formula."""

    @property
    def reason(self) -> str:
        """In words."""
        same = len(self.here)
        if self.telling < LEAST:
            return f"a formula of {self.formula} other articles" if self.formula else "the same name"
        return f"{same} words in a row in common" if same == self.of else f"similar wording: {same} of {self.of} words"

    @property
    def rank(self) -> tuple[int, int, str, Span]:
        """Comes first where it is least: what tells most."""
        return (-self.telling, -len(self.here), self.article, self.there)


def in_order(text: str, own: Wording, sharings: Iterable[Sharing], alike: Iterable[Alike]) -> list[Shared]:
    """What a paragraph shares with articles, what tells most first.

    Args:
        text: of the paragraph.
        own: its words.
        sharings: the runs that are the same.
        alike: those that are nearly the same.
    """
    found = [
        Shared(sharing.article, run.there, tuple(range(first, first + run.words)), run.words)
        for sharing in sharings
        for run in sharing.passages
        for first in (bisect_left(own.starts, run.here.start),)
    ]
    found += [Shared(one.article, one.there, one.here, one.of) for one in alike]
    articles = _articles(found)
    words = [text[start:end] for start, end in zip(own.starts, own.ends, strict=True)]
    weighed = []
    for one in found:
        formula = {n: len(articles[n]) for n in one.here if len(articles[n]) >= FORMULA}
        telling = _telling([words[n] for n in one.here if n not in formula])
        weighed.append(replace(one, telling=telling, formula=max(formula.values(), default=0)))
    return sorted(weighed, key=lambda one: one.rank)


def _articles(found: Sequence[Shared]) -> defaultdict[int, set[str]]:
    """By word of the paragraph: the articles that have it in a short run."""
    articles: defaultdict[int, set[str]] = defaultdict(set)
    for one in found:
        if one.of < SHORT:
            for n in one.here:
                articles[n].add(one.article)
    return articles


def _telling(words: Sequence[str]) -> int:
    """How many different words of a run tell something."""
    named = sum(word[0].isupper() for word in words) * NAMES >= len(words)
    return len({word.casefold() for word in words if _tells(word) and not (named and word[0].isupper())})


def _tells(word: str) -> bool:
    """Whether a word is neither a numeral nor little; in scripts without capital letters length says nothing."""
    if word[0].isupper() or word[0].islower():
        return len(word) >= LETTERS and word not in LITTLE
    return not word[0].isdecimal()
