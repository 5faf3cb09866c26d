"""Whether what a receipt says is what the brief inside says, and what the other files inside say of it.

Whoever makes a new receipt for a file has to make it agree with the brief: with nothing but the file, all of it agrees.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing_tui.model import Brief, ExcerptState, Span
from briefing_tui.model.language_tags import is_language_tag

from . import xmp
from .finish import RECEIPT, pdf_date
from .inside import ANNOTATIONS, BRIEF, SOURCES, as_annotations
from .receipt import FORMAT, of_brief, of_excerpts, of_style
from .scripts import printable, seen

Told = tuple[str, str]
"""A place, and what does not agree there."""

_OF_BRIEF = {"id": "id", "title": "title", "date": "date", "sha256": "hash"}
_OF_EXCERPT = {
    "article": "its article",
    "pinned-sha256": "the hash of the article that it was taken from",
    "exact-sha256": "the hash of its words",
    "quoted": "whether it is quoted",
    "items": "the places that use it",
}
"""What a receipt says of an excerpt, in words."""
_VERIFIED = {state.value for state in ExcerptState if state.verified}


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds that its receipt is compared with."""

    receipt: Mapping[str, Any]
    about: xmp.About
    brief: Brief
    files: Mapping[str, bytes]
    """The content of the files inside, by name."""
    draft: bool
    """Whether the pages say that it is one."""
    fonts: set[str]
    """The names of the fonts that the pages are drawn with."""


def disagreements(held: Held) -> Iterator[Told]:
    """What the receipt, or a file inside, says otherwise than the brief inside."""
    yield from ((RECEIPT, said) for said in _of_whole(held))
    yield from ((RECEIPT, said) for said in _of_excerpts(held))
    yield from (("metadata", said) for said in _about(held.about, held.brief))
    sources = _listed(held.files.get(SOURCES, b""))
    if [source.get("id") for source in sources] != _used(held):
        yield SOURCES, "its sources are not those of the brief inside that the receipt knows"
    known = {str(source.get("id")): str(source.get("URL", "")) for source in sources}
    yield from ((ANNOTATIONS, said) for said in _annotated(held.files.get(ANNOTATIONS, b""), held.brief, known))


def _of_whole(held: Held) -> Iterator[str]:
    receipt, brief = held.receipt, held.brief
    if receipt.get("format") != FORMAT:
        yield "it has a form that this program does not know"
    said = _mapping(receipt.get("brief"))
    for key, wanted in of_brief(brief, held.files.get(BRIEF, b"")).items():
        if said.get(key) != wanted:
            yield f"the {_OF_BRIEF[key]} of the brief is not that of {BRIEF}"
    if receipt.get("final") is not (not held.draft):
        yield f"it says that this is {'final' if held.draft else 'a draft'}, and the pages say otherwise"
    named = {receipt.get("template"), _mapping(receipt.get("form")).get("name")}
    usual = Brief(brief.id)  # a draft takes the usual ones where the brief's own cannot be used
    if len(named) > 1 or not named <= {brief.template, *([usual.template] if held.draft else [])}:
        yield "the form is not that of the brief inside"
    if _mapping(receipt.get("style")).get("name") not in {of_style(brief), *([of_style(usual)] if held.draft else [])}:
        yield "the citation style is not that of the brief inside"
    engines = _mapping(receipt.get("engines"))
    made = (f"Briefing {engines.get('briefing')}", f"WeasyPrint {engines.get('weasyprint')}")
    if made != (held.about.creator, held.about.producer):
        yield "the programs that made it are not those that it describes the file with"
    fonts = receipt.get("fonts")
    if {_mapping(font).get("name") for font in (fonts if isinstance(fonts, list) else ())} != held.fonts:
        yield "its fonts are not those of the pages"


def _of_excerpts(held: Held) -> Iterator[str]:
    listed = held.receipt.get("excerpts")
    said = [_mapping(each) for each in listed] if isinstance(listed, list) else []
    wanted = of_excerpts(held.brief)
    if [each.get("id") for each in said] != list(wanted):
        yield "its excerpts are not those of the brief inside"
        return
    articles: dict[str, Any] = {}
    for each, (name, known) in zip(said, wanted.items(), strict=True):
        if other := [words for key, words in _OF_EXCERPT.items() if each.get(key) != known[key]]:
            yield f"of excerpt {name} it says otherwise than the brief inside: {', '.join(other)}"
        article = each.get("article-sha256")
        if articles.setdefault(known["article"], article) != article:
            yield f"of excerpt {name} it says another hash of its article than of another excerpt"
        if not _stands(each, held.brief.excerpts[name].span, final=not held.draft):
            yield f"of excerpt {name} it says a state that the brief inside excludes"


def _stands(said: Mapping[str, Any], pinned: Span, *, final: bool) -> bool:
    """Whether an excerpt can have become what is said of it: a final one is verified, an identical one where it was."""
    state, verified = said.get("state"), said.get("state") in _VERIFIED
    if final and not verified:
        return False
    if verified and not (said.get("article-sha256") and said.get("span")):
        return False
    return state != ExcerptState.IDENTICAL.value or said.get("span") == [pinned.start, pinned.end]


def _about(about: xmp.About, brief: Brief) -> Iterator[str]:
    """What the file says of itself; a draft may lack a title, and a language that is no tag gives way to the usual."""
    language = brief.language if is_language_tag(brief.language) else Brief(brief.id).language
    pairs = {
        "title": (about.title, brief.title if brief.title.strip() else about.title),
        "author": (about.author, brief.author),
        "language": (about.language, language),
        "date": (about.written, brief.date if pdf_date(brief.date) else ""),
    }
    for what, (said, wanted) in pairs.items():
        if seen(printable(said)) != seen(printable(wanted)):
            yield f"its {what} is not that of the brief inside"


def _used(held: Held) -> list[str]:
    """The articles that a brief uses and that were there when the briefing was made."""
    listed = held.receipt.get("excerpts")
    there = {each.get("article") for each in map(_mapping, listed if isinstance(listed, list) else []) if _has(each)}
    return sorted({excerpt.article for excerpt in held.brief.excerpts.values()} & there)


def _has(said: Mapping[str, Any]) -> bool:
    return bool(said.get("article-sha256")) and isinstance(said.get("article"), str)


def _annotated(content: bytes, brief: Brief, addresses: Mapping[str, str]) -> Iterator[str]:
    wanted = json.loads(json.dumps(as_annotations(brief, addresses)))
    said = _listed(content)
    if [each.get("id") for each in said] != [each["id"] for each in wanted]:
        yield f"its excerpts are not those of {BRIEF}"
        return
    for name, here, known in zip(brief.excerpts, said, wanted, strict=True):
        if here != known:
            yield f"what it says of excerpt {name} is not what {BRIEF} says"


def _listed(content: bytes) -> list[Mapping[str, Any]]:
    """The entries of a list; one without any where it cannot be understood."""
    try:
        listed = json.loads(content)
    except ValueError:
        return [{}]
    return [_mapping(each) for each in listed] if isinstance(listed, list) else [{}]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
