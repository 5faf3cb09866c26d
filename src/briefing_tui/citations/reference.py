"""An article's metadata as the CSL item that pandoc reads, with what is missing or inferred marked as such (rule 6).

Values go in as plain strings of pandoc's document tree, so that markup in a title stays the characters it is.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from briefing_tui.model import Article, Metadata, Name, State, TextKind, naming
from briefing_tui.model.article import PLACES
from briefing_tui.model.language_tags import is_language_tag
from briefing_tui.model.web_address import printed_address

from .telling_apart import ALONE, Apart
from .terms import HAIR, MARKED, WESTERN, Terms

Meta = dict[str, Any]

_FURTHER = frozenset(
    "archive archive-place authority call-number chapter-number collection-number collection-title dimensions "
    "container-title-short division DOI edition event-place event-title ISBN ISSN issue jurisdiction number "
    "number-of-pages number-of-volumes original-publisher original-title page part-number part-title PMID PMCID "
    "printing publisher-place references scale section status supplement version volume volume-title accessed "
    "event-date original-date".split()
)
"""Variables of CSL that records bring along and that go to the style as they are."""
_FURTHER_NAMES = frozenset(
    "chair collection-editor composer contributor director editor editorial-director guest host illustrator "
    "interviewer organizer original-author recipient reviewed-author script-writer series-creator translator".split()
)
FURTHER = _FURTHER | _FURTHER_NAMES
"""All of these."""
_PARTS = ("suffix", "dropping-particle", "non-dropping-particle")
"""Further parts of a name that records state."""
_GIVEN_FIRST = re.compile(
    "[-0-9a-zA-Z\u00c0-\u017f\u0218-\u021b\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0e01-\u0e5b\u1f00-\u1fff]"
)
"""By these in a family name the engine knows that the given name comes first; it writes all others, be they Georgian or
Indian, family name first and without a space."""
_MARKS = tuple("“”‘’«»„\"'")
_RANGE = re.compile(r"(?<=\d)\s*[-–—]+\s*(?=\w)")
"""Between the first page of an article and its last."""
_BEFORE_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_SUBTITLE = re.compile(
    r"(?:(?<=\w\w[\w’'”)»])|(?<=\w[ \u00a0\u202f]»))(?:[ \u00a0\u202f]?(?::|(?P<mark>[?!])) | [–—] )"
)
"""French has a space before the mark as well."""


def reference(article: Article, terms: Terms, *, stand_ins: bool, apart: Apart = ALONE) -> Meta:
    """The CSL item for an article.

    Args:
        article: the source.
        terms: of the briefing's language.
        stand_ins: whether the style has places for what is missing, as ours do: `annote` for a title, `abstract` for
            an author, and prints `note`, the date in words, or `keyword`, the same where it says more than a year. Any
            other style gets the stand-in as the title, and treats what else is missing as it prescribes.
        apart: what tells its notes from those of another source, where our styles print `reviewed-genre`, and `note`.
    """
    data = article.metadata
    item: dict[str, Meta] = {"id": string(article.id), "type": string(data.type or "document")}
    item.update(_title(article, terms, stand_ins=stand_ins, apart=apart))
    if stand_ins:
        version = f" [{apart.version}]" if apart.version else ""
        item["note"] = string(f"{terms.issued(data)}{version}")
        if version or (data.issued and data.issued.month):
            item["keyword"] = item["note"]
    if data.author:
        item["author"] = sequence([_name(name, inferred=_inferred(data, "author")) for name in data.author])
    elif stand_ins:
        item["abstract"] = string(terms.no_author)
    for field, value in (("container-title", data.container_title), ("publisher", data.publisher)):
        if value and not (stand_ins and field == "publisher" and value == naming.authors(data)):
            item[field] = string(naming.marked(data, field, value))
    if data.genre and data.genre.casefold() not in data.container_title.casefold():
        doubtful = stand_ins and _inferred(data, "genre")
        item["medium" if doubtful else "genre"] = string(naming.marked(data, "genre", terms.genre(data.genre)))
    if data.republished_by:
        outlet = naming.marked(data, "republished-by", data.republished_by)
        item["source"] = string(terms.republished.format(outlet=outlet) if stand_ins else outlet)
    if data.url:
        item["URL"] = string(printed_address(data.url))
    if is_language_tag(data.language):
        item["language"] = string(data.language)
    if data.issued:
        item["issued"] = string(str(data.issued) + ("~" if _inferred(data, "issued") else ""))
    item.update(_in_our_words(data, terms) if stand_ins else _further(data))
    return mapping(item)


def marked_title(article: Article, terms: Terms) -> str:
    """The title where a style has no place for what is missing: in brackets if inferred, else what stands in for it."""
    data = article.metadata
    if data.title:
        return naming.marked(data, "title", data.title)
    # the first words of a digest are ours, not the source's
    words = "" if data.text is TextKind.DIGEST else naming.first_words(naming.first_paragraph(article))
    return terms.untitled_words.format(words=words) if words else terms.untitled


def short_title(title: str) -> str:
    """A title without its subtitle: what stands before a colon, a dash or the end of a first sentence."""
    match = _SUBTITLE.search(title)
    if not match:
        return title
    return title[: match.end("mark") if match["mark"] else match.start()]


def string(text: str) -> Meta:
    """A plain string in pandoc's tree."""
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def mapping(entries: dict[str, Meta]) -> Meta:
    """A map in pandoc's tree."""
    return {"t": "MetaMap", "c": entries}


def sequence(entries: list[Meta]) -> Meta:
    """A list in pandoc's tree."""
    return {"t": "MetaList", "c": entries}


def _title(article: Article, terms: Terms, *, stand_ins: bool, apart: Apart) -> dict[str, Meta]:
    added = {"reviewed-genre": string(apart.addition)} if apart.addition else {}
    return {**_titles(article, terms, stand_ins=stand_ins, whole=apart.whole_title), **added}


def _titles(article: Article, terms: Terms, *, stand_ins: bool, whole: bool) -> dict[str, Meta]:
    title = article.metadata.title
    if title and not _inferred(article.metadata, "title"):
        short = title if whole else short_title(title)
        said = (lambda part: _set_off(part, terms)) if stand_ins else str
        return {"title": string(said(title)), **({"title-short": string(said(short))} if short != title else {})}
    if not stand_ins:
        return {"title": _verbatim(marked_title(article, terms))}
    inferred = terms.inferred_title.format(title=_quoted(title, terms)) if title else ""
    return {"annote": string(inferred or marked_title(article, terms))}


def _set_off(title: str, terms: Terms) -> str:
    """A title that has quotation marks itself, with those that go around it instead of the style's own."""
    title = title.replace(MARKED, "")
    if terms.marks_around(title) == terms.marks_around(""):
        return _apart(title)
    return MARKED.join(("", _quoted(title, terms), ""))


def _quoted(title: str, terms: Terms) -> str:
    """A title between marks that are others than its own."""
    opening, closing = terms.marks_around(title)
    return f"{opening}{_apart(title)}{closing}"


def _apart(title: str) -> str:
    """A title whose own marks at its beginning or end are kept apart from those around it by a hair space."""
    opening, closing = (HAIR if end in _MARKS else "" for end in (title[:1], title[-1:]))
    return f"{opening}{title}{closing}"


def _verbatim(text: str) -> Meta:
    """A text whose capitals no style changes."""
    return {"t": "MetaInlines", "c": [{"t": "Span", "c": [["", ["nocase"], []], [{"t": "Str", "c": text}]]}]}


def _name(name: Name, *, inferred: bool) -> Meta:
    if inferred:
        return mapping({"literal": string(f"[{name}?]")})
    if name.literal or not name.family:
        return mapping({"literal": string(str(name))})
    order = "" if name.is_family_first or not name.given or _GIVEN_FIRST.search(name.family) else WESTERN
    parts: dict[str, Any] = {"family": f"{name.family}{order}", "given": name.given}
    parts |= {part: name.extra.get(part) for part in _PARTS}
    return mapping({key: string(value) for key, value in parts.items() if isinstance(value, str) and value})


def _further(data: Metadata) -> dict[str, Meta]:
    """What a record of a reference manager states beside the fields that we know."""
    item: dict[str, Meta] = {}
    for name, value in data.extra.items():
        if name in _FURTHER and isinstance(value, (str, int)) and str(value).strip():
            item[name] = string(str(value))
        elif name in _FURTHER_NAMES and isinstance(value, list):
            names = [_name(one, inferred=False) for one in map(_name_of, value) if str(one)]
            item.update({name: sequence(names)} if names else {})
    return item


def _in_our_words(data: Metadata, terms: Terms) -> dict[str, Meta]:
    """The same for a style of ours, which says where an article stands in its journal."""
    return {**{name: value for name, value in _further(data).items() if name not in PLACES}, **_placed(data, terms)}


def _placed(data: Metadata, terms: Terms) -> dict[str, Meta]:
    """Where an article stands in its journal, in the words of the briefing's language and marked where it is inferred.

    A DOI that is inferred leads nowhere for sure, and one that its address has need not be told again.
    """
    stated = {n: str(v).strip() for n in PLACES if isinstance(v := data.extra.get(n), (str, int)) and str(v).strip()}
    doi = _BEFORE_DOI.sub("", stated.pop("DOI", ""))
    if page := stated.get("page"):
        many = _RANGE.search(page) is not None
        stated["page"] = (terms.pages if many else terms.page).format(n=_RANGE.sub("–", page))
    told = doi and not _inferred(data, "DOI") and doi.casefold() not in unquote(data.url).casefold()
    placed = {name: string(naming.marked(data, name, value)) for name, value in stated.items()}
    return {**placed, **({"DOI": string(doi)} if told else {})}


def _name_of(entry: Any) -> Name:
    """A name as front matter has it, or a plain text; an empty one for anything else."""
    if isinstance(entry, str):
        return Name(literal=entry.strip())
    parts = entry if isinstance(entry, dict) else {}
    family, given, literal = (
        p if isinstance(p := parts.get(part), str) else "" for part in ("family", "given", "literal")
    )
    return Name(family, given, literal)


def _inferred(data: Metadata, field: str) -> bool:
    return data.state(field) is State.INFERRED
