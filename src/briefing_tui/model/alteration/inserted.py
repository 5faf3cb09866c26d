"""What may be inserted in a quote: words that end where their brackets end, and that are seen.

Only signs that are known are allowed: one that looks like a bracket would end what is ours before its end.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from ..signs.quote_signs import UNSEEN

LONGEST_INSERTION = 200
"""Code points: what explains a word is short; anything longer is the author's own text."""

_SIGNS = frozenset(" .,;:!?'’-‐‑–—/&%‰()+=×±°§№#·،؛؟٪٫٬־׳״।॥։՝՞՜፡።፣፤፥་།၊။។៕、。，；：！？（）・")
"""Signs of a sentence and of figures, in the scripts that have their own."""
_JOINERS = "\u200c\u200d"
"""They belong to the spelling of words in some scripts."""
_OVERLAY = 1
"""The combining class of strokes through a letter."""
_LIKE_SIC = str.maketrans("ѕіс", "sic")
"""Cyrillic letters that look like it."""


def unfit_insertion(text: str) -> str:
    """Why a text cannot be inserted; empty where it can."""
    from ..signs.quotation_marks import quotation_marks

    if not text or text != " ".join(text.split()):
        return "what is inserted has to be words in one line"
    if len(text) > LONGEST_INSERTION:
        return f"what is inserted is longer than {LONGEST_INSERTION} characters: write it as a text of your own"
    marks = quotation_marks(text, plain=True)
    if marks.quoted or marks.unpaired:
        return "what is inserted has quotation marks: words of a source are pinned, not inserted"
    stray = next((after for before, after in pairwise(f" {text}") if not _allowed(before, after)), "")
    if stray:
        return f"what is inserted has a sign that may not stand between brackets: {_named(stray)}"
    bare = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", text).casefold())).translate(_LIKE_SIC)
    if not bare:
        return "what is inserted has neither a letter nor a digit"
    return f"[{text}] is printed for something else" if bare == "sic" else ""


def _allowed(before: str, sign: str) -> bool:
    """Whether a sign may stand behind another one: a mark only on a letter."""
    kind = unicodedata.category(sign)
    if sign in _JOINERS or kind in ("Mn", "Mc"):
        unseen = sign not in _JOINERS and UNSEEN.fullmatch(sign)
        on_letter = unicodedata.category(before)[0] in "LM" or before in _JOINERS
        return on_letter and not unseen and unicodedata.combining(sign) != _OVERLAY
    return sign in _SIGNS or kind == "Sc" or (kind[0] in "LN" and not UNSEEN.fullmatch(sign))


def _named(sign: str) -> str:
    """A sign as people can look for it: itself, or its number where it is not seen alone."""
    seen = unicodedata.category(sign)[0] in "PS" and sign != "\u2800"
    return f"‘{sign}’" if seen else f"the invisible or combining U+{ord(sign):04X}"
