"""Plain text for an e-mail: lines of 72 characters, notes at the end, nothing that a mail program could spoil."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator

from briefing_tui.citations import Placement
from briefing_tui.model.template import OPEN_POINTS, Part

from ..document.annex import Shown
from ..document.points import Point
from ..document.runs import Bullet, Call, Inline
from ..document.tree import Block, Chapter, Document, Quote
from ..languages.scripts import printable
from ..page.back_matter import CUT
from . import Made

WIDTH = 72
"""Characters of a line: what mail programs quote without breaking it (RFC 3676 recommends no more than 78)."""

_WITHIN = "   "
"""Before an item of a list within another item."""
_ARROWS = re.compile("[→←]+")


def make(made: Made) -> dict[str, bytes]:
    """The text, UTF-8."""
    return {"txt": ("\n".join(lines(made.document)) + "\n").encode("utf-8", "replace")}


def lines(document: Document) -> Iterator[str]:
    """All lines of a briefing."""
    marking = [printable(document.head), ""] if document.head else []
    yield from marking
    if document.notice:
        yield from (*_wrapped(" – ".join(document.notice)), "")
    title = _wrapped(said([document.title]))
    yield from (*title, "=" * max(map(len, title), default=0), "")
    for fact in document.facts:
        yield from _wrapped(f"{fact.named} {said([fact.value])}", hang="  ")
    for name in document.parts:
        yield from _PARTS.get(name, _prose)(document, name)
    if Part.SOURCES not in document.parts:
        yield from _notes(document)
    yield from ("", *filter(None, (document.version,)), *marking[:1])


def _prose(document: Document, name: str) -> Iterator[str]:
    if paragraphs := document.paragraphs(name):
        yield from _headed(document.headings[name])
        yield from _paragraphs(map(said, paragraphs))


def _judgements(document: Document, name: str) -> Iterator[str]:
    if document.points:
        yield from _headed(document.headings[name])
        for point in document.points:
            yield from _point(point)
        yield from _scale(document)


def _sections(document: Document, _: str) -> Iterator[str]:
    for chapter in document.chapters:
        yield from _chapter(chapter)


def _decision(document: Document, name: str) -> Iterator[str]:
    yield from _headed(document.headings[name])
    yield from (f"[ ] {words}" for words in document.decision)


def _sources(document: Document, name: str) -> Iterator[str]:
    yield from _notes(document)
    if document.sources:
        yield from _headed(document.headings[name])
        yield from _paragraphs((said(source) for source in document.sources), hang="  ")
        yield from _sources_key(document)


def _sources_key(document: Document) -> Iterator[str]:
    if document.sources_key:
        yield from (*_wrapped(document.sources_key), "")


def _timeline(document: Document, name: str) -> Iterator[str]:
    given = document.timeline
    if given.moments:
        yield from _headed(document.headings[name])
        for moment in given.moments:
            yield from _wrapped(f"{moment.date}  {moment.label}", hang="    ")
        yield from (_wrapped(given.note) if given.note else ())


def _coverage(document: Document, name: str) -> Iterator[str]:
    """One line for each theme: a table would be wider than a mail."""
    given = document.coverage
    if given.rows:
        yield from _headed(document.headings[name])
        yield from (*_wrapped(given.caption), "")
        for theme, *counts in given.rows:
            named = (f"{outlet} {n}" for outlet, n in zip(given.head[1:-1], counts, strict=False) if n)
            named_theme = given.label.format(theme)
            yield from _wrapped(f"{named_theme} {counts[-1]} ({given.comma.join(named)})", hang="    ")


def _annex(document: Document, name: str) -> Iterator[str]:
    if document.annex:
        yield from _headed(document.headings[name])
        for entry in document.annex:
            yield from _wrapped(f"[{entry.number}] {said(entry.source)}", hang="    ")
            yield from _wrapped(" · ".join(entry.about), first="    ", hang="    ")
            yield from _wrapped(f"≠ {entry.warning}", first="    ", hang="    ") if entry.warning else ()
            for shown in entry.paragraphs:
                yield from _wrapped(in_context(shown), first="    ", hang="    ")
            yield ""


def _open(document: Document, name: str) -> Iterator[str]:
    listed = document.open
    if listed.points:
        yield from _headed(document.headings[name])
        yield from (*_wrapped(listed.about), "")
        for point in listed.points:
            yield from _wrapped(" · ".join(filter(None, (point.weight, said(point.places)))), hang="    ")
            yield from _wrapped(printable(point.message), first="    ", hang="    ")
            yield from (*_wrapped(printable(point.advice), first="    ", hang="    "), "")
        for text in filter(None, (listed.rest, listed.later)):
            yield from (*_wrapped(text), "")


def in_context(shown: Shown) -> str:
    """A paragraph with the excerpt between arrows: one more on each side than it has in a row itself."""
    texts = [printable(s.text) for s in shown.stretches]
    longest = max((len(run) for text in texts for run in _ARROWS.findall(text)), default=0)
    before, after = "→" * (longest + 1), "←" * (longest + 1)
    words = (f"{before}{t}{after}" if s.marked else t for t, s in zip(texts, shown.stretches, strict=True))
    cut_before, cut_after = f"{CUT} " * shown.cut_before, f" {CUT}" * shown.cut_after
    return f"{shown.label}  {cut_before}{''.join(words)}{cut_after}".strip()


def said(inlines: Iterable[Inline]) -> str:
    """Inline content as text; a note is called by its number in brackets, and a citation in the text is its words.

    Each item of a list begins a line, with a sign that is no dash of speech.
    """
    return "".join(map(_said, inlines))


def _said(part: Inline) -> str:
    if isinstance(part, Bullet):
        return f"\n{_WITHIN * part.level}{part.number}. " if part.number else f"\n{_WITHIN * part.level}* "
    return _called(part) if isinstance(part, Call) else printable(part.text)


def _called(call: Call) -> str:
    return said(call.words) if call.placement is Placement.INLINE else f"[{call.number}]"


def _point(point: Point) -> Iterator[str]:
    yield from _wrapped(f"{point.number}. {said(point.inlines)}", hang="   ")
    about = [point.likelihood, said(point.confidence)]
    about += [f"{s.label} {s.comma.join(r.said for r in s.references)}{s.stop}" for s in point.support]
    yield from _wrapped(" ".join(filter(None, about)), first="   ", hang="   ")
    yield ""


def _scale(document: Document) -> Iterator[str]:
    if document.scale.terms:
        yield from _wrapped(document.scale.said)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield from _headed(f"{chapter.number} {chapter.title}".strip())
    for block in chapter.blocks:
        yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    hang = " " * (len(block.number) + 2) if block.number else ""
    if isinstance(block, Quote):
        opening, closing = block.marks
        words = "\n\n".join(
            "".join(f"_{printable(text)}_" if bright else printable(text) for text, bright in stretch.looks)
            for stretch in block.printed
        )
        first, *others = f"{opening}{words}{closing}{_called(block.call)}".split("\n\n")
        opened = f"{block.number}  "
        if block.lead:
            yield from _wrapped(f"{opened}{said(block.lead)}", hang=hang)
            opened = hang
        yield from _wrapped(first, first=opened, hang=hang)
        for more in others:
            yield ""
            yield from _wrapped(more, first=hang, hang=hang)
        yield from _wrapped(f"— {said(block.attribution)}", first=hang, hang=hang)
    else:
        yield from _wrapped(said(block.inlines), first=f"{block.number}  " if block.number else "", hang=hang)
    if block.warning:
        yield from _wrapped(f"≠ {block.warning}", first=hang, hang=hang)


def _notes(document: Document) -> Iterator[str]:
    notes = [call for call in document.calls() if call.note]
    if notes and document.placement is Placement.ENDNOTE:
        yield from _headed(document.headings["endnotes"])
    elif notes:
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
    before, *items = text.split("\n")
    result = _filled(before, first, hang)
    for item in items:
        bare = item.lstrip(" ")
        depth = " " * (len(item) - len(bare))
        begin = (hang if result else first) + depth
        result += _filled(bare, begin, hang + depth + " " * (bare.find(" ") + 1))
    return result


def _filled(text: str, first: str, hang: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )


_PARTS: dict[str, Callable[[Document, str], Iterator[str]]] = {
    Part.JUDGEMENTS: _judgements,
    Part.SECTIONS: _sections,
    Part.DECISION: _decision,
    Part.SOURCES: _sources,
    Part.TIMELINE: _timeline,
    Part.COVERAGE: _coverage,
    Part.ANNEX: _annex,
    OPEN_POINTS: _open,
}
"""What writes each part that the program makes itself; any other is a text of the author's."""
