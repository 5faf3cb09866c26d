"""A draft with what is open in it: each finding at the number that its place has on the pages. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_tui.citations import Placement, Text
from briefing_tui.model.template import OPEN_POINTS, Part

from .document import Call, Document, Inline, Quote
from .job import Job
from .open_points import open_points
from .uses import part_place
from .wording import Wording

LONGEST = 40
"""Characters of a section's heading that are told."""


def with_open_points(document: Document, job: Job, words: Wording) -> Document:
    """The same with what its checks found as its last part; as it is where that is nothing, and for a final one."""
    if job.final or not job.findings:
        return document
    listed = open_points(
        job.findings, printed_places(document, words), words, brief_id=job.brief.id, language=document.language
    )
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
    for block in document.blocks():
        number = block.number if "." in block.number else words("link-paragraph", n=block.number)
        found.setdefault(block.item, Text(number, href=f"#{block.item}"))
    for point in document.points:
        found[point.id] = Text(words("link-judgement", n=point.number), href=f"#{point.id}")
    for place, call in _calls(document):
        by_number = call.placement is not Placement.INLINE
        at = found[place]
        found.setdefault(call.excerpt, replace(at, text=words("notes", n=call.number)) if by_number else at)
    return found


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
