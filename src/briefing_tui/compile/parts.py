"""What a briefing has to say, part by part: every text that must be found on its pages.

The keys are those by which `html` marks the elements, so that a layout can be compared with the tree it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .document import Block, Call, Document, Inline, Point, Quote
from .markup import quoted_parts
from .scripts import printable


@dataclass(frozen=True, slots=True)
class Part:
    """A text that must be on the pages."""

    key: str
    place: str
    """What a finding about it names: an id or a field."""
    what: str
    text: str


def parts(document: Document) -> Iterator[Part]:
    """Every text that is set, but the fixed words in the margins and the numbers."""
    return (part for part in _all(document) if part.text)


def _all(document: Document) -> Iterator[Part]:
    yield from _cover(document)
    lines = "".join(map(_text, document.bottom_line))
    yield Part("bottom-line", "bottom-line", "the bottom line", lines)
    for point in document.points:
        yield from _point(point)
    scale = document.scale
    cells = "".join(word + span for word, span, _ in scale.terms)
    yield Part("scale", "scale", "the likelihood scale", f"{scale.name}{scale.unit}{cells}")
    for chapter in document.chapters:
        yield Part(f"section {chapter.id}", chapter.id, f"the heading of {chapter.id}", printable(chapter.title))
    for block in document.blocks():
        yield Part(block.number, block.item, f"paragraph {block.number}", block_text(block))
        yield Part(f"warning {block.number}", block.item, f"the warning at paragraph {block.number}", block.warning)
        if isinstance(block, Quote):
            said = _text(block.attribution)
            yield Part(f"attribution {block.number}", block.item, f"the source under {block.number}", said)
    for call in document.calls():
        yield Part(f"note {call.excerpt}", call.excerpt, f"note {call.number}", _text(call.note))
    for n, source in enumerate(document.sources, 1):
        yield Part(f"source {n}", "", f"source {n}", _text(source))


def block_text(block: Block) -> str:
    """The characters that a numbered paragraph shows, without the numbers of notes."""
    if isinstance(block, Quote):
        return "".join(printable(part) for _, part in quoted_parts(block.text))
    return _text(block.inlines)


def _cover(document: Document) -> Iterator[Part]:
    yield Part("title", "title", "the title", _text((document.title,)))
    yield Part("marking", "marking", "the marking", printable(document.marking))
    yield Part("notice", "", "the notice of a draft", "".join(document.notice))
    for fact in document.facts:
        yield Part(fact.field, fact.field, f"the field {fact.field}", _text((fact.value,)))
    shown = {"bottom-line": True, "judgements": bool(document.points), "sources": bool(document.sources)}
    for name in (name for name, is_shown in shown.items() if is_shown):
        heading = document.headings[name]
        yield Part(f"heading {name}", "", f"the heading “{heading}”", heading)


def _point(point: Point) -> Iterator[Part]:
    yield Part(f"judgement {point.id}", point.id, f"judgement {point.number}", _text(point.inlines))
    support = (s.label + ", ".join(r.label for r in s.references) + "." for s in point.support)
    estimate = "".join((point.likelihood, _text(point.confidence), *support))
    yield Part(f"estimate {point.id}", point.id, f"the estimate of judgement {point.number}", printable(estimate))


def _text(inlines: Iterable[Inline]) -> str:
    return "".join(printable(i.text) for i in inlines if not isinstance(i, Call))
