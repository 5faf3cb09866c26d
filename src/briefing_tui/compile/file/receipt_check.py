"""Whether what a receipt says is what the brief inside says, and what the other files inside say of it.

Whoever makes a new receipt for a file has to make it agree with the brief: with nothing but the file, all of it agrees.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing_tui.model import Brief, Excerpt, ExcerptState, Span
from briefing_tui.model.blank import is_blank
from briefing_tui.model.codes import early_code_of
from briefing_tui.model.language_tags import is_language_tag

from ..languages.scripts import printable, seen
from . import xmp
from .finish import RECEIPT, pdf_date
from .inside import ANNOTATIONS, BRIEF, SOURCES, as_annotations
from .receipt import FORMAT, of_brief, of_excerpts, of_style

FIRST = 1
"""The form of the receipts of the first briefings."""
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
    tagged_draft: bool
    """Whether the pages say that it is one."""
    fonts: set[str]
    """The names of the fonts that the pages are drawn with."""

    @property
    def is_early(self) -> bool:
        """Whether it is of the first form, whose drafts had no tag of their own and whose codes were of words alone."""
        return self.receipt.get("format") == FIRST

    @property
    def is_draft(self) -> bool:
        """Whether it is one, as its pages say."""
        return self.receipt.get("final") is False if self.is_early else self.tagged_draft


def disagreements(held: Held) -> Iterator[Told]:
    """What the receipt, or a file inside, says otherwise than the brief inside."""
    yield from ((RECEIPT, said) for said in _of_whole(held))
    yield from ((RECEIPT, said) for said in _of_excerpts(held))
    yield from (("metadata", said) for said in _about(held.about, held.brief))
    sources = _listed(held.files.get(SOURCES, b""))
    if [source.get("id") for source in sources] != _used(held):
        yield SOURCES, "its sources are not those of the brief inside that the receipt knows"
    known = {str(source.get("id")): str(source.get("URL", "")) for source in sources}
    wanted = as_annotations(held.brief, known)
    if held.is_early:
        wanted = [_with_early_code(each, e) for each, e in zip(wanted, held.brief.excerpts.values(), strict=True)]
    yield from ((ANNOTATIONS, said) for said in _annotated(held.files.get(ANNOTATIONS, b""), held.brief, wanted))


def _of_whole(held: Held) -> Iterator[str]:
    receipt, brief = held.receipt, held.brief
    if receipt.get("format") not in (FIRST, FORMAT):
        yield "it has a form that this program does not know"
    said = _mapping(receipt.get("brief"))
    for key, wanted in of_brief(brief, held.files.get(BRIEF, b"")).items():
        if said.get(key) != wanted:
            yield f"the {_OF_BRIEF[key]} of the brief is not that of {BRIEF}"
    if receipt.get("final") is not (not held.is_draft):
        yield f"it says that this is {'final' if held.is_draft else 'a draft'}, and the pages say otherwise"
    named = {receipt.get("template"), _mapping(receipt.get("form")).get("name")}
    usual = Brief(brief.id)  # a draft takes the usual ones where the brief's own cannot be used
    if len(named) > 1 or not named <= {brief.template, *([usual.template] if held.is_draft else [])}:
        yield "the form is not that of the brief inside"
    if _mapping(receipt.get("style")).get("name") not in {
        of_style(brief),
        *([of_style(usual)] if held.is_draft else []),
    }:
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
    if sorted(str(each.get("id")) for each in said) != sorted(wanted):
        yield "its excerpts are not those of the brief inside"
        return
    articles: dict[str, Any] = {}
    for each in said:
        name = each["id"]
        known = wanted[name]
        if other := [words for key, words in _OF_EXCERPT.items() if each.get(key) != known[key]]:
            yield f"of excerpt {name} it says otherwise than the brief inside: {', '.join(other)}"
        article = each.get("article-sha256")
        if articles.setdefault(known["article"], article) != article:
            yield f"of excerpt {name} it says another hash of its article than of another excerpt"
        if not _stands(each, held.brief.excerpts[name].span, final=not held.is_draft):
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
        "title": (about.title, about.title if is_blank(brief.title) else brief.title),
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


def _annotated(content: bytes, brief: Brief, annotations: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    wanted = {each["id"]: each for each in json.loads(json.dumps(annotations))}
    said = _listed(content)
    if sorted(str(each.get("id")) for each in said) != sorted(wanted):
        yield f"its excerpts are not those of {BRIEF}"
        return
    names = dict(zip((each["id"] for each in annotations), brief.excerpts, strict=True))
    for here in said:
        if here != wanted[here["id"]]:
            yield f"what it says of excerpt {names[here['id']]} is not what {BRIEF} says"


def _with_early_code(annotation: Mapping[str, Any], excerpt: Excerpt) -> dict[str, Any]:
    return {**annotation, "body": {**annotation["body"], "value": early_code_of(excerpt)}}


def _listed(content: bytes) -> list[Mapping[str, Any]]:
    """The entries of a list; one without any where it cannot be understood."""
    try:
        listed = json.loads(content)
    except ValueError:
        return [{}]
    return [_mapping(each) for each in listed] if isinstance(listed, list) else [{}]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
