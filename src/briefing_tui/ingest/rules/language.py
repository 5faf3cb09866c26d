"""The language of a text, where its script or its small words leave no doubt."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 20_000
"""Characters that are looked at."""

_SMALL_WORDS = {
    "en": "the of and to in that is was for with as by on at from this which be are it has have not but they were",
    "fr": "le la les des de du et est une que qui dans pour pas sur au avec plus par ce il elle sont cette aux",
    "de": "der die das und ist von den zu mit sich nicht ein eine auf für dem im auch es als an nach wird bei sind",
    "es": "el la los las de que y en un una es por con para no se del al como más su sus este pero fue",
    "it": "il la di che è e un una per non con del della sono gli nel alla anche le dei si più come da ha",
    "pt": "o a os as de que e em um uma é por com para não se do da no na dos das mais como foi ao",
    "nl": "de het een en van is dat in te op voor met zijn niet aan er die ook als bij naar door wordt werd",
}
_SMALL = {code: frozenset(words.split()) for code, words in _SMALL_WORDS.items()}

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


def _latin(sample: str) -> str:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    counts = Counter({code: sum(w in small for w in words) for code, small in _SMALL.items()})
    (code, first), (_, second) = counts.most_common(2)
    return code if len(words) >= 25 and first >= len(words) * 0.2 and first >= second * 1.6 else ""
