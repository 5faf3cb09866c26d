"""An article's metadata as the CSL item that pandoc reads, with what is missing or inferred marked as such (rule 6).

Values go in as plain strings of pandoc's document tree, so that markup in a title stays the characters it is.
"""

from __future__ import annotations

import re
from typing import Any

from briefing_tui.model import Article, Metadata, Name, State, TextKind, naming

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
_SUBTITLE = re.compile(r"(?<=\w\w[\w’'”)])(?:[:?!] | [–—] )")


def reference(article: Article, *, stand_ins: bool) -> Meta:
    """The CSL item for an article.

    Args:
        article: the source.
        stand_ins: whether the style prints `annote` for a title that is missing or inferred, as ours do; any other
            style gets the stand-in as the title.
    """
    data = article.metadata
    item: dict[str, Meta] = {"id": string(article.id), "type": string(data.type or "document")}
    item.update(_title(article, stand_ins=stand_ins))
    if data.author:
        item["author"] = sequence([_name(name, inferred=_inferred(data, "author")) for name in data.author])
    for field, value in (("container-title", data.container_title), ("publisher", data.publisher)):
        if value:
            item[field] = string(naming.marked(data, field, value))
    if data.genre and data.genre.casefold() not in data.container_title.casefold():
        doubtful = stand_ins and _inferred(data, "genre")
        item["medium" if doubtful else "genre"] = string(naming.marked(data, "genre", data.genre))
    if data.republished_by:
        item["source"] = string(naming.marked(data, "republished-by", data.republished_by))
    if data.url:
        item["URL"] = string(data.url)
    if data.language:
        item["language"] = string(data.language)
    if data.issued:
        item["issued"] = string(str(data.issued) + ("~" if _inferred(data, "issued") else ""))
    item.update(_further(data))
    return mapping(item)


def short_title(title: str) -> str:
    """A title without its subtitle: what stands before a colon, a dash or the end of a first sentence."""
    match = _SUBTITLE.search(title)
    if not match:
        return title
    return title[: match.start() + 1] if match.group()[0] in "?!" else title[: match.start()]


def string(text: str) -> Meta:
    """A plain string in pandoc's tree."""
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def mapping(entries: dict[str, Meta]) -> Meta:
    """A map in pandoc's tree."""
    return {"t": "MetaMap", "c": entries}


def sequence(entries: list[Meta]) -> Meta:
    """A list in pandoc's tree."""
    return {"t": "MetaList", "c": entries}


def _title(article: Article, *, stand_ins: bool) -> dict[str, Meta]:
    title = article.metadata.title
    if title and not _inferred(article.metadata, "title"):
        return {"title": string(title), "title-short": string(short_title(title))}
    stand_in = f"[“{title}”?]" if title and stand_ins else naming.title(article)
    if not title and article.metadata.text is TextKind.DIGEST:
        stand_in = naming.untitled("")  # the first words of a digest are ours, not the source's
    return {"annote" if stand_ins else "title": string(stand_in)}


def _name(name: Name, *, inferred: bool) -> Meta:
    if inferred:
        return mapping({"literal": string(f"[{name}?]")})
    if name.literal:
        return mapping({"literal": string(name.literal)})
    parts = {"family": name.family, "given": name.given}
    return mapping({key: string(value) for key, value in parts.items() if value})


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
