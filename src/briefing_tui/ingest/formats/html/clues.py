"""Metadata that a page states: tags, JSON-LD, microdata, as clues in CSL's names, and CSL's type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from ....model import State
from ...document import Clue
from .authors import author_of
from .heads import Head
from .issued import issued_of
from .several import Several
from .structured import types_of
from .titles import title_of
from .tree import Piece
from .view import View, named, view_of

_TYPES = {
    "ScholarlyArticle": "article-journal", "MedicalScholarlyArticle": "article-journal", "Report": "report",
    "BlogPosting": "post-weblog", "LiveBlogPosting": "article-newspaper", "SocialMediaPosting": "post",
}  # fmt: skip
_SCHOLARLY_TYPES = {
    "citation_journal_title": "article-journal", "citation_conference_title": "paper-conference",
    "citation_dissertation_institution": "thesis", "citation_technical_report_institution": "report",
}  # fmt: skip
_PUBLISHERS = ("citation_publisher", "dc.publisher", "dcterms.publisher", "citation_technical_report_institution")
_OPINION = re.compile(
    r"(?:opinions?|op-?eds?|comment(?:ary|isfree)?|columns?|columnists?|meinung|kommentare?|tribunes?|opinión|мнения?)\Z",
    re.IGNORECASE,
)
_RELEASES = re.compile(r"(?:press ?releases?|pressemitteilung(?:en)?|communiqu[eé]s?(?: de presse)?)\Z", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageClues:
    """What a page says about itself."""

    clues: tuple[tuple[str, Clue], ...]
    type: Clue
    """In CSL's terms."""
    title_at: int
    """Index of the piece that is the title, -1 where none is."""
    body: str
    """The text of the article that its JSON-LD states for machines; mostly empty."""


def page_clues(head: Head, pieces: list[Piece], address: str = "", *, several: Several | None = None) -> PageClues:
    """What a page says about itself.

    Args:
        head: what it states.
        pieces: its visible text.
        address: where it was saved from, as its container states.
        several: what was decided on the articles of a page that holds more than one.
    """
    url = _url(head, address)
    view = view_of(head, pieces, url.value if url else "")
    title = _title(view, several)
    alone = several is None or several.taken
    found: list[tuple[str, Clue | None]] = [
        ("URL", url),
        ("title", title),
        ("author", author_of(view) if alone else None),
        ("issued", issued_of(view) if alone else None),
        ("container-title", _container(view)),
        ("publisher", _publisher(view)),
        ("language", _language(view)),
        ("genre", _genre(view)),
    ]
    body = next((str(node["articleBody"]) for node in view.articles if isinstance(node.get("articleBody"), str)), "")
    clues = tuple((name, clue) for name, clue in found if clue)
    return PageClues(clues, _type(view), view.title_at, unescape(body))


def _title(view: View, several: Several | None) -> Clue | None:
    """The title of the page, or of that of its articles which was taken because it is the first."""
    if several is None or several.title_at < 0:
        return title_of(view)
    view.title_at = several.title_at
    text = " ".join(view.pieces[view.title_at].text.split("\n"))
    return Clue(text, State.INFERRED, f"the heading of the first of {several.count} articles")


def _url(head: Head, address: str) -> Clue | None:
    """The canonical address; a relative one is completed by where the page was saved from."""
    for value, source in ((head.canonical, "link canonical"), (head.first("og:url")[0], "meta og:url")):
        whole = urljoin(address, value) if value else ""
        if urlsplit(whole).scheme in {"http", "https"} and urlsplit(whole).hostname:
            return Clue(whole, State.STATED, source)
    return Clue(address, State.STATED, "the address it was saved from") if address else None


def _container(view: View) -> Clue | None:
    """What it came out in: the journal, else the site."""
    value, source = view.head.first("citation_journal_title", "citation_conference_title", "prism.publicationname")
    if value:
        return Clue(value, State.STATED, f"meta {source}")
    for node in view.articles:
        whole = _object(node.get("isPartOf"))
        if (name := named(whole)) and not {"WebSite", "WebPage"} & set(types_of(whole)):
            return Clue(name, State.STATED, "JSON-LD isPartOf")
    value, _ = view.head.first("og:site_name")
    if value and len(value) < 100:
        return Clue(value, State.STATED, "meta og:site_name")
    for node in view.articles:
        if name := named(node.get("publisher")):
            return Clue(name, State.STATED, "JSON-LD publisher")
    return None


def _publisher(view: View) -> Clue | None:
    """Who brought it out, where that is said beside the outlet."""
    value, source = view.head.first(*_PUBLISHERS)
    if value:
        return Clue(value, State.STATED, f"meta {source}")
    container = _container(view)
    for node in view.articles:
        name = named(node.get("publisher"))
        if name and container and name.casefold() != container.value.casefold():
            return Clue(name, State.STATED, "JSON-LD publisher")
    return None


def _language(view: View) -> Clue | None:
    values = [(named(node.get("inLanguage")), "JSON-LD inLanguage") for node in view.articles]
    values += [
        (view.head.language, "html lang"),
        view.head.first("citation_language", "dc.language", "content-language"),
    ]
    for value, source in values:
        match = _LANGUAGE.match(value)
        if match:
            language, script, region = match.groups()
            tag = "-".join(filter(None, (language.lower(), (script or "").title(), (region or "").upper())))
            return Clue(tag, State.STATED, source)
    return None


def _genre(view: View) -> Clue | None:
    for node in view.articles:
        if "OpinionNewsArticle" in types_of(node):
            return Clue("op-ed", State.STATED, "JSON-LD type OpinionNewsArticle")
    sections = [(named(node.get("articleSection")), "JSON-LD articleSection") for node in view.articles]
    sections += [view.head.first("article:section", "parsely-section")]
    for value, source in sections:
        if _OPINION.match(value):
            return Clue("op-ed", State.INFERRED, f"{source}: {value}")
        if _RELEASES.match(value):
            return Clue("press release", State.INFERRED, f"{source}: {value}")
    return None


def _type(view: View) -> Clue:
    """CSL's type."""
    meta = view.head.meta
    for key, kind in _SCHOLARLY_TYPES.items():
        if key in meta:
            return Clue(kind, State.STATED, f"meta {key}")
    for node in view.articles:
        for name in types_of(node):
            if name in _TYPES or name.endswith("NewsArticle"):
                return Clue(_TYPES.get(name, "article-newspaper"), State.STATED, f"JSON-LD type {name}")
        if "Periodical" in types_of(_object(node.get("isPartOf"))):
            return Clue("article-magazine", State.INFERRED, "JSON-LD isPartOf a Periodical")
    return Clue("webpage", State.INFERRED, "it is a web page")


def _object(value: Any) -> Any:
    if isinstance(value, list):
        value = value[0] if value else {}
    return value if isinstance(value, dict) else {}
