"""What stands behind the argument, as pandoc's tree: the sources in time, the themes by outlet, the annex."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing_tui.citations import Placement, Text
from briefing_tui.model.template import OPEN_POINTS, Part

from ..document.annex import Entry, Shown
from ..document.tree import Document
from ..page.back_matter import CUT
from .word_directions import Node
from .word_nodes import BREAK, Naming, heading, kept, numbered, page_break, runs, styled, words
from .word_open import open_points
from .word_tables import table


def _timeline(document: Document, name: str) -> Iterator[Node]:
    """A table, in the place of a picture."""
    if document.timeline.moments:
        yield heading(1, document.headings[name])
        yield table(document.timeline.table())
        if document.timeline.note:
            yield styled("Body Text", [Text(document.timeline.note)])


def _coverage(document: Document, name: str) -> Iterator[Node]:
    if document.coverage.rows:
        yield heading(1, document.headings[name])
        yield table(document.coverage)


def _annex(document: Document, name: str) -> Iterator[Node]:
    if document.annex:
        yield page_break()
        yield heading(1, document.headings[name])
        for entry in document.annex:
            yield from _entry(entry, rtl=document.rtl, noted=document.placement is Placement.FOOTNOTE)


def _entry(entry: Entry, *, rtl: bool, noted: bool) -> Iterator[Node]:
    number = f"{entry.number}\u2002"
    said = [Naming(number, note=entry.number) if noted else Text(number), *kept(entry.source)]
    heading = {"t": "Header", "c": [2, [entry.place, [], []], runs(said)]}
    digest = [Text(f" · {entry.digest}")] if entry.digest else []
    yield from (heading, styled("Annex About", [Text(f"{entry.code} · "), *entry.used, *digest]))
    if entry.warning:
        yield styled("Warning", [Text(f"≠ {entry.warning}")])
    for shown in entry.paragraphs:
        yield from _shown(shown, entry, rtl=rtl)


def _shown(shown: Shown, entry: Entry, *, rtl: bool) -> Iterator[Node]:
    """A paragraph of a source, what is the excerpt's marked by its style."""
    way = ("rtl" if entry.rtl else "ltr") if entry.rtl != rtl else ""
    cut = [Text(f"{CUT} ")] if shown.cut_before else []
    *before, node = numbered("Annex Passage", Text(shown.label), cut, way=way)
    paragraph = node["c"][1][0]["c"]
    keys = [["lang", entry.language]] if entry.language else []
    for part in shown.stretches:
        lines = [words(line) for line in part.text.split("\n")]
        said = [node for n, line in enumerate(lines) for node in ([BREAK] if n else []) + line]
        style = [["custom-style", "Marked"]] if part.marked else []
        paragraph.append({"t": "Span", "c": [["", [], [*style, *keys]], said]})
    paragraph += runs([Text(f" {CUT}")]) if shown.cut_after else []
    node["c"][0][2] += keys
    yield from (*before, node)


BEHIND: dict[str, Callable[[Document, str], Iterator[Node]]] = {
    Part.TIMELINE: _timeline,
    Part.COVERAGE: _coverage,
    Part.ANNEX: _annex,
    OPEN_POINTS: open_points,
}
"""What writes each of these parts."""
