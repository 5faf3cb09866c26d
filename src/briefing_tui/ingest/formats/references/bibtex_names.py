"""Names as BibTeX writes them: 'First von Last', 'von Last, Jr, First', organisations in braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ...rules.names import ORGANISATION_WORDS
from .latex import plain

CslName = dict[str, str]

_MARK = re.compile(r"[{}]|,|\s+and\s+|[\s~]+")
_EXTENDED = re.compile(r"\s*([a-z]+)\s*=\s*(.*?)\s*\Z", re.DOTALL)
_PARTS = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}
_SUFFIX = re.compile(r"(?:[JS]r\.?|[IV]{1,4}|1st|2nd|3rd)", re.IGNORECASE)
_OTHERS = frozenset({"others", "et al.", "et al"})


def names(value: str, unknown: Callable[[str], None] | None = None) -> list[CslName]:
    """The names of a field in CSL's parts."""
    stated = (name.strip() for name in _split(value, lambda mark: mark.strip() == "and"))
    parts = (_name(name, unknown) for name in stated if name and name.lower() not in _OTHERS)
    return [found for name in parts if (found := {part: text for part, text in name.items() if text})]


def _split(value: str, separates: Callable[[str], bool]) -> Iterator[str]:
    """Parts of a value between separators that stand in no braces."""
    depth, start = 0, 0
    for match in _MARK.finditer(value):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif depth == 0 and separates(match[0]):
            yield value[start : match.start()]
            start = match.end()
    yield value[start:]


def _name(name: str, unknown: Callable[[str], None] | None) -> CslName:
    commas = [part.strip() for part in _split(name, lambda mark: mark == ",")]
    extended = [_EXTENDED.match(part) for part in commas]
    if all(match and match[1] in {*_PARTS, "useprefix"} for match in extended):
        return {_PARTS[m[1]]: plain(m[2].strip('"'), unknown) for m in extended if m and m[1] in _PARTS}
    if len(commas) == 1:
        return _undivided(name, unknown)
    particle, family = _particle(_words(commas[0]), keep_last=True)
    given = commas[-1]
    suffix = commas[1] if len(commas) > 2 else ""
    if suffix and _SUFFIX.fullmatch(given) and not _SUFFIX.fullmatch(suffix):
        given, suffix = suffix, given  # the suffix last, as people write it
    return {
        "family": plain(family, unknown),
        "given": plain(given, unknown),
        "non-dropping-particle": plain(particle, unknown),
        "suffix": plain(suffix, unknown),
    }


def _undivided(name: str, unknown: Callable[[str], None] | None) -> CslName:
    """A name without commas: an organisation in braces, or given names, particles and the family name."""
    words = _words(name)
    whole = plain(name, unknown)
    if (len(words) == 1 and name.startswith("{") and name.endswith("}")) or ORGANISATION_WORDS & set(whole.split()):
        return {"literal": whole}
    if len(words) == 1:
        return {"family": whole}
    start = next((n for n, word in enumerate(words[:-1]) if _is_particle(word)), len(words) - 1)
    particle, family = _particle(words[start:], keep_last=True)
    return {
        "family": plain(family, unknown),
        "given": plain(" ".join(words[:start]), unknown),
        "non-dropping-particle": plain(particle, unknown),
    }


def _words(text: str) -> list[str]:
    return [word for word in _split(text, lambda mark: not mark.strip(" \t\n~") and mark not in "{}") if word]


def _particle(words: list[str], *, keep_last: bool) -> tuple[str, str]:
    """The words up to the last one in lower case, and the rest, of which at least one stays."""
    last = max((n for n, word in enumerate(words[: -1 if keep_last else None], 1) if _is_particle(word)), default=0)
    return " ".join(words[:last]), " ".join(words[last:])


def _is_particle(word: str) -> bool:
    """Whether a word begins with a small letter; scripts without small letters have no particles to tell."""
    shown = plain(word) if word.startswith("\\") else "" if word.startswith("{") else word
    return next((c for c in shown if c.isalpha()), "").islower()
