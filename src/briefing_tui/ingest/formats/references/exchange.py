"""What RIS and EndNote XML share: fields that mean different things by kind, dates in pieces, names inverted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from . import dates

SERIAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "periodical"})
BOOKS = frozenset({"book", "chapter", "entry-encyclopedia", "entry-dictionary", "pamphlet"})
BY_NUMBER = frozenset({"report", "patent", "standard", "legislation", "bill", "dataset", "document"})

_PIECES = re.compile(r"(\d{4})(?:/(\d{0,2})(?:/(\d{0,2})(?:/(.*))?)?)?\Z", re.DOTALL)
_WORDS = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Item:
    """A CSL item in the making: what comes first for a variable counts."""

    variables: dict[str, Any] = field(default_factory=dict)
    named: dict[str, tuple[str, int]] = field(default_factory=dict)

    def set(self, variable: str, value: Any, own: str, line: int = 0) -> None:
        """A variable with the file's own name of its field, unless it is known already."""
        if value and variable not in self.variables:
            self.variables[variable] = value
            self.named[variable] = (own, line)


def number_variable(kind: str) -> str:
    """Which CSL variable the number of an item of some type is."""
    if kind in SERIAL:
        return "issue"
    return "number" if kind in BY_NUMBER else "collection-number"


def person(text: str) -> dict[str, str]:
    """'Family, Given, Suffix'; what has no comma, or nothing behind it, is an organisation or a name as it stands."""
    family, *rest = (part.strip() for part in text.split(","))
    if not rest or not any(rest):
        return {"literal": family or text.strip()}
    parts = {"family": family, "given": rest[0], "suffix": ", ".join(filter(None, rest[1:]))}
    return {part: value for part, value in parts.items() if value}


def people(texts: Iterable[str]) -> list[dict[str, str]]:
    """The names of a field that may stand several times."""
    return [person(text) for text in texts if text.strip(" ,")]


def date(text: str, year: str = "") -> dict[str, Any]:
    """A date as '2019/11/20/words', in words, or without its year, which another field then has."""
    text = text.strip()
    if match := _PIECES.match(text):
        parts = [int(part) for part in match.groups()[:3] if part]
        if match[2] == "" and match[3]:
            parts = parts[:1]
        season = (match[4] or "").strip()
        return {"date-parts": [parts]} | ({"season": season} if season and len(parts) == 1 else {})
    found = dates.from_text(text)
    year = year.strip()[:4]
    if "date-parts" in found or not (year.isdecimal() and len(year) == 4) or year in text:
        return found
    for order in (f"{text} {year}", f"{text}, {year}", " ".join([*reversed(text.split()), year])):
        if "date-parts" in (whole := dates.from_text(order)):
            return whole
    return {"date-parts": [[int(year)]]} | ({"season": text} if _WORDS.search(text) else {})


def exactest(found: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Of several dates the one that says most, the first of those that say as much."""
    return max(found, key=lambda one: len(one["date-parts"][0]) if "date-parts" in one else bool(one) - 1, default={})


def path_of(link: str, library: str = "") -> str:
    """The file that a link names; EndNote's own links stand for files beside its library."""
    link = link.strip()
    if link.lower().startswith("file:"):
        return unquote(urlsplit(link).path)
    if link.lower().startswith("internal-pdf://"):
        inside = unquote(link[len("internal-pdf://") :])
        return f"{PurePosixPath(library).stem}.Data/PDF/{inside}" if library else inside
    return link
