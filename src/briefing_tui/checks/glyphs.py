"""Characters that no font has: where in a brief they stand, and which fonts would have them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from ..model import Brief
from .own_words import own_texts

_CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH")
"""How the names of the characters of Chinese, Japanese and Korean begin."""
_PICTURES = range(0x1F000, 0x1FB00)
_GAMES = ("PLAYING CARD", "MAHJONG", "DOMINO")
"""How the names of those pictures begin that fonts of signs have, and fonts of emoji have not."""
_SIGNLESS = (
    "no font can have what is no sign (unassigned, private or invisible): look in the original what is meant, then "
    "write that, or leave it out (in a quote with […])"
)
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
    """What to do: the fonts that have them, where there are any, and what becomes of those that no font can have."""
    packages: dict[str, list[str]] = {}
    for character in characters:
        packages.setdefault(_package(character), []).append(character)
    signless = packages.pop("", [])
    several = len(packages) > 1 or (packages and signless)
    fonts = [f"{name} (for {' '.join(said)})" if several else name for name, said in sorted(packages.items())]
    hints = [f"take them out, or install {', '.join(fonts)}"] * bool(fonts)
    if signless:
        which = f"{' '.join(map(shown, signless))}: " if fonts else ""
        hints.append(f"{which}{_SIGNLESS}")
    return "; ".join(hints)


def _package(character: str) -> str:
    """The package of fonts that has a character; nothing for one that is no sign of any script."""
    if unicodedata.category(character) in _UNPRINTED:
        return ""
    code, name = ord(character), unicodedata.name(character, "")
    if code in _PICTURES and not name.startswith(_GAMES):
        return "fonts-noto-color-emoji"
    if name.startswith(_CJK):
        return "fonts-noto-cjk"
    return "fonts-noto-core"
