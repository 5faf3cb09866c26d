"""Characters that no font has: where in a brief they stand, and which fonts would have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from ..model import Brief
from .own_words import own_texts

_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
"""How the names of the characters of Chinese, Japanese and Korean begin."""
_PICTURES = range(0x1F000, 0x1FB00)
_UNPRINTED = ("Cc", "Cf", "Cn", "Co", "Cs")


def by_place(brief: Brief, absent: str) -> Iterator[tuple[str, str]]:
    """The characters, each with the first place of the brief that has it; without one, with none."""
    texts = [*own_texts(brief), *((excerpt.id, excerpt.exact) for excerpt in brief.excerpts.values())]
    places: dict[str, str] = {}
    for character in absent:
        place = next((place for place, text in texts if character in text), "")
        places[place] = places.get(place, "") + character
    yield from places.items()


def shown(character: str) -> str:
    """A character with its number, which tells it where no font does."""
    return (
        f"{character} (U+{ord(character):04X})"
        if unicodedata.category(character) not in _UNPRINTED
        else (f"U+{ord(character):04X}")
    )


def remedy(characters: Iterable[str]) -> str:
    """What to do: the fonts that have them, where there are any."""
    packages = sorted({package for c in characters if (package := _package(c))})
    return f"take them out, or install {', '.join(packages)}" if packages else "take them out: no font has them"


def _package(character: str) -> str:
    """The package of fonts that has a character; nothing for one that is no sign of any script."""
    if unicodedata.category(character) in _UNPRINTED:
        return ""
    if ord(character) in _PICTURES:
        return "fonts-noto-color-emoji"
    return "fonts-noto-cjk" if unicodedata.name(character, "").startswith(_CJK) else "fonts-noto-core"
