"""Phrases of the word lists, as patterns on folded text.

`*` at either end of a word stands for up to thirty letters, `_` for up to two words, `…` for up to eight, `#` for a
number, `<name>` for a word of the list with that name, `this|that` for one of several, a `,` alone for a comma, `+` at
the beginning of a word for particles of Hebrew or Arabic that are written with it, if any. Hebrew and Arabic are listed
without vowel signs, `أ` and `إ` with their hamza: a text has these or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

_WORD = r"[^\s,.;:!?…“”\"()\[\]،؛؟]+"
_SIGNS = r"\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0652\u0670"
"""Vowel signs of Hebrew and Arabic, and the stroke that draws a word out: they are written or not."""
_VOWELLED = re.compile("[\u05d0-\u05ea\u0620-\u064a]")
_ALIKE = {"أ": "[أا]", "إ": "[إا]"}
_ARABIC = "\u0620"
"""From here on: Hebrew is before."""
_PARTICLES = f"(?:[ושכהבלמ][{_SIGNS}]*){{0,3}}", f"(?:[وفبلك][{_SIGNS}]*){{0,2}}"
"""Of Hebrew: and, that, as, the, in, to, from; of Arabic: and, so, by, for, as."""
_FOLDED = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})
_BOUND = r"(?<![\w'-])"
_END = rf"(?![\w{_SIGNS}-])"

Names = Mapping[str, Sequence[str]]


def fold(text: str) -> str:
    """Text in small letters, with one kind of apostrophe; every character stays where it is."""
    folded = text.translate(_FOLDED)
    lower = folded.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


class Phrases:
    """A list of phrases, without those places where an exempt one stands.

    Its patterns are made when they are first asked for: few of a language's lists are needed but for the guard.
    """

    def __init__(self, phrases: Iterable[str], names: Names, exempt: Iterable[str] = ()) -> None:
        self._listed = tuple(phrases), tuple(exempt)
        self._names = names

    @cached_property
    def _wanted(self) -> re.Pattern[str] | None:
        return _pattern(self._listed[0], self._names)

    @cached_property
    def _exempt(self) -> re.Pattern[str] | None:
        return _pattern(self._listed[1], self._names)

    def find(self, folded: str) -> Iterator[re.Match[str]]:
        """The places in a folded text."""
        if self._wanted is None:
            return
        spared = [m.span() for m in self._exempt.finditer(folded)] if self._exempt else []
        for match in self._wanted.finditer(folded):
            if not any(start < match.end() and match.start() < end for start, end in spared):
                yield match

    def first(self, folded: str) -> re.Match[str] | None:
        """The first place."""
        return next(self.find(folded), None)

    def opens(self, folded: str) -> re.Match[str] | None:
        """The place at the very beginning, whatever is exempt."""
        return self._wanted.match(folded) if self._wanted else None

    def closes(self, folded: str) -> re.Match[str] | None:
        """The last place, where nothing but spaces and marks follow it."""
        found = list(self.find(folded))
        return found[-1] if found and not re.search(r"[\w,;]", folded[found[-1].end() :]) else None


def _pattern(phrases: Iterable[str], names: Names) -> re.Pattern[str] | None:
    """One pattern of all phrases, the longer ones first."""
    whole: list[str] = []
    open_left: list[str] = []
    for phrase in sorted(phrases, key=len, reverse=True):
        (open_left if phrase.startswith(("*", ",")) else whole).append(_one(phrase, names))
    groups = [f"{_BOUND}(?:{'|'.join(whole)})" if whole else "", "|".join(open_left)]
    return re.compile("|".join(filter(None, groups))) if whole or open_left else None


def _one(phrase: str, names: Names) -> str:
    found = ""
    for part in phrase.split():
        if part == "_":
            found += rf"(?:\s+{_WORD}){{0,2}}?"
        elif part == "…":
            found += rf"(?:,?\s+{_WORD}){{0,8}}?"
        elif part == ",":
            found += r"\s*[,،]"
        else:
            found += (r"[\s“\"]+" if found else "") + _part(part, names)
    return found + ("" if phrase.endswith((",", "*")) else _END)


def _part(part: str, names: Names) -> str:
    if part == "#":
        return r"\d[\d.,]*"
    if part.startswith("<"):
        return "(?:" + "|".join(map(_words, names[part.strip("<>")])) + ")"
    return "(?:" + "|".join(map(_words, part.split("|"))) + ")" if "|" in part else _words(part)


def _words(words: str) -> str:
    """One or several words as they stand, with `*` for any letters."""
    return r"\s+".join(map(_word, words.split()))


def _word(word: str) -> str:
    vowelled = _VOWELLED.search(word)
    if vowelled is None:
        return re.escape(word).replace(r"\*", r"\w{0,30}")
    found = "".join(map(_letter, word.removeprefix("+")))
    return _PARTICLES[vowelled.group() >= _ARABIC] + found if word.startswith("+") else found


def _letter(sign: str) -> str:
    if sign == "*":
        return rf"[\w{_SIGNS}]{{0,30}}"
    return f"{_ALIKE.get(sign, re.escape(sign))}[{_SIGNS}]*"
