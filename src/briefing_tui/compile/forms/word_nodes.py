"""Nodes of pandoc's tree: headings, paragraphs with a style of ours, runs of text, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing_tui.citations import Placement, Text

from ..document.listing import parted
from ..document.tree import Bullet, Call, Inline, texts
from ..languages.scripts import direction, isolated, printable, rtl_runs, script_language, slants
from .word_directions import Node, directed, string

TAB = Text("\t")
BREAK: Node = {"t": "LineBreak"}
LINE = Text("\n")
_SPACE = re.compile(r"(?<=¶) (?=\d)|(?:(?<=\d)|(?<=\d\.)) (?=[^\W\d_]{3,} \d{4}\b)")
"""Between a sign and its number, or a day and its month."""
_HYPHEN = re.compile("(?<=[0-9A-Z]{4})-(?=[0-9A-Z])")
"""Within a short code."""
_RANGE = re.compile(r"(?<=\d)–(?=\d)")


def heading(level: int, text: str, *, number: str = "", rtl: bool = False, place: str = "") -> Node:
    """A heading; one that runs the other way stands at the other side of the page, unless its number holds it here.

    Args:
        level: 1 or 2.
        text: what it says.
        number: stands before it, where lines of the document begin.
        rtl: whether the document runs from right to left.
        place: the name of the place where it stands.
    """
    way = direction(text, rtl=rtl)
    said = runs([Text(isolated(text, rtl=rtl) if number else text)])
    said = [directed("Span", said, way)] if number and way else said
    node = {"t": "Header", "c": [level, [place, [], []], [*([string(f"{number} ")] if number else []), *said]]}
    return directed("Div", [node], way) if way and not number else node


def page_break() -> Node:
    """What begins a new page; in the DOCX it becomes the heading's own that follows, see `word_notes`."""
    return {"t": "RawBlock", "c": ["openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>']}


def own(style: str, inlines: Sequence[Inline], *, rtl: bool, number: Text | None = None) -> Iterator[Node]:
    """A paragraph of own text, and the lists in it, in their own direction; no item begins or ends a page alone.

    Args:
        style: of the paragraph.
        inlines: what it says.
        rtl: whether the document runs from right to left.
        number: of a paragraph that has one.
    """
    way = direction("".join(run.text for run in texts(inlines)), rtl=rtl)
    before, lists = parted(inlines)
    style += " Leading" * (bool(lists) and not style.endswith(" Leading"))
    if number:
        yield from numbered(style, number, before, way=way)
    elif before:
        yield styled(style, before, way=way)
    for those in lists:
        followed = {0, len(those.items) - 2} - {len(those.items) - 1}
        items = [[styled("List Item" + " Kept" * (n in followed), item, way=way)] for n, item in enumerate(those.items)]
        order = [1, {"t": "Decimal"}, {"t": "Period"}]
        yield {"t": "OrderedList", "c": [order, items]} if those.numbered else {"t": "BulletList", "c": items}


def numbered(
    style: str, number: Text, inlines: Iterable[Inline], *, language: str = "", way: str = ""
) -> Iterator[Node]:
    """A paragraph behind its number, which stands where lines of the document begin, whatever way the paragraph runs.

    Args:
        style: of the paragraph.
        number: which may be empty.
        inlines: what it says.
        language: of its words, where it is another than the document's.
        way: its direction where that is another than the document's.
    """
    if not way:
        yield styled(style, [number, TAB, *inlines], language=language)
        return
    if number.text:
        yield styled("Number Beside", [number])
    yield styled(f"{style} Turned", inlines, language=language, way=way)


def _in_language(language: str, node: Node) -> Node:
    return {"t": "Span", "c": [["", [], [["lang", language]]], [node]]}


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
        way: its direction where that is another than the document's.

    Its notes keep the language and direction of the document.
    """
    keys = [["custom-style", style], *([["dir", way]] if way else [])]
    nodes = [_in_language(language, node) if language and node["t"] != "Note" else node for node in runs(inlines)]
    if way:
        for note in (paragraph for node in nodes if node["t"] == "Note" for paragraph in node["c"]):
            note["c"] = [directed("Span", note["c"], "ltr" if way == "rtl" else "rtl")]
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
