"""Nodes of pandoc's tree: headings, paragraphs with a style of ours, runs of text, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from briefing_tui.citations import Placement, Text

from ..apart import pieces
from ..document import Bullet, Call, Inline, texts
from ..listing import parted
from ..scripts import direction, printable, rtl_runs, script_language, slants
from ..tables import Table

Node = dict[str, Any]
TAB = Text("\t")
BREAK: Node = {"t": "LineBreak"}
LINE = Text("\n")
LRI, PDI = "\u2066", "\u2069"
"""Around a text that is kept to itself, from left to right."""
LRM, RLM = "\u200e", "\u200f"
"""What cannot be seen and runs from left to right, or from right to left: punctuation beside it does as well."""
_SPACE = re.compile(r"(?<=¶) (?=\d)|(?:(?<=\d)|(?<=\d\.)) (?=[^\W\d_]{3,} \d{4}\b)")
"""Between a sign and its number, or a day and its month."""
_HYPHEN = re.compile("(?<=[0-9A-Z]{4})-(?=[0-9A-Z])")
"""Within a short code."""
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
FIRST = 0.28
"""The share of a table's width that its first column has."""


def heading(level: int, text: str, *, way: str = "", place: str = "") -> Node:
    """A heading; `way` is its direction where it has its own, `place` the name of the place where it stands."""
    node = {"t": "Header", "c": [level, [place, [], []], runs([Text(text)])]}
    return _turned("Div", [node], way) if way else node


def own(style: str, inlines: Sequence[Inline], *, rtl: bool) -> Iterator[Node]:
    """A paragraph of own text, and the lists in it, in their own direction.

    Args:
        style: of the paragraph.
        inlines: what it says.
        rtl: whether the document runs from right to left.
    """
    way = direction("".join(run.text for run in texts(inlines)), rtl=rtl)
    before, lists = parted(inlines)
    if before:
        yield styled(style, before, way=way)
    for those in lists:
        items = [[styled("List Item", item, way=way)] for item in those.items]
        order = [1, {"t": "Decimal"}, {"t": "Period"}]
        yield {"t": "OrderedList", "c": [order, items]} if those.numbered else {"t": "BulletList", "c": items}


def placed(place: str, nodes: Iterable[Node]) -> Iterator[Node]:
    """Paragraphs of which the first is a place that links lead to."""
    for n, node in enumerate(nodes):
        if n == 0 and place:
            node["c"][0][0] = place
        yield node


def in_lines(inlines: Iterable[Inline]) -> list[Inline]:
    """A text that begins with a list, as lines of one paragraph: its first item stands on the line of its number."""
    parts: list[Inline] = []
    for part in inlines:
        sign = [LINE, Text(f"{part.number}. " if part.number else "• ")] if isinstance(part, Bullet) else [part]
        parts += sign
    return parts[1:]


def styled(style: str, inlines: Iterable[Inline], *, language: str = "", way: str = "") -> Node:
    """A paragraph in a style of the reference document.

    Args:
        style: its name.
        inlines: what it says.
        language: of its words, where it is another than the document's.
        way: its direction where that is another than the document's; its notes keep that of the document.
    """
    keys = [["custom-style", style], *([["lang", language]] if language else []), *([["dir", way]] if way else [])]
    nodes = runs(inlines)
    if way:
        for note in (paragraph for node in nodes if node["t"] == "Note" for paragraph in node["c"]):
            note["c"] = [_turned("Span", note["c"], "ltr" if way == "rtl" else "rtl")]
    return {"t": "Div", "c": [["", [], keys], [{"t": "Para", "c": nodes}]]}


def kept(cited: Iterable[Text]) -> Iterator[Text]:
    """Runs of a note or a source: what belongs together stays on one line, a day with its month and a code whole.

    Names in a script that has no italics stay upright.
    """
    for text in cited:
        if text.text.startswith(("https://", "http://")):
            yield text
        else:
            whole = _HYPHEN.sub("\u2011", text.text) if text.small else text.text
            yield replace(text, text=_SPACE.sub("\u00a0", whole), italic=text.italic and slants(text.text))


def together(text: str) -> str:
    """A text whose ranges stay on one line."""
    return _RANGE.sub("–\u2060", text)


def _turned(kind: str, nodes: list[Node], way: str) -> Node:
    """A `Div` or `Span` with a direction of its own."""
    return {"t": kind, "c": [["", [], [["dir", way]]], nodes]}


def apart(node: Any, *, rtl: bool = True) -> Any:
    """The same with left-to-right words marked as such, where it runs from right to left."""
    if isinstance(node, list):
        parts = [_parted(child["c"]) if rtl and _is_string(child) else [apart(child, rtl=rtl)] for child in node]
        return [part for some in parts for part in some]
    if not isinstance(node, dict):
        return node
    return {**node, **({"c": apart(node["c"], rtl=_way(node, rtl=rtl))} if "c" in node else {})}


def closed(node: Any, *, rtl: bool = False) -> Any:
    """The same with a mark behind right-to-left words in a line that runs the other way: figures would go along."""
    if isinstance(node, list):
        return [part for child in node for part in _closed(child, rtl=rtl)]
    if not isinstance(node, dict) or "c" not in node:
        return node
    return {**node, "c": closed(node["c"], rtl=_way(node, rtl=rtl))}


def _closed(node: Any, *, rtl: bool) -> Iterator[Any]:
    yield closed(node, rtl=rtl)
    if not rtl and isinstance(node, dict) and node["t"] == "Span" and _way(node, rtl=False):
        yield string(LRM)


def _way(node: Node, *, rtl: bool) -> bool:
    """Whether what is in a node runs from right to left, which may be said of what it is in."""
    keys = dict(node["c"][0][2]) if node["t"] in ("Div", "Span") else {}
    return bool(keys.get("dir", "rtl" if rtl else "ltr") == "rtl")


def _is_string(node: Any) -> bool:
    return isinstance(node, dict) and node["t"] == "Str"


def _parted(text: str) -> Iterator[Node]:
    """A text in right-to-left surroundings: what runs from left to right in a span, and what follows kept out of it."""
    if text[:1] + text[-1:] == LRI + PDI:
        yield _turned("Span", [string(text)], "ltr")
        return
    follows = False
    for piece in pieces(text, words=True):
        if piece.ltr:
            before = "" if piece.text[0].isalpha() else LRM
            yield _turned("Span", [string(before + piece.text + LRM)], "ltr")
        else:
            yield string(RLM * follows + piece.text)
        follows = piece.ltr
    if follows:
        yield string(RLM)


def runs(inlines: Iterable[Inline]) -> list[Node]:
    """Runs, tabs, gaps and calls, with a comma between two calls, which would read as one number."""
    result: list[Node] = []
    called = False
    for part in inlines:
        before, called = called, isinstance(part, Call) and part.placement is not Placement.INLINE
        if part is TAB:
            result.append({"t": "RawInline", "c": ["openxml", "<w:r><w:tab/></w:r>"]})
        elif part is LINE:
            result.append(BREAK)
        elif isinstance(part, Call) and part.placement is Placement.INLINE:
            result += runs(kept(part.words))
        elif isinstance(part, Call):
            result += [_raised(","), _call(part)] if before else [_call(part)]
        elif isinstance(part, Text):
            result += _marked(part)
        else:
            result += [{"t": "Strong", "c": words(part.text)}]
    return result


def _call(call: Call) -> Node:
    """A footnote at its first call, later its number, raised; one at the end is linked both ways."""
    raised = _raised(str(call.number))
    if call.placement is Placement.ENDNOTE:
        return link(f"c{call.number}" if call.note else "", raised, f"#n{call.number}")
    return {"t": "Note", "c": [{"t": "Para", "c": runs(kept(call.note))}]} if call.note else raised


def _raised(text: str) -> Node:
    return {"t": "Superscript", "c": [string(text)]}


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
