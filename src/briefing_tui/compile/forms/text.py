"""Plain text for an e-mail: lines of 72 characters, notes at the end, nothing that a mail program could spoil."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from ..document import Block, Call, Chapter, Document, Inline, Point, Quote
from ..markup import quoted_parts
from ..scripts import printable
from . import Made

WIDTH = 72
"""Characters of a line: what mail programs quote without breaking it (RFC 3676 recommends no more than 78)."""


def make(made: Made) -> dict[str, bytes]:
    """The text, UTF-8."""
    return {"txt": ("\n".join(lines(made.document)) + "\n").encode("utf-8", "replace")}


def lines(document: Document) -> Iterator[str]:
    """All lines of a briefing."""
    marking = [printable(document.marking), ""] if document.marking else []
    yield from marking
    if document.notice:
        yield from (*_wrapped(" – ".join(document.notice)), "")
    title = _wrapped(said([document.title]))
    yield from (*title, "#" * max(map(len, title), default=0), "")
    for fact in document.facts:
        yield from _wrapped(f"{fact.label}: {said([fact.value])}", hang="  ")
    yield from _headed(document.headings["bottom-line"])
    yield from _paragraphs(said(paragraph) for paragraph in document.bottom_line)
    if document.points:
        yield from _headed(document.headings["judgements"])
        for point in document.points:
            yield from _point(point)
        yield from _scale(document)
    for chapter in document.chapters:
        yield from _chapter(chapter)
    yield from _notes(document)
    if document.sources:
        yield from _headed(document.headings["sources"])
        yield from _paragraphs((said(source) for source in document.sources), hang="  ")
    yield from ("", *marking[:1])


def said(inlines: Iterable[Inline]) -> str:
    """Inline content as text; a note is called by its number in brackets."""
    return "".join(f"[{part.number}]" if isinstance(part, Call) else _plain(part) for part in inlines)


def _plain(part: Inline) -> str:
    return printable(part.text) if not isinstance(part, Call) else ""


def _point(point: Point) -> Iterator[str]:
    yield from _wrapped(f"{point.number}. {said(point.inlines)}", hang="   ")
    about = [point.likelihood, said(point.confidence)]
    about += [f"{s.label} {', '.join(r.label for r in s.references)}." for s in point.support]
    yield from _wrapped(" ".join(filter(None, about)), first="   ", hang="   ")
    yield ""


def _scale(document: Document) -> Iterator[str]:
    if document.scale.terms:
        terms = "; ".join(f"{word} {span}" for word, span, _ in document.scale.terms)
        yield from _wrapped(f"{document.scale.name}, {document.scale.unit}: {terms}.")


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from _headed(f"{chapter.number} {chapter.title}".strip())
    for block in chapter.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Quote):
        opening, closing = block.marks
        words = "\n\n".join(printable(part) for _, part in quoted_parts(block.text))
        first, *others = f"{opening}{words}{closing}[{block.call.number}]".split("\n\n")
        yield from _wrapped(f"{block.number}  {first}", hang="    ")
        for more in others:
            yield ""
            yield from _wrapped(more, first="    ", hang="    ")
        yield from _wrapped(f"— {said(block.attribution)}", first="    ", hang="    ")
    else:
        yield from _wrapped(f"{block.number}  {said(block.inlines)}", hang="    ")
    if block.warning:
        yield from _wrapped(f"≠ {block.warning}", first="    ", hang="    ")


def _notes(document: Document) -> Iterator[str]:
    notes = [call for call in document.calls() if call.note]
    if notes:
        yield ""
        yield "-" * 24
    for call in notes:
        yield from _wrapped(f"[{call.number}] {said(call.note)}", hang="    ")


def _headed(heading: str) -> Iterator[str]:
    yield ""
    yield from _wrapped(heading)
    yield "=" * min(WIDTH, len(heading))
    yield ""


def _paragraphs(texts: Iterable[str], hang: str = "") -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, hang=hang)
        yield ""


def _wrapped(text: str, *, first: str = "", hang: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )
