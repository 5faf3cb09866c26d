"""A DOCX with real footnotes and styles: pandoc writes it from the tree, with a reference document of ours."""

from __future__ import annotations

import json
import os
import tempfile
from calendar import timegm
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from briefing_tui.citations import Placement, Text, source_place
from briefing_tui.model import Stretch
from briefing_tui.model.template import Part
from briefing_tui.support import pandoc, processes

from ..document.points import Point, Reference
from ..document.runs import Bullet, Inline
from ..document.tree import Block, Chapter, Document, Fact, Quote
from ..document.uses import part_place
from ..languages.scripts import direction, isolated, printable, slants
from ..page.running import running_title
from . import Made
from .reference_docx import reference
from .word_back import BEHIND
from .word_directions import Node, apart, closed, string
from .word_nodes import LINE, TAB, Naming, heading, in_lines, kept, link, numbered, own, placed, runs, styled, together
from .word_notes import turned

SECONDS = 60.0
_BESIDE, _MARKED = 112, 2
"""Characters of a line in a header, and as how many of them one of the marking counts, which is larger."""


def make(made: Made) -> dict[str, bytes]:
    """The DOCX."""
    document = made.document
    with tempfile.TemporaryDirectory() as folder:
        model, out = Path(folder, "reference.docx"), Path(folder, "briefing.docx")
        model.write_bytes(look(document, made.job.template().paper))
        command: list[str | Path] = [pandoc.binary(), "-f", "json", "-t", "docx", f"--reference-doc={model}", "-o", out]
        env = {**os.environ, "SOURCE_DATE_EPOCH": str(_moment(made.job.brief.date))}
        data = json.dumps(tree(document)).encode("utf-8", "replace")
        processes.run(command, input=data, timeout=SECONDS, env=env)
        made_of = {"title": document.title.text, "author": document.author, "program": made.generator}
        return {"docx": turned(out.read_bytes(), rtl=document.rtl, **made_of)}


def look(document: Document, paper: str = "A4") -> bytes:
    """The document from which pandoc takes the styles, the page, and what stands in its margins."""
    stated = isolated(printable(document.reference), rtl=document.rtl)
    return reference(
        marking=printable(document.head),
        running=printable(running_title(document, room=_BESIDE - _MARKED * len(document.head))),
        page=document.headings["page"],
        of=document.headings["of"],
        behind=" · ".join(filter(None, (stated, document.version))),
        paper=paper,
        rtl=document.rtl,
    )


def tree(document: Document) -> Node:
    """The document as pandoc's tree."""
    meta = {"lang": _meta(document.language)} if document.language else {}
    if document.rtl:
        meta["dir"] = _meta("rtl")
    blocks = closed(apart(list(_blocks(document)), rtl=document.rtl), rtl=document.rtl)
    return {"pandoc-api-version": [1, 23], "meta": meta, "blocks": blocks}


def _meta(text: str) -> Node:
    return {"t": "MetaString", "c": text}


def _moment(date: str) -> int:
    """The brief's date in seconds: nothing reads the clock."""
    digits = date.replace("-", "")
    if not (digits.isdecimal() and len(digits) == 8):
        return 0
    return timegm((int(digits[:4]), int(digits[4:6]), int(digits[6:]), 0, 0, 0))


def _blocks(document: Document) -> Iterator[Node]:
    if document.notice:
        yield styled("Warning", [Text(" – ".join(document.notice))])
    yield styled("Title", [document.title], way=direction(document.title.text, rtl=document.rtl))
    yield from (_fact(fact, rtl=document.rtl) for fact in document.facts)
    for name in document.parts:
        yield from _PARTS.get(name, _prose)(document, name)


def _prose(document: Document, name: str) -> Iterator[Node]:
    if paragraphs := document.paragraphs(name):
        yield heading(1, document.headings[name], place=part_place(name))
        style = "Bottom Line" if name == document.foremost else "Body Text"
        yield from (node for paragraph in paragraphs for node in own(style, paragraph, rtl=document.rtl))


def _judgements(document: Document, name: str) -> Iterator[Node]:
    if document.points:
        yield heading(1, document.headings[name])
        noted = document.placement is Placement.FOOTNOTE
        for point in document.points:
            yield from placed(point.id, _point(point, rtl=document.rtl, noted=noted))
        if document.scale.terms:
            yield styled("Estimate", [Text(together(document.scale.said))])


def _sections(document: Document, _: str) -> Iterator[Node]:
    for chapter in document.chapters:
        yield from _chapter(chapter, rtl=document.rtl)


def _decision(document: Document, name: str) -> Iterator[Node]:
    yield heading(1, document.headings[name])
    yield from (styled("Body Text", [Text(f"\u2610 {words}")]) for words in document.decision)


def _sources(document: Document, name: str) -> Iterator[Node]:
    if document.sources:
        yield heading(1, document.headings[name])
        if document.sources_key:
            yield styled("Sources Key", [Text(document.sources_key)])
        for n, source in enumerate(document.sources, 1):
            before_last = n == len(document.sources) - 1  # no source stands alone on a page
            node = styled("Source" + " Kept" * before_last, kept(source))
            node["c"][0][0] = source_place(n)
            yield node


def _fact(fact: Fact, *, rtl: bool) -> Node:
    value = replace(fact.value, text=isolated(fact.value.text, rtl=rtl))
    return styled("Facts", [Text(fact.label), TAB, value])


def _label(target: Reference, *, noted: bool) -> Text:
    """What names a paragraph or a note; the number of a footnote follows it."""
    href = f"#{target.item}" if target.item else ""
    return Naming(target.label, href=href, note=target.note) if noted and target.note else Text(target.label, href=href)


def _point(point: Point, *, rtl: bool, noted: bool) -> Iterator[Node]:
    yield from own("Numbered", point.inlines, rtl=rtl, number=Text(point.number, bold=True))
    about: list[Inline] = [Text(together(point.likelihood) + " "), *point.confidence]
    for support in point.support:
        about += [Text(f" {support.label} ")]
        for n, target in enumerate(support.references):
            about += [Text(support.comma * bool(n)), _label(target, noted=noted)]
            about += [target.call] if target.call else []
        about.append(Text(support.stop))
    if any(not isinstance(part, Text) or part.text.strip() for part in about):
        yield styled("Estimate", about)


def _chapter(chapter: Chapter, *, rtl: bool) -> Iterator[Node]:
    yield heading(min(chapter.level, 2), chapter.title, number=chapter.number, rtl=rtl, place=chapter.id)
    seen: set[str] = set()
    for block in chapter.blocks:
        yield from placed(block.item if block.item not in seen else "", _block(block, rtl=rtl))
        seen.add(block.item)
        if block.warning:
            yield styled("Warning", [Text(f"≠ {block.warning}")])


def _block(block: Block, *, rtl: bool) -> Iterator[Node]:
    number = Text(block.number)
    if not isinstance(block, Quote):
        leading = [Text(" · "), block.context] if block.context else []
        said = in_lines(block.inlines) if isinstance(block.inlines[0], Bullet) else block.inlines
        yield from own("Numbered", [*said, *leading], rtl=rtl, number=number)
        return
    if block.lead:
        yield from own("Numbered Leading", block.lead, rtl=rtl, number=number)
        number = Text("")
    opening, closing = block.marks
    way = ("rtl" if block.rtl else "ltr") if block.rtl != rtl else ""
    source = [Text("—\u00a0"), *kept(block.attribution), *([Text(" · "), block.context] if block.context else [])]
    for n, stretch in enumerate(block.printed):
        words: list[Inline] = [Text(opening * (n == 0)), *_quoted(stretch)]
        if n == len(block.printed) - 1:
            words += [Text(closing), block.call]
        first = number if n == 0 else Text("")
        whole = not way and n == len(block.printed) - 1
        nodes = list(numbered("Quotation" + " Whole" * whole, first, words, language=block.language, way=way))
        if whole:
            # Lines of one paragraph: LibreOffice may part two that are to be kept together, where a note is called.
            nodes[-1]["c"][1][0]["c"] += runs([LINE, *source])
        yield from nodes
    if way:  # Who said it runs as the document does.
        yield styled("Attribution Beside", source)


def _quoted(stretch: Stretch) -> Iterator[Text]:
    """Words of a quote; emphasis of ours slants where their script does that."""
    for text, emphasised in stretch.looks:
        slanting = emphasised and slants(text)
        yield Text(text, italic=slanting, bold=stretch.heading or (emphasised and not slanting))


def _endnotes(document: Document, name: str) -> Iterator[Node]:
    notes = [call for call in document.calls() if call.note]
    if document.placement is not Placement.ENDNOTE or not notes:
        return
    yield heading(1, document.headings[name])
    for call in notes:
        number = link(f"n{call.number}", string(str(call.number)), f"#c{call.number}")
        node = styled("Source", kept(call.note))
        node["c"][1][0]["c"][:0] = [number, string("\u2002")]
        yield node


_PARTS: dict[str, Callable[[Document, str], Iterator[Node]]] = {
    Part.JUDGEMENTS: _judgements,
    Part.SECTIONS: _sections,
    Part.DECISION: _decision,
    Part.ENDNOTES: _endnotes,
    Part.SOURCES: _sources,
    **BEHIND,
}
"""What writes each part that the program makes itself; any other is a text of the author's."""
