"""Nodes of pandoc's tree: headings, paragraphs with a style of ours, runs of text, tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing_tui.citations import Placement, Text
from briefing_tui.model.web_address import is_web_address

from ..document.listing import Listed, parted
from ..document.runs import Bullet, Call, Inline, texts
from ..languages.apart import ISOLATE
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
_NOTE = "_RefNote"
"""How the name of the place of a footnote's number begins; one that begins so is not shown among the bookmarks."""
_NAMED = re.compile(r"#n(\d+)")
"""What leads to a note."""
_FIRST = 1_000_000
"""Pandoc counts the places that it makes itself from 1."""
_SWITCH = "\\f "
"""The number looks like that of a footnote."""


@dataclass(frozen=True, slots=True)
class Naming(Text):
    """A run that names a footnote by its number."""

    note: int = 0


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
    yield from (_listed(those, way, last=n == len(lists)) for n, those in enumerate(lists, 1))


def _listed(those: Listed, way: str, *, last: bool) -> Node:
    """A list with those in it; what follows an item's words at once stays on their page.

    Args:
        those: its items.
        way: their direction where that is another than the document's.
        last: whether nothing of their paragraph follows.
    """
    end = len(those.items) - 1
    kept_with_next = {0, end - 1} - {end}
    items = []
    for n, item in enumerate(those.items):
        ends = last and n == end
        kind = " Kept" if n in kept_with_next or item.lists else " Last" if ends else ""
        inner = (_listed(one, way, last=ends and m == len(item.lists)) for m, one in enumerate(item.lists, 1))
        items.append([styled(f"List Item{kind}", item.said, way=way), *inner])
    order = [1, {"t": "Decimal"}, {"t": "Period"}]
    return {"t": "OrderedList", "c": [order, items]} if those.numbered else {"t": "BulletList", "c": items}


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
        parts += [LINE, Text(_sign(part))] if isinstance(part, Bullet) else [part]
    return parts[1:]


def _sign(item: Bullet) -> str:
    """What stands before an item that is a line of a paragraph."""
    return "\u2003" * item.level + (f"{item.number}. " if item.number else "• ")


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
            result.append(_raw("<w:r><w:tab/></w:r>"))
        elif part is LINE:
            result.append(BREAK)
        elif isinstance(part, Call) and part.placement is Placement.INLINE:
            result += runs(kept(part.words))
        elif isinstance(part, Call):
            result += [*([_raised(",")] if before else []), *_call(part)]
        elif isinstance(part, Text):
            result += _marked(part)
        else:
            result += [{"t": "Strong", "c": words(part.text)}]
    return result


def _call(call: Call) -> list[Node]:
    """A footnote at its first call, later a field with its number, raised; one at the end is linked both ways."""
    if call.placement is Placement.ENDNOTE:
        return [link(f"c{call.number}" if call.note else "", _raised(str(call.number)), f"#n{call.number}")]
    if not call.note:
        return [number_of(call.number, raised=True)]
    note = {"t": "Note", "c": [{"t": "Para", "c": runs(map(_pointing, kept(call.note)))}]}
    place = f'w:id="{_FIRST + call.number}"'
    return [_raw(f'<w:bookmarkStart {place} w:name="{_NOTE}{call.number}"/>'), note, _raw(f"<w:bookmarkEnd {place}/>")]


def number_of(note: int, *, raised: bool = False) -> Node:
    """The number of a footnote, which follows it where others are put before it.

    Args:
        note: its number now.
        raised: whether it calls the note again.
    """
    look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>' * raised
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> NOTEREF {_NOTE}{note} {_SWITCH * raised}\\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{note}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return _raw("".join(f"<w:r>{look}{step}</w:r>" for step in steps))


def _pointing(part: Text) -> Text:
    """A run of a footnote, in which another one may be named."""
    named = _NAMED.fullmatch(part.href)
    return Naming(part.text, note=int(named[1])) if named else part


def _naming(text: Naming) -> list[Node]:
    """The words, and the number in them as a field."""
    found = [*re.finditer(rf"(?<!\d){text.note}(?!\d)", text.text)]
    if not found:
        return words(text.text)
    start, end = found[-1].span()
    return [*words(text.text[:start]), number_of(text.note), *words(text.text[end:])]


def _raw(xml: str) -> Node:
    return {"t": "RawInline", "c": ["openxml", xml]}


def _raised(text: str) -> Node:
    return {"t": "Superscript", "c": [string(text)]}


def link(name: str, shown: Node, target: str) -> Node:
    """A link to a place of the document, itself a place where it has a name."""
    link = {"t": "Link", "c": [["", [], []], [shown], [target, ""]]}
    return {"t": "Span", "c": [[name, [], []], [link]]} if name else link


def _marked(text: Text) -> Sequence[Node]:
    nodes = _naming(text) if isinstance(text, Naming) else words(text.text)
    for wanted, kind in ((text.italic, "Emph"), (text.bold, "Strong")):
        if wanted and nodes:
            nodes = [{"t": kind, "c": nodes}]
    if text.small:
        return [{"t": "Span", "c": [["", [], [["custom-style", "Short Code"]]], nodes]}]
    if text.href.startswith("#") or is_web_address(text.href):
        return [{"t": "Link", "c": [["", [], []], nodes, [text.href, ""]]}]
    return nodes


def words(text: str) -> list[Node]:
    """A text as it is; right-to-left runs say so, but within what is kept to itself: a reference with such a letter."""
    nodes: list[Node] = []
    shown = printable(text)
    if kept := ISOLATE.search(shown):
        alone = directed("Span", [string(kept.group())], "ltr")
        return [*words(shown[: kept.start()]), alone, *words(shown[kept.end() :])]
    for run, rtl in rtl_runs(shown) if shown else ():
        said: list[Node] = []
        for n, line in enumerate(run.split("\n")):
            said += [BREAK] if n else []
            said.append(string(line))
        keys = [["lang", script_language(run)], ["dir", "rtl"]]
        nodes += [{"t": "Span", "c": [["", [], keys], said]}] if rtl else said
    return nodes
