"""The entries of a draft in words. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model import Brief, Header, Item, ItemKind, Judgement, Verification
from ..model.naming import count
from ..workspace.drafting import entries
from ..workspace.drafting.standing_words import cut_out, source_of, stands
from .altering import printed


def rows_of(
    brief: Brief, verified: Mapping[str, Verification], headers: Mapping[str, Header]
) -> Iterator[tuple[str, str]]:
    """Each entry's key, and what it says, where it comes from and how it stands."""
    for key, text in ((entries.BOTTOM_LINE, brief.bottom_line), *brief.fields.items()):
        name, words = key.replace("-", " ").capitalize(), len(text.split())
        yield key, f"{name}, {count(words, 'word')}: {_flat(text)}" if words else f"{name}, not written yet"
    for judgement in brief.judgements:
        yield judgement.id, _judgement(brief, judgement)
    for section in brief.sections:
        level = ", under the one before" if section.level > 1 else ""
        yield section.id, f"Section “{_flat(section.title)}”{level}, {count(len(section.items), 'item')}"
        for item in section.items:
            yield item.id, _item(brief, item, verified, headers)


def _judgement(brief: Brief, judgement: Judgement) -> str:
    confidence = f"{judgement.confidence.level} confidence" if judgement.confidence.level else "confidence not stated"
    facts = [
        judgement.likelihood or "likelihood not stated",
        confidence + (f" because {_flat(judgement.confidence.because)}" if judgement.confidence.because else ""),
        f"for it {' '.join(judgement.for_)}" if judgement.for_ else "",
        f"against it {' '.join(judgement.against)}" if judgement.against else "",
    ]
    said = ", ".join(filter(None, facts))
    return f"Key judgement {entries.label(brief, judgement.id)}: {_flat(judgement.text) or 'no text yet'}; {said}"


def _item(brief: Brief, item: Item, verified: Mapping[str, Verification], headers: Mapping[str, Header]) -> str:
    excerpt = brief.excerpts.get(item.excerpt)
    if excerpt is None:
        return f"{item.id}, a text of your own: {_flat(item.text)}"
    if item.kind is ItemKind.QUOTE:
        said = f"{excerpt.id}, quote: {printed(excerpt)}"
    else:
        said = f"{excerpt.id}, paraphrase: {_flat(item.text)}"
    found, header = verified.get(excerpt.id), headers.get(excerpt.article)
    facts = [
        source_of(excerpt, header, found),
        stands(excerpt, found, item.kind, header) if found else "not compared yet",
        cut_out(excerpt),
        f"core: {_flat(item.core)}" if item.core else "",
        f"note: {_flat(item.note)}" if item.note else "",
    ]
    return "; ".join([said, *filter(None, facts)])


def _flat(text: str) -> str:
    return " ".join(text.split())
