"""The file of word lists that a language has under `words/`: phrases, and words as they are, by section and name."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .phrases import Names, Phrases


class WordLists:
    """The lists of a file, by section and name; one that the file does not have is empty."""

    def __init__(self, plain: dict[str, Any]) -> None:
        self._plain = plain
        self._names: Names = plain.get("names", {})
        self.letters: str = plain["letters"]
        """How the names of the language's letters begin in Unicode."""

    def has(self, section: str) -> bool:
        """Whether the file has a section."""
        return section in self._plain

    def listed(self, section: str, name: str, exempt: str = "exempt") -> Phrases:
        """The phrases of a list, without those that another one of the section exempts."""
        found = self._plain[section]
        return Phrases(found.get(name, ()), self._names, found.get(exempt, ()))

    def bare(self, section: str, name: str) -> frozenset[str]:
        """The words of a list, as they are."""
        return frozenset(self._plain[section].get(name, ()))

    def pairs(self, section: str, name: str) -> tuple[tuple[str, str], ...]:
        """The pairs of a list."""
        return tuple((first, second) for first, second in self._plain[section].get(name, ()))

    def named(self, *lists: str) -> Phrases:
        """The words that have a name of their own, for who says something."""
        words = [word for name in lists for word in self._names.get(name, ())]
        return Phrases(words, self._names, self._plain.get("attribution", {}).get("exempt", ()))


@lru_cache(maxsize=8)
def word_lists(language: str) -> WordLists | None:
    """The lists of a language by its tag (`en-GB`); `None` where it has no file."""
    plain = words_of(language, __package__)
    return None if plain is None else WordLists(plain)


def words_of(language: str, package: str) -> dict[str, Any] | None:
    """What a package has of words of a language, by its tag; `None` where it has no file for it."""
    name = f"{language.partition('-')[0].lower()}.toml"
    found = next((file for file in (files(package) / "words").iterdir() if file.name == name), None)
    return tomllib.loads(found.read_text(encoding="utf-8")) if found else None
