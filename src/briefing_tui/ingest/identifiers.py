"""Ids of articles: who, when and what about, in ASCII."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from ..model import Metadata

LONGEST = 60
"""Characters of an id."""

WORDS = 5
"""Words of the title, or of the text where there is none."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
     "ð": "d", "þ": "th", "ı": "i"}
)  # fmt: skip
_SMALL = frozenset("a an the of and to in on at by for from with its is as".split())


def suggest_id(metadata: Metadata, text: str, taken: Collection[str], fallback: str) -> str:
    """An id that is not taken, from author or outlet, year and title.

    Args:
        metadata: of the article.
        text: of the article; its first words stand in for a missing title.
        taken: ids that others have.
        fallback: what an id is made from where nothing is in Latin script, such as the beginning of a hash.
    """
    who = metadata.author[0].short if metadata.author else metadata.container_title or metadata.publisher
    year = str(metadata.issued.year) if metadata.issued else ""
    title = metadata.title or " ".join(text[:400].replace("## ", " ").split()[: WORDS * 3])
    words = _words(title)[:WORDS]
    if sum(len(w) for w in words if not w.isdigit()) < 3 and not _words(who):
        words = [*_words(fallback), *words] or ["article"]
    base = _fitted([*_words(who)[:4], year, *words], LONGEST)
    number, candidate = 1, base
    while candidate in taken:
        number += 1
        candidate = f"{base[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}"
    return candidate


def _words(text: str) -> list[str]:
    """Words in lower-case ASCII letters and digits, the small ones left out; other scripts give none."""
    text = re.sub(r"['’](?:s\b)?", "", text.translate(_LETTERS))
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return [word for word in re.findall(r"[a-z0-9]+", ascii_text.lower()) if word not in _SMALL]


def _fitted(words: list[str], longest: int) -> str:
    """As many whole words as fit."""
    fitted = ""
    for word in filter(None, words):
        longer = f"{fitted}-{word}" if fitted else word[:longest]
        if len(longer) > longest:
            break
        fitted = longer
    return fitted
