"""Characters that no font has: where in a brief they stand, and which fonts would have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from ...model import Article, Brief
from ..quoting.own_words import own_texts
from .font_packages import package_of

_SIGNLESS = (
    "no font can have what is no sign (unassigned, private or invisible): look in the original what is meant, then "
    "write that, or leave it out (in a quote with […])"
)
_LATER = (
    f"no font here has it, and Unicode {unicodedata.unidata_version}, which this program knows, has no such sign; a "
    "later one may: install newer fonts, or look in the original what is meant, and write that in other signs"
)
_NOWHERE = "no package of Debian is known to have it: look in the original what is meant, and write that in other signs"
_NEWER, _UNHELD = "\0", "\1"
"""Stand for what may have been assigned since, and for what is assigned and in no font."""
_UNPRINTED = ("Cc", "Cf", "Cn", "Co", "Cs")
_UNSEEN = re.compile("[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""What Unicode keeps for signs that are not to be seen: the engine leaves out what is not assigned there."""


def by_place(brief: Brief, articles: Mapping[str, Article], absent: str) -> Iterator[tuple[str, str]]:
    """Each place of the brief that has any of the characters, with those; what stands in none of them, with none.

    Args:
        brief: where they are looked for.
        articles: whose titles, authors and outlets its notes name.
        absent: the characters that the pages lack, but for what is left out without a trace.
    """
    found: dict[str, str] = {}
    for place, text in _texts(brief, articles):
        told = found.get(place, "")
        lacking = {c for c in text if c in absent or is_dropped(c)} - set(told)
        found[place] = told + "".join(sorted(lacking))
    if elsewhere := "".join(c for c in absent if not any(c in told for told in found.values())):
        found[""] = elsewhere
    yield from ((place, told) for place, told in found.items() if told)


def is_dropped(character: str) -> bool:
    """Whether a character would neither be printed nor be missed: one that is not assigned, and would be invisible."""
    return bool(_UNSEEN.match(character)) and unicodedata.category(character) == "Cn"


def _texts(brief: Brief, articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    yield from own_texts(brief)
    for excerpt in brief.excerpts.values():
        yield excerpt.id, excerpt.exact
        if article := articles.get(excerpt.article):
            data = article.metadata
            yield excerpt.id, " ".join((data.title, data.container_title, *map(str, data.author)))


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
    others = [(packages.pop(kind, []), hint) for kind, hint in ((_NEWER, _LATER), (_UNHELD, _NOWHERE), ("", _SIGNLESS))]
    several = len(packages) + sum(bool(those) for those, _ in others) > 1
    fonts = [f"{name} (for {' '.join(said)})" if several else name for name, said in sorted(packages.items())]
    hints = [f"take them out, or install {', '.join(fonts)}"] * bool(fonts)
    hints += [f"{' '.join(map(shown, those))}: " * several + hint for those, hint in others if those]
    return "; ".join(hints)


def _package(character: str) -> str:
    """The package of fonts that has a character; nothing for one that is no sign of any script."""
    code = ord(character)
    if unicodedata.category(character) == "Cn" and not (is_dropped(character) or _is_never_assigned(code)):
        return _NEWER
    if unicodedata.category(character) in _UNPRINTED:
        return ""
    return package_of(character) or _UNHELD


def _is_never_assigned(code: int) -> bool:
    """Whether Unicode promises that a number will never be that of a sign."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
