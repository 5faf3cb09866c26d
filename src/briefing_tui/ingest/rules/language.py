"""The language of a text, where its script or its small words leave no doubt."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib.resources import files

SAMPLE = 20_000
"""Characters that are looked at."""
FEWEST = 25
"""Words of a text in Latin letters of which something is said."""
SHARE = 0.25
"""Of its words that must be small ones of the language."""
AHEAD = 1.25
"""How many times as many they must be as those of any other."""

_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]"), re.compile(r"[ыэъё]"), re.compile(r"[іїєґў]")),
    ("uk", re.compile(r"[\u0400-\u04ff]"), re.compile(r"[їєґ]"), re.compile(r"[ыэъёў]")),
    ("he", re.compile(r"[\u05d0-\u05ea]"), None, None),
    ("el", re.compile(r"[\u0370-\u03ff]"), None, None),
    ("ko", re.compile(r"[\uac00-\ud7a3]"), None, None),
    ("ja", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]"), re.compile(r"[\u3040-\u30ff]"), None),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), None, re.compile(r"[\u3040-\u30ff]")),
    ("ar", re.compile(r"[\u0620-\u064a\u067e-\u06d3]"), None, re.compile(r"[پچژگٹڈےں]")),
)
"""Script, letters that the language has, letters that show another one."""


def language_of(text: str) -> str:
    """The two-letter code, or an empty text where it is not sure."""
    sample = text[:SAMPLE]
    letters = sum(c.isalpha() for c in sample)
    if letters < 40:
        return ""
    for code, script, own, foreign in _SCRIPTS:
        fits = (own is None or own.search(sample)) and not (foreign and foreign.search(sample))
        if fits and len(script.findall(sample)) > 0.7 * letters:
            return code
    return _latin(sample)


@lru_cache(maxsize=1)
def _small_words() -> dict[str, frozenset[str]]:
    plain = tomllib.loads((files(__package__) / "small_words.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words.split()) for code, words in plain.items()}


def _latin(sample: str) -> str:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = Counter({code: sum(w in small for w in words) for code, small in _small_words().items()})
    (code, first), (_, second) = counts.most_common(2)
    return code if len(words) >= FEWEST and first >= len(words) * SHARE and first >= second * AHEAD else ""
