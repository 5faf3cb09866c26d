"""Marking words in one text, where the index says that they stand in it: by its own rules, in linear time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from .folding import ACCENTS, ADDED, JOINT, KEPT, UNSEEN, added, aligned, fold
from .query import Term

MOST = 100_000
"""Places that are marked in one text: more than anybody goes through, and a second's work."""
WATCHED = 1_000
"""Places between two looks at whether the work is still wanted."""

_LETTER = f"\\w\ue000-\uf8ff{KEPT}"
"""What words are made of, as a range in a pattern; `_` is none of it in a text made ready."""
_WORD = re.compile(f"[{_LETTER}][{_LETTER}{ACCENTS}]*")
_STRAY = re.compile(f"(?<![{_LETTER}{ACCENTS}])[{ACCENTS}]+")
"""Accents that no letter bears: the index reads over them."""

_ACCENTS = re.compile(f"[{ACCENTS}]+")

Place = tuple[int, int, str]
"""Start and end of a match in code points of the text that was folded, and its words, folded."""


class Marker:
    """Finds words in one text.

    Args:
        text: a folded one.
        look: called every now and then; what it raises ends the work.
    """

    def __init__(self, text: str, look: Callable[[], None] | None = None) -> None:
        self._text = text
        self._look = look

    @cached_property
    def _forms(self) -> tuple[str, str]:
        """The text as patterns are matched with it, and without accents: the same where no letter bears one."""
        ready = _ready(self._text)
        return ready, _ACCENTS.sub("", ready) if _accented(ready) else ready

    def holds(self, term: Term) -> bool:
        """Whether a term stands in the text."""
        return bool(self._found(term, most=1))

    def starts(self, terms: Iterable[Term]) -> list[int]:
        """Where some terms begin in the folded text, in no order."""
        return [start for term in terms for start, _ in self._found(term)]

    def places(self, terms: Iterable[Term]) -> list[Place]:
        """Each place where one of some terms stands, without overlaps, in order; `MOST` at most."""
        found = [place for term in terms for place in self._found(term)]
        return _unfolded(_joined(sorted(found))[:MOST], self._text, self._forms[0]) if found else []

    def _found(self, term: Term, most: int = MOST) -> list[tuple[int, int]]:
        """Where a term stands in the folded text."""
        if self._look:
            self._look()
        ready, letters = self._forms
        words = _words(term)
        first = letters.find(words[0]) if words else -1
        if first < 0 or (len(words) > 1 and any(word not in letters for word in words)):
            return []  # to make a pattern costs a millisecond
        bare = letters is ready
        pattern = _pattern(words, term.prefix, bare)
        return self._first_found(words[0], first, pattern, most) if bare else self._searched(pattern, most)

    def _first_found(self, word: str, at: int, pattern: re.Pattern[str], most: int) -> list[tuple[int, int]]:
        """Where a pattern that begins with a word matches: ten times as quick as to search by the pattern."""
        ready, found = self._forms[0], list[tuple[int, int]]()
        find, matching, pause = ready.find, pattern.match, min(most, WATCHED)
        while at >= 0:
            within = at > 0 and ready[at - 1].isalnum()  # ten times as quick as to see it by the pattern
            if not within and (match := matching(ready, at)):
                found.append(match.span())
                if len(found) == pause and (pause := self._pause(pause, most)) > most:
                    break
            at = find(word, at + 1)
        return found

    def _searched(self, pattern: re.Pattern[str], most: int) -> list[tuple[int, int]]:
        ready, found = self._forms[0], list[tuple[int, int]]()
        position, pause = 0, min(most, WATCHED)
        while match := pattern.search(ready, position):
            found.append(match.span())
            if len(found) == pause and (pause := self._pause(pause, most)) > most:
                break
            position = match.start() + 1
        return found

    def _pause(self, places: int, most: int) -> int:
        """After how many places to pause the next time; more than `most` where there are enough."""
        if self._look:
            self._look()
        return min(places + WATCHED, most) if places < most else most + 1


def _ready(text: str) -> str:
    """A folded text as patterns are matched with it."""
    ready = aligned(text).replace("_", " ")
    return _STRAY.sub(lambda match: " " * len(match[0]), ready) if _accented(ready) else ready


def _accented(ready: str) -> bool:
    return not ready.isascii() and any(accent in ready for accent in ACCENTS)


@lru_cache(maxsize=512)
def _words(term: Term) -> tuple[str, ...]:
    """The words of a term as they stand in a text that is ready, without accents."""
    return tuple(_ACCENTS.sub("", word) for word in _WORD.findall(_ready(fold(term.words))))


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...], prefix: bool, bare: bool) -> re.Pattern[str]:
    """What finds words one after the other in a text that is ready and, if `bare`, without accents."""
    accents = "" if bare else f"[{ACCENTS}]*"
    spelled = ["".join(re.escape(char) + accents for char in word) for word in words]
    begin = f"(?<![{_LETTER}{ACCENTS}])"
    end = f"[{_LETTER}{ACCENTS}]*" if prefix else f"(?![{_LETTER}{ACCENTS}])"
    return re.compile(begin + f"[^{_LETTER}{ACCENTS}]+".join(spelled) + end)


def _joined(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping ones as one."""
    joined: list[tuple[int, int]] = []
    reached = 0
    for start, end in found:
        if start < reached:
            reached = max(reached, end)
            joined[-1] = (joined[-1][0], reached)
        else:
            reached = end
            joined.append((start, end))
    return joined


def _unfolded(found: Iterable[tuple[int, int]], text: str, ready: str) -> list[Place]:
    """The places in the text that was folded; `ready` has the same code points as `text`."""
    if text.isascii() and JOINT not in text:
        return [(start, end, ready[start:end]) for start, end in found]
    seen = ((start, len(text[start:end].rstrip(UNSEEN))) for start, end in found)
    if JOINT not in text and ADDED not in text:
        return [(start, start + length, ready[start : start + length]) for start, length in seen]
    places = []
    counted = before = 0
    for start, length in seen:
        before += added(text[counted:start])
        counted, end = start, start + length
        places.append((start - before, end - before - added(text[start:end]), ready[start:end]))
    return places
