"""Themes that an article may be on though no rule says so: ranked by the words that it has in common with each.

TF-IDF with the themes as the documents: a word counts the more, the fewer themes have it and the more often the article
uses it; one in a label counts more than one in a scope note. Suggestions are for a person to judge, so each comes with
its words.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .theme import WORD, Theme, fold

LABEL, OTHER_LABEL, NOTE = 3.0, 2.0, 1.0
"""What a word counts by where the theme has it."""
SHORTEST = 3
"""Letters of a word that counts, in scripts that put more than one into a word."""
SHOWN = 5
"""Words that a suggestion names at most."""
_COMMON = frozenset(
    """
    about after again against all also among and another any are because been before being belongs between both but can
    could did does during each even every for from had has have her here him his how into its itself last many may more
    most much must not now off once one only other our out over own said same say says shall she should since some such
    than that the their them then there these they this those through too two under until upon use used very was way
    were what when where which while who whom whose why will with within without would yet you your elsewhere what's
    """.split()
)
"""Words of English that stand anywhere; scope notes are too short for their frequency to tell."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme that an article may be on."""

    theme: str
    score: float
    """How alike the two are, 0 to 1."""
    words: tuple[str, ...]
    """Those in common that count most, folded, as the theme has them."""


@dataclass(frozen=True, slots=True)
class _Profile:
    """The words of a theme without their endings: what each counts, and how it is written."""

    weights: Mapping[str, float]
    written: Mapping[str, str]


def suggest(text: str, themes: Sequence[Theme]) -> tuple[Suggestion, ...]:
    """The themes that have words in common with a text, the likeliest first."""
    profiles = {theme.id: _profile(theme) for theme in themes}
    spread = Counter(stem for profile in profiles.values() for stem in profile.weights)
    rarity = {stem: math.log(1 + len(themes) / n) for stem, n in spread.items()}
    uses = Counter(stem for stem, _ in _words(text))
    own = {stem: (1 + math.log(uses[stem])) * rarity[stem] for stem in rarity if stem in uses}
    found = (_compare(theme, profile, own, rarity) for theme, profile in profiles.items())
    return tuple(sorted((one for one in found if one.words), key=lambda one: (-one.score, one.theme)))


def _compare(theme: str, profile: _Profile, own: Mapping[str, float], rarity: Mapping[str, float]) -> Suggestion:
    weights = {stem: weight * rarity[stem] for stem, weight in profile.weights.items()}
    parts = {stem: own[stem] * weight for stem, weight in weights.items() if stem in own}
    length = math.hypot(*weights.values()) * math.hypot(*own.values())
    best = sorted(parts, key=lambda stem: (-parts[stem], stem))[:SHOWN]
    score = sum(parts.values()) / length if parts else 0.0
    return Suggestion(theme, score, tuple(profile.written[stem] for stem in best))


def _profile(theme: Theme) -> _Profile:
    """A word counts by the best of its places."""
    weights: dict[str, float] = {}
    written: dict[str, str] = {}
    for weight, texts in ((NOTE, (theme.scope_note,)), (OTHER_LABEL, theme.alt_label), (LABEL, (theme.pref_label,))):
        for stem, word in (pair for text in texts for pair in _words(text)):
            weights[stem], written[stem] = weight, word
    return _Profile(weights, written)


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The words that count, folded, without the ending of English plurals and as they are."""
    for match in WORD.finditer(fold(text)):
        word = match.group().removesuffix("'s")
        if word in _COMMON or (len(word) < SHORTEST and word.isascii()):
            continue
        plural = len(word) > SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is"))
        yield word[:-1] if plural else word, word
