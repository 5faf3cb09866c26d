"""A DOCX with real footnotes and styles: pandoc writes it from the tree, with a reference document of ours."""

from __future__ import annotations

import json
import os
import tempfile
from calendar import timegm
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing_tui.citations import Text
from briefing_tui.support import pandoc, processes

from ..document import Block, Call, Chapter, Document, Fact, Inline, Point, Quote
from ..markup import quoted_parts
from ..scripts import printable, rtl_runs, script_language
from . import Made
from .reference_docx import reference

SECONDS = 60.0
Node = dict[str, Any]
TAB = Text("\t")


def make(made: Made) -> dict[str, bytes]:
    """The DOCX."""
    document = made.document
    running = " · ".join((*document.notice[:1], printable(document.title.text)))
    look = reference(
        marking=printable(document.marking),
        running=running,
        page=document.headings["page"],
        of=document.headings["of"],
    )
    with tempfile.TemporaryDirectory() as folder:
        model, out = Path(folder, "reference.docx"), Path(folder, "briefing.docx")
        model.write_bytes(look)
        command: list[str | Path] = [pandoc.binary(), "-f", "json", "-t", "docx", f"--reference-doc={model}", "-o", out]
        env = {**os.environ, "SOURCE_DATE_EPOCH": str(_moment(made.job.brief.date))}
        data = json.dumps(tree(document)).encode("utf-8", "replace")
        processes.run(command, input=data, timeout=SECONDS, env=env)
        return {"docx": out.read_bytes()}


def tree(document: Document) -> Node:
    """The document as pandoc's tree."""
    meta = {"lang": _meta(document.language)} if document.language else {}
    if document.rtl:
        meta["dir"] = _meta("rtl")
    return {"pandoc-api-version": [1, 23], "meta": meta, "blocks": list(_blocks(document))}


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
        yield _styled("Warning", [Text(" – ".join(document.notice))])
    yield _styled("Title", [document.title])
    yield from map(_fact, document.facts)
    yield _heading(1, document.headings["bottom-line"])
    yield from (_styled("Bottom Line", paragraph) for paragraph in document.bottom_line)
    if document.points:
        yield _heading(1, document.headings["judgements"])
    for point in document.points:
        yield from _point(point)
    if document.points and document.scale.terms:
        terms = "; ".join(f"{word} {span}" for word, span, _ in document.scale.terms)
        yield _styled("Estimate", [Text(f"{document.scale.name}, {document.scale.unit}: {terms}.")])
    for chapter in document.chapters:
        yield from _chapter(chapter)
    if document.sources:
        yield _heading(1, document.headings["sources"])
        yield from (_styled("Source", source) for source in document.sources)


def _fact(fact: Fact) -> Node:
    return _styled("Facts", [Text(fact.label), TAB, fact.value])


def _point(point: Point) -> Iterator[Node]:
    yield _styled("Numbered", [Text(str(point.number), bold=True), TAB, *point.inlines])
    about: list[Inline] = [Text(point.likelihood + " "), *point.confidence]
    for support in point.support:
        about += [Text(f" {support.label} ")]
        for n, target in enumerate(support.references):
            about += [Text(", " * bool(n)), *([target.call] if target.call else [Text(target.label)])]
        about.append(Text("."))
    if any(not isinstance(part, Text) or part.text.strip() for part in about):
        yield _styled("Estimate", about)


def _chapter(chapter: Chapter) -> Iterator[Node]:
    yield _heading(min(chapter.level, 2), f"{chapter.number} {chapter.title}".strip())
    for block in chapter.blocks:
        yield from _block(block)
        if block.warning:
            yield _styled("Warning", [Text(f"≠ {block.warning}")])


def _block(block: Block) -> Iterator[Node]:
    number = Text(block.number)
    if not isinstance(block, Quote):
        yield _styled("Numbered", [number, TAB, *block.inlines])
        return
    opening, closing = block.marks
    parts = [Text(part, bold=heading) for heading, part in quoted_parts(block.text)]
    for n, part in enumerate(parts):
        words: list[Inline] = [number, TAB, Text(opening)] if n == 0 else [TAB]
        words.append(part)
        if n == len(parts) - 1:
            words += [Text(closing), block.call, Text(" — "), *block.attribution]
        yield _styled("Quotation", words, language=block.language)


def _heading(level: int, text: str) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], _runs([Text(text)])]}


def _styled(style: str, inlines: Iterable[Inline], *, language: str = "") -> Node:
    keys = [["custom-style", style], *([["lang", language]] if language else [])]
    return {"t": "Div", "c": [["", [], keys], [{"t": "Para", "c": _runs(inlines)}]]}


def _runs(inlines: Iterable[Inline]) -> list[Node]:
    result: list[Node] = []
    for part in inlines:
        if part is TAB:
            result.append({"t": "RawInline", "c": ["openxml", "<w:r><w:tab/></w:r>"]})
        elif isinstance(part, Call):
            result.append(_call(part))
        elif isinstance(part, Text):
            result += _marked(part)
        else:
            result += [{"t": "Strong", "c": _words(part.text)}]
    return result


def _call(call: Call) -> Node:
    """A footnote at its first call; later its number, raised."""
    if call.note:
        return {"t": "Note", "c": [{"t": "Para", "c": _runs(call.note)}]}
    return {"t": "Superscript", "c": [_string(str(call.number))]}


def _marked(text: Text) -> Sequence[Node]:
    nodes = _words(text.text)
    for wanted, kind in ((text.italic, "Emph"), (text.bold, "Strong")):
        if wanted and nodes:
            nodes = [{"t": kind, "c": nodes}]
    if text.href.startswith(("https://", "http://")):
        return [{"t": "Link", "c": [["", [], []], nodes, [text.href, ""]]}]
    return nodes


def _words(text: str) -> list[Node]:
    """A text as it is; right-to-left runs say so."""
    nodes: list[Node] = []
    for run, rtl in rtl_runs(printable(text)):
        words: list[Node] = []
        for n, line in enumerate(run.split("\n")):
            words += [{"t": "LineBreak"}] if n else []
            words.append(_string(line))
        keys = [["lang", script_language(run)], ["dir", "rtl"]]
        nodes += [{"t": "Span", "c": [["", [], keys], words]}] if rtl else words
    return nodes


def _string(text: str) -> Node:
    return {"t": "Str", "c": text}
