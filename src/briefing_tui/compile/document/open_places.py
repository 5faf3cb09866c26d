"""A draft with what is open in it: each finding at the number that its place has on the pages. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from briefing_tui.citations import Placement, Text
from briefing_tui.model.template import OPEN_POINTS, Part

from ..job import Job
from ..languages.wording import Wording
from .open_points import open_points
from .runs import Call, Inline
from .tree import Block, Document, Quote
from .uses import part_place

UNPRINTED = "an excerpt that is not printed ({id})"
"""As English messages say it."""
LONGEST = 40
"""Characters of a section's heading that are told."""


def with_open_points(document: Document, job: Job, words: Wording) -> Document:
    """The same with what its checks found as its last part; as it is where that is nothing, and for a final one."""
    if job.final or not job.findings:
        return document
    brief = job.brief
    judgements = [judgement.id for judgement in brief.judgements]
    places = {**_unprinted(judgements, brief.excerpts, words), **printed_places(document, words)}
    names = printed_names(document, judgements, brief.excerpts)
    listed = open_points(job.findings, places, names, words, brief_id=brief.id, language=document.language)
    headings = {**document.headings, OPEN_POINTS: words(OPEN_POINTS)}
    return replace(document, open=listed, headings=headings, parts=(*document.parts, OPEN_POINTS))


def printed_places(document: Document, words: Wording) -> dict[str, Text]:
    """What the pages call the places that findings name, by id or field, with what leads there."""
    found = {name: _part(document, name) for name in document.parts if name in document.headings}
    for fact in document.facts:
        found.setdefault(fact.field, Text(fact.label))
    for chapter in document.chapters:
        title = f"{chapter.number} {chapter.title}".strip()
        if title:
            shown = title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
            found[chapter.id] = Text(shown, href=f"#{chapter.id}")
    for block in _numbered(document):
        number = block.number if "." in block.number else words("link-paragraph", n=block.number)
        found.setdefault(block.item, Text(number, href=f"#{block.item}"))
    for point in document.points:
        found[point.id] = Text(words("link-judgement", n=point.number), href=f"#{point.id}")
    for place, call in _calls(document):
        at = found[place]
        note = "" if call.placement is Placement.INLINE else f" ({words('notes', n=call.number)})"
        found.setdefault(call.excerpt, replace(at, text=at.text + note))
    return found


def printed_names(document: Document, judgements: Collection[str], excerpts: Collection[str]) -> dict[str, str]:
    """What items, judgements and excerpts are called in a message, by their ids.

    Args:
        document: the tree.
        judgements: all of the brief, in their order; not every form prints them.
        excerpts: all of the brief.
    """
    names = {one: f"judgement {n}" for n, one in enumerate(judgements, 1)}
    names |= {point.id: f"judgement {point.number}" for point in document.points}
    for block in _numbered(document):
        names.setdefault(block.item, block.number if "." in block.number else f"paragraph {block.number}")
    notes: dict[str, dict[int, None]] = {}
    for call in document.calls():
        notes.setdefault(call.excerpt, {})[call.number] = None
    inline = {call.excerpt: place for place, call in _calls(document) if call.placement is Placement.INLINE}
    for one in excerpts:
        numbers = ", ".join(map(str, notes.get(one, ())))
        names[one] = (
            UNPRINTED.format(id=one)
            if not numbers
            else f"the excerpt cited in {names.get(inline[one], inline[one].replace('-', ' '))}"
            if one in inline
            else f"note{'s' * (',' in numbers)} {numbers}"
        )
    return names


def _numbered(document: Document) -> Iterator[Block]:
    return (block for block in document.blocks() if block.number)


def _unprinted(judgements: Iterable[str], excerpts: Iterable[str], words: Wording) -> dict[str, Text]:
    """What is called by its number, or as what it is, although it stands on no page."""
    numbered = {one: Text(words("link-judgement", n=n)) for n, one in enumerate(judgements, 1)}
    return numbered | {one: Text(words("open-unprinted", id=one)) for one in excerpts}


def _part(document: Document, name: str) -> Text:
    said = document.headings[name]
    return Text(said, href=f"#{part_place(name)}") if document.paragraphs(name) else Text(said)


def _calls(document: Document) -> Iterator[tuple[str, Call]]:
    """The calls of notes, each with the part, judgement or item that it stands in, in the order of the pages."""
    return ((place, call) for place, inlines in _texts(document) for call in inlines if isinstance(call, Call))


def _texts(document: Document) -> Iterator[tuple[str, tuple[Inline | None, ...]]]:
    for name in document.parts:
        if name == Part.JUDGEMENTS:
            for point in document.points:
                referred = (reference.call for support in point.support for reference in support.references)
                yield point.id, (*point.inlines, *point.confidence, *referred)
        elif name == Part.SECTIONS:
            for block in document.blocks():
                yield block.item, (block.call,) if isinstance(block, Quote) else block.inlines
        else:
            yield from ((name, inlines) for inlines in document.paragraphs(name))
