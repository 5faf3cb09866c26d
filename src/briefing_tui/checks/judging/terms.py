"""Terms of likelihood in a text: those of the scales, and the words that stand for such terms elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...model.standards import SCALES, Term

EVERY = tuple(term for terms in SCALES.values() for term in terms)
"""The terms of all scales."""
_END = r"(?=(?:ly)?(?![\w-]))"


def others(scale: str) -> dict[str, str]:
    """The terms that a scale does not have, each with the name of the one that has it."""
    own = {term.word for term in SCALES[scale]}
    return {term.word: name for name, terms in SCALES.items() for term in terms if term.word not in own}


def pattern(words: Sequence[str | Term]) -> re.Pattern[str]:
    """What finds terms in small letters, the longer ones first; nothing where there is none.

    A term is found in its adverb, 'almost certainly', as well; what is found is the term.
    """
    return _compiled(tuple(w if isinstance(w, str) else w.word for w in words))


@lru_cache(maxsize=8)
def _compiled(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + rf"){_END}" if words else r"(?!)")
