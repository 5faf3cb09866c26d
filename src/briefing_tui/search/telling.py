"""Which words tell what a passage is about: names, and words that are not in everybody's mouth."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from .folding import names

ENDINGS = ("s", "es", "ed", "d", "ing", "ings", "ly", "er", "ers", "ment", "ments", "al", "ally")
"""English ones, with which a word says no more."""
STEM = 3
"""Letters that are left at least where one is taken off."""
_BEFORE = 12
"""Code points in which the end of a sentence is looked for."""
_OPENING = "\"'“”„‘’‚«»‹›([{*_ \t"
_ENDS = ".!?…:;\n"


def is_common(word: str) -> bool:
    """Whether any text may use a word, whatever it is about."""
    common, folded = _common(), names(word)
    return any(form in common for form in _forms(folded))


def is_name(text: str, at: int) -> bool:
    """Whether the word at a place has a capital letter that no beginning of a sentence gives it."""
    before = text[max(0, at - _BEFORE) : at].rstrip(_OPENING)
    return text[at].isupper() and bool(before) and before[-1] not in _ENDS


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lists = tomllib.loads(files(__package__).joinpath("words", "common.toml").read_text("utf-8"))
    return frozenset(names(" ".join(lists.values())).split())


def _forms(word: str) -> Iterator[str]:
    """A word, and what it may be a form of."""
    yield word
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= STEM:
            yield stem
            yield f"{stem}e"
            if stem[-1] == "i":
                yield f"{stem[:-1]}y"
            elif stem[-1] == stem[-2]:
                yield stem[:-1]
