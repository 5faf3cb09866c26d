"""Nodes of pandoc's tree: headings, paragraphs with a style of ours, runs of text, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from briefing_tui.citations import Placement, Text

from ..document import Call, Inline
from ..listing import parted
from ..scripts import printable, rtl_runs, script_language
from ..tables import Table

Node = dict[str, Any]
TAB = Text("\t")
BREAK: Node = {"t": "LineBreak"}
FIRST = 0.28
"""The share of a table's width that its first column has."""


def heading(level: int, text: str) -> Node:
    """A heading."""
    return {"t": "Header", "c": [level, ["", [], []], runs([Text(text)])]}


def own(style: str, inlines: Sequence[Inline]) -> Iterator[Node]:
    """A paragraph of own text, and the lists in it."""
    before, lists = parted(inlines)
    if before:
        yield styled(style, before)
    for those in lists:
        items = [[styled("List Item", item)] for item in those.items]
        order = [1, {"t": "Decimal"}, {"t": "Period"}]
        yield {"t": "OrderedList", "c": [order, items]} if those.numbered else {"t": "BulletList", "c": items}


def styled(style: str, inlines: Iterable[Inline], *, language: str = "") -> Node:
    """A paragraph in a style of the reference document."""
    keys = [["custom-style", style], *([["lang", language]] if language else [])]
    return {"t": "Div", "c": [["", [], keys], [{"t": "Para", "c": runs(inlines)}]]}


def runs(inlines: Iterable[Inline]) -> list[Node]:
    """Runs, tabs, gaps and calls."""
    result: list[Node] = []
    for part in inlines:
        if part is TAB:
            result.append({"t": "RawInline", "c": ["openxml", "<w:r><w:tab/></w:r>"]})
        elif isinstance(part, Call) and part.placement is Placement.INLINE:
            result += runs(part.words)
        elif isinstance(part, Call):
            result.append(_call(part))
        elif isinstance(part, Text):
            result += _marked(part)
        else:
            result += [{"t": "Strong", "c": words(part.text)}]
    return result


def _call(call: Call) -> Node:
    """A footnote at its first call, later its number, raised; one at the end is linked both ways."""
    raised = {"t": "Superscript", "c": [string(str(call.number))]}
    if call.placement is Placement.ENDNOTE:
        return link(f"c{call.number}" if call.note else "", raised, f"#n{call.number}")
    return {"t": "Note", "c": [{"t": "Para", "c": runs(call.note)}]} if call.note else raised


def link(name: str, shown: Node, target: str) -> Node:
    """A link to a place of the document, itself a place where it has a name."""
    link = {"t": "Link", "c": [["", [], []], [shown], [target, ""]]}
    return {"t": "Span", "c": [[name, [], []], [link]]} if name else link


def _marked(text: Text) -> Sequence[Node]:
    nodes = words(text.text)
    for wanted, kind in ((text.italic, "Emph"), (text.bold, "Strong")):
        if wanted and nodes:
            nodes = [{"t": kind, "c": nodes}]
    if text.small:
        return [{"t": "Span", "c": [["", [], [["custom-style", "Short Code"]]], nodes]}]
    if text.href.startswith(("https://", "http://", "#")):
        return [{"t": "Link", "c": [["", [], []], nodes, [text.href, ""]]}]
    return nodes


def words(text: str) -> list[Node]:
    """A text as it is; right-to-left runs say so."""
    nodes: list[Node] = []
    for run, rtl in rtl_runs(printable(text)):
        said: list[Node] = []
        for n, line in enumerate(run.split("\n")):
            said += [BREAK] if n else []
            said.append(string(line))
        keys = [["lang", script_language(run)], ["dir", "rtl"]]
        nodes += [{"t": "Span", "c": [["", [], keys], said]}] if rtl else said
    return nodes


def string(text: str) -> Node:
    """Characters as they are."""
    return {"t": "Str", "c": text}


def table(given: Table) -> Node:
    """A table whose first column is the head of its rows."""
    counts = [isinstance(cell, int) for cell in given.rows[0]]
    widths = [FIRST, *([(1 - FIRST) / (len(counts) - 1)] * (len(counts) - 1))]
    columns = [
        [{"t": "AlignRight" if count else "AlignLeft"}, {"t": "ColWidth", "c": width}]
        for count, width in zip(counts, widths, strict=True)
    ]

    def row(cells: Sequence[str | int]) -> list[Any]:
        plain: Node = {"t": "AlignDefault"}
        return [["", [], []], [[["", [], []], plain, 1, 1, [{"t": "Plain", "c": words(str(c))}]] for c in cells]]

    caption = [None, [{"t": "Plain", "c": words(given.caption)}] if given.caption else []]
    body = [["", [], []], 1, [], [row(cells) for cells in given.rows]]
    none = ["", [], []]
    return {"t": "Table", "c": [none, caption, columns, [none, [row(given.head)]], [body], [none, []]]}
