"""Who wrote a page: what it marks as its author, where a reader of the page sees that name too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from ....model import Name, State
from ...document import Clue
from ...rules.names import folded, is_person, person
from .heads import folded_space
from .view import ELSEWHERE, View

_META = (
    "citation_author", "dc.creator", "dcterms.creator", "dc:creator", "dc.creator.personalname", "byl",
    "parsely-author", "sailthru.author", "cxenseparse:author", "article:author", "book:author", "vr:author", "author",
)  # fmt: skip
_SCHOLARLY = frozenset({"meta citation_author"})
"""Marks that are made for references and need no byline beside them."""
_MARKS_OF_NAMES = frozenset({"JSON-LD author", "rel=author", "itemprop author"})
"""Marks that are so well kept that a name in one word is taken from them as probable."""
_NO_AUTHOR = re.compile(
    r"@|https?:|www\.|\.(?:com|org|net|de|at|ch|co|io|info|fr|uk)\b|/|\d{3}|"
    r"\b(?:admin\w*|webmaster|staff|editors?|editorial|redaktion\w*|redaction|redazione|rédaction|redacción|guest|gast|"
    r"unknown|anonymous|anonym|user|autor(?:in)?|author|team|online|web|newsroom|desk|support|marketing|press|presse|"
    r"pressestelle|info|root|test|contributors?|gmbh|ltd|inc|llc|verlag|wordpress\w*|joomla|profile?|view|posts?|"
    r"beiträge|artikel|mehr|more|blog|agency|agentur|writer|avatar|share|agencies|agenturen|dpa|afp|efe|reuters|kitchens?|follow|edited|edition|comments?|kommentare?|minutes?)\b|"
    r"\be\.\s?v\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\A(?:(?:posted|written|published|words|text|story|reported|veröffentlicht|geschrieben|verfasst|erstellt|ein "
    r"(?:artikel|beitrag|kommentar|gastbeitrag|interview)|publié|rédigé|escrito|publicado|scritto)\s+)?"
    r"(?:by|von|par|por|di|door|av)\b\s*:?\s+|"
    r"\A(?:author|autor(?:in)?|auteur|autore|text|verfasser(?:in)?|written by)\s*:\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:;|,|\||\s(?:and|und|et|y|e|og|&)\s)\s*", re.IGNORECASE)
_END = re.compile(r"\s*(?:[|·•–—,\n(/]|\s-\s|\s(?:am|on|le|vom|at|il|el|den|Datum|Published|Updated)\s).*\Z", re.DOTALL)
LONGEST = 60
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class _Found:
    names: tuple[str, ...]
    source: str
    lead: bool = False
    """A byline that says 'by'."""


def author_of(view: View) -> Clue | None:
    """The authors, where the page both marks and shows them; several marks that differ are decided by the first."""
    shown: list[str] = []
    best: Clue | None = None
    for found in _candidates(view):
        shown = shown or [folded(text) for text in view.short_texts()]
        persons = all(map(is_person, found.names))
        visible = all(any(folded(name) in text for text in shown) for name in found.names)
        if found.source in _SCHOLARLY or (visible and (persons and not found.source.startswith("a line"))):
            return _clue(found, State.STATED, visible)
        if best is None and visible and (persons or found.source in _MARKS_OF_NAMES):
            best = _clue(found, State.STATED if persons and found.lead else State.INFERRED, visible)
    return best


def _clue(found: _Found, state: State, visible: bool) -> Clue:
    evidence = f"{found.source}: {', '.join(found.names)}" + ("; shown on the page" if visible else "")
    return Clue(tuple(map(_name, found.names)), state, evidence)


def _name(text: str) -> Name:
    return person(text) if is_person(text) else Name(literal=text)


def _candidates(view: View) -> Iterator[_Found]:
    """Names that may be the authors', the best mark first."""
    for texts, source in _marked(view):
        if names := _clean(view, texts):
            yield _Found(names, source)
    for piece in view.near():
        lead = _LEAD.match(piece.text)
        if ELSEWHERE & set(piece.zones) or not (lead or piece.zones[-1:] == ("byline",)):
            continue
        text = _several(_END.sub("", piece.text[lead.end() if lead else 0 :]), piece.text)
        if (names := _clean(view, [text])) and all(map(is_person, names)):
            yield _Found(names, f"a line that reads '{' '.join(piece.text.split())[:60]}'", bool(lead))


def _several(text: str, line: str) -> str:
    """The names of a byline: after a comma may come a date or a place, but also a further author."""
    if not text:
        return text
    for part in re.split(r"\s*,\s*|\s+(?:and|und|et|y)\s+", line.partition(text)[2].lstrip(" ,")):
        if not is_person(part):
            break
        text += f", {part}"
    return text


def _marked(view: View) -> Iterator[tuple[list[str], str]]:
    """What the page marks as its authors."""
    for node in view.articles:
        if texts := list(_persons(node.get("author") or node.get("creator"), view.by_id)):
            yield texts, "JSON-LD author"
    for key in _META:
        if key in view.head.meta:
            yield view.head.meta[key], f"meta {key}"
    for mark in ("itemprop author", "rel=author"):
        for value, by in view.head.authors:
            if by == mark and _clean(view, [value]):
                yield [value], mark
                break


def _persons(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            name = (one if "name" in one else by_id.get(str(one.get("@id")), one)).get("name")
            names = name if isinstance(name, list) else [name]
            yield from (folded_space(unescape(text)) for text in names if isinstance(text, str))
        elif isinstance(one, str):
            yield folded_space(unescape(one))


def _in_order(text: str) -> str:
    """A name whose family name comes first, with a comma, the other way round; any other text as it is."""
    family, comma, given = text.strip().partition(", ")
    inverted = bool(comma) and is_person(f"{given} {family}") and not is_person(family)
    return f"{given} {family}" if inverted else text


def _clean(view: View, texts: Sequence[str]) -> tuple[str, ...]:
    """The names that some texts hold; none where one of them is no name: a role, an address, the outlet."""
    found: list[str] = []
    for text in map(_in_order, texts):
        for part in _AND.split(_LEAD.sub("", text).strip(" ,;|.·•–-")):
            name = part.strip()
            if not name:
                continue
            if len(name) > LONGEST or len(name.split()) > 6 or _NO_AUTHOR.search(name) or view.is_of_outlet(name):
                return ()
            if name not in found:
                found.append(name)
    return tuple(found)
