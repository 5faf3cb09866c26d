"""What a briefing has to say, part by part: every text that must be found on its pages.

The keys are those by which `html` marks the elements, so that a layout can be compared with the tree it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..document.points import Point
from ..document.runs import Inline, texts
from ..document.tables import Table
from ..document.tree import Block, Document, Quote
from ..languages.scripts import printable
from .picture import draw


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
    for name in document.parts:
        lines = "".join(map(_text, document.paragraphs(name)))
        yield Part(part_key(name), name, f"the {name}".replace("-", " "), lines)
    yield Part("decision", "", "the boxes of the decision", "".join(document.decision))
    for point in document.points:
        yield from _point(point)
    scale = document.scale
    cells = "".join(word + span for word, span, _ in scale.terms)
    yield Part("scale", "scale", "the likelihood scale", f"{scale.name}{scale.unit}{cells}")
    for n, listed in enumerate(document.contents, 1):
        yield Part(f"contents {n}", "", f"the line {n} of the contents", printable(listed.number + listed.title))
    for chapter in document.chapters:
        yield Part(f"section {chapter.id}", chapter.id, f"the heading of {chapter.id}", printable(chapter.title))
    for block in document.blocks():
        key = block.number if isinstance(block, Quote) else block.key
        what = f"paragraph {block.number}" if block.number else "the mark of a section not written"
        yield Part(key, block.item, what, block_text(block))
        yield Part(f"warning {block.number}", block.item, f"the warning at paragraph {block.number}", block.warning)
        if isinstance(block, Quote):
            yield Part(f"lead {block.number}", block.item, f"the core statement at {block.number}", _text(block.lead))
            words = "\n".join(_paragraphs(block))
            yield Part(f"quote {block.item}", block.item, f"the words of the quote {block.number}", words)
            bright = "".join(text for stretch in block.printed for text, emphasised in stretch.looks if emphasised)
            what = f"the words emphasised in the quote {block.number}, set off by slant, weight or underline"
            yield Part(f"emphasis {block.item}", block.item, what, printable(bright))
            said = _text(block.attribution)
            yield Part(f"attribution {block.number}", block.item, f"the source under {block.number}", said)
    for call in document.calls():
        yield Part(f"note {call.excerpt}", call.excerpt, f"note {call.number}", _text(call.note))
    for n, source in enumerate(document.sources, 1):
        yield Part(f"source {n}", "", f"source {n}", _text(source))
    yield from _behind(document)
    yield from _open(document)


def _behind(document: Document) -> Iterator[Part]:
    """What stands behind the argument; the words of a picture are no text of the pages."""
    shown = document.timeline
    drawn = bool(draw(shown))
    yield Part("timeline", "", "the timeline", "" if drawn else _cells(shown.table()))
    yield Part("timeline key", "", "the key of the timeline", shown.key if drawn else "")
    yield Part("timeline undated", "", "the undated sources", printable(shown.note))
    yield Part("coverage", "", "the themes by outlet", _cells(document.coverage))
    yield Part("sources key", "", "the key of the sources", document.sources_key)
    for entry in document.annex:
        what = f"passage {entry.number} of the annex"
        yield Part(f"annex {entry.number}", entry.excerpt, f"the heading of {what}", _text(entry.source))
        yield Part(f"annex {entry.number} about", entry.excerpt, f"the code of {what}", " · ".join(entry.about))
        yield Part(f"annex {entry.number} warning", entry.excerpt, f"the warning at {what}", entry.warning)
        yield Part(f"annexed {entry.excerpt}", entry.excerpt, what, entry.text)


def _open(document: Document) -> Iterator[Part]:
    """What a draft lists as open, and what stands around that."""
    listed = document.open
    yield Part("open about", "", "what is said of the open points", listed.about)
    for n, point in enumerate(listed.points, 1):
        yield Part(f"open {n}", point.ids[0], f"the open point {n}", printable(point.text))
    yield Part("open rest", "", "the number of the other open points", listed.rest)
    yield Part("open later", "", "what the open points leave out", listed.later)


def _cells(table: Table) -> str:
    rows = (table.head, *table.rows)
    return printable(table.caption) + "".join(printable(str(cell)) for row in rows for cell in row)


def part_key(name: str) -> str:
    """The key of a text of the author's that is a part of its own."""
    return name if name == "bottom-line" else f"prose {name}"


def block_text(block: Block) -> str:
    """The characters that a numbered paragraph shows, without the numbers of notes."""
    if isinstance(block, Quote):
        return "".join(_paragraphs(block))
    return _text(block.inlines)


def _paragraphs(quote: Quote) -> Iterator[str]:
    return ("".join(printable(text) for text, _ in stretch.looks) for stretch in quote.printed)


def _cover(document: Document) -> Iterator[Part]:
    yield Part("title", "title", "the title", _text((document.title,)))
    yield Part("marking", "marking", "the marking", printable(document.head))
    yield Part("notice", "", "the notice of a draft", "".join(document.notice))
    for fact in document.facts:
        yield Part(fact.field, fact.field, f"the field {fact.field}", _text((fact.value,)))
    for name in filter(document.has, document.parts):
        heading = document.headings[name]
        yield Part(f"heading {name}", "", f"the heading “{heading}”", heading)


def _point(point: Point) -> Iterator[Part]:
    yield Part(f"judgement {point.id}", point.id, f"judgement {point.number}", _text(point.inlines))
    support = (s.label + s.comma.join(r.said for r in s.references) + s.stop for s in point.support)
    estimate = "".join((point.likelihood, _text(point.confidence), *support))
    yield Part(f"estimate {point.id}", point.id, f"the estimate of judgement {point.number}", printable(estimate))


def _text(inlines: Iterable[Inline]) -> str:
    return "".join(printable(run.text) for run in texts(inlines))
