"""Markings of the Traffic Light Protocol, and what is nearly one: a slip that binds nobody."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches

from ..model.standards import TLP

_COLOURS = ("red", "amber", "amberstrict", "green", "clear", "white")
"""Those of the protocol; `white` was one until 2022."""
_LABELS = tuple(f"tlp{colour}" for colour in _COLOURS)
_NEAR_LABEL, _NEAR_COLOUR = 0.8, 0.85
"""How alike (difflib) to a label or a colour a marking is that is taken for it."""
_WITHIN = re.compile(r"\btlp\b[^\s,;/()\[\]]*", re.IGNORECASE)
_HEAD = re.compile(r"\W*([^\W\d_]{3})\s*(?:[:/-]|$)")


def is_misspelt(marking: str) -> bool:
    """Whether a marking is meant for one of the protocol and is none: `TPL:RED`, `AMBER`, `TLP`.

    A house's own marking is none of this, with a label of the protocol beside it or without.
    """
    if not marking.strip() or marking in TLP:
        return False
    folded = unicodedata.normalize("NFKC", marking).casefold()
    letters = "".join(filter(str.isalpha, folded))
    if letters.startswith(("tlp", "trafficlight")) or letters in _COLOURS:
        return True
    head = _HEAD.match(folded)
    if head and sorted(head[1]) == ["l", "p", "t"]:
        return True
    if any(label not in TLP for label in _WITHIN.findall(marking)):
        return True
    return bool(
        get_close_matches(letters, _LABELS, 1, _NEAR_LABEL) or get_close_matches(letters, _COLOURS, 1, _NEAR_COLOUR)
    )
