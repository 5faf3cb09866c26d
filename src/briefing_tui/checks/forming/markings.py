"""Markings of the Traffic Light Protocol (TLP 2.0), and what is nearly one: a slip that binds nobody."""

from __future__ import annotations

import re
import string
import unicodedata
from difflib import get_close_matches

from ...model.standards import TLP

_COLOURS = ("red", "amber", "amberstrict", "green", "clear", "white")
"""Those of the protocol; `white` was one until 2022."""
_LABELS = tuple(f"tlp{colour}" for colour in _COLOURS)
_NEAR = 0.8
"""How alike (difflib) to a label a word is that is taken for it."""
_EXACT = re.compile(
    rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(TLP, key=len, reverse=True)))})(?![\w+])(?![^\w,;.]*(?i:strict)\b)"
)
_MEANT = re.compile(r"(?<![^\W_])(?:t\W{0,2}l\W{0,2}p|traffic\W*light)")
_HEAD = re.compile(r"(?<![^\W_])([^\W\d_]{3})\s*:\s*[^\W\d_]")
_LOOKS_LIKE = str.maketrans("АΑВΒСЕΕНΗІΙКΚМΜΝОΟРΡЅТΤХΧУΥ", "AABBCEEHHIIKKMMNOOPPSTTXXYY")
"""Cyrillic and Greek capitals, as the Latin ones that nobody can tell them from."""
_SIGNS = string.punctuation + string.whitespace + "·•–—“”«»"
"""What may stand before the first word."""
_APART = re.compile(r"[,;/|()\[\]{}·•–—]|\s-\s")
"""What stands between two markings."""


def is_misspelt(marking: str) -> bool:
    """Whether a marking is meant for one of the protocol and is none: `TPL:RED`, `AMBER`, `TLP`.

    A house's own marking is none of this, with one label of the protocol behind it or without. What begins as a label
    is one or none: the protocol knows nothing of 'TLP:GREEN//NOFORN'.
    """
    if not marking.strip() or marking in TLP:
        return False
    if _plain(marking).strip(_SIGNS).startswith("tlp"):
        return True
    labels, beside = len(_EXACT.findall(marking)), _EXACT.sub(";", marking)
    if labels > 1 or (labels and not re.search(r"\w", beside)):
        return True
    folded = _plain(beside)
    if _MEANT.search(folded) or any(_is_swapped(head) for head in _HEAD.findall(folded)):
        return True
    return any(_is_slip("".join(re.findall(r"[^\W_]+", part))) for part in _APART.split(folded))


def _plain(marking: str) -> str:
    return unicodedata.normalize("NFKC", marking).upper().translate(_LOOKS_LIKE).casefold()


def _is_slip(word: str) -> bool:
    colour = re.sub("(?:light|only)$", "", word)
    return _is_swapped(word) or colour in _MISTYPED or bool(get_close_matches(word, _LABELS, 1, _NEAR))


def _is_swapped(word: str) -> bool:
    """Whether it is `tlp` in another order."""
    return sorted(word) == ["l", "p", "t"]


def _mistyped(colour: str) -> set[str]:
    """A colour and, where they say that it is meant, what it becomes where a letter is left out, doubled or swapped."""
    if len(colour) < len("amber"):
        return {colour}
    cuts = [(colour[:n], colour[n], colour[n + 1 :]) for n in range(len(colour))]
    slips = {start + letters + end for start, letter, end in cuts for letters in ("", letter * 2)}
    return {colour} | slips | {start + end[:1] + letter + end[1:] for start, letter, end in cuts}


_MISTYPED = frozenset(word for colour in _COLOURS for word in _mistyped(colour))
