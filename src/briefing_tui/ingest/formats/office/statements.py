"""What an office document says of itself: by the styles of its first lines, and by properties that they bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ....model import Name, PartialDate, State
from ...document import Block, Clue, Line, Shape
from ...rules import dates
from ...rules.names import folded, is_masthead, is_outlet, is_person, person
from . import inlines, marks
from .convert import Node
from .prepared import Properties

HEAD = 8
"""Blocks of the text in which a property has to be found again."""
RARELY = "rarely to be trusted; the head of the text agrees"

_STYLES = {"title": "title", "subtitle": "subtitle", "author": "byline", "date": "date"}
KINDS = frozenset(_STYLES.values())
"""The kinds of furniture that styles make."""
_BY = re.compile(r"(?:by|von|par|por|di|автор)\s*:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[,;&/\n]|\b(?:and|und|et|y|и)\b)\s*")
_PLACEHOLDER = re.compile(r"[\[<{].*[\]>}]\Z|(?:document )?title\Z|untitled|document ?\d*\Z", re.IGNORECASE)
_DAY = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}"
    r"|\d{1,2}\.?(?: de| of)? [^\W\d_]{3,10}\.?,?(?: de)? \d{4}|[^\W\d_]{3,10}\.? \d{1,2}, \d{4}"
)


def styled_head(meta: Node) -> Iterator[Block]:
    """The paragraphs that pandoc has taken out of a DOCX for their styles, as furniture before the text."""
    for field, kind in _STYLES.items():
        for words in _values(meta.get(field)):
            yield from _block(words, kind, Shape.FURNITURE)
    for words in _values(meta.get("abstract")):
        yield from _block(words, "", Shape.PARAGRAPH)


def _values(node: Any) -> Iterator[str]:
    """The words of a value in pandoc's metadata."""
    content: Any = node["c"] if isinstance(node, dict) else None
    match node["t"] if content else "":
        case "MetaInlines":
            yield inlines.read(content).text
        case "MetaBlocks":
            yield from (inlines.read(part).text for part in inlines.paragraphs(content))
        case "MetaString":
            yield content
        case "MetaList":
            for value in content:
                yield from _values(value)


def _block(words: str, kind: str, shape: Shape) -> Iterator[Block]:
    if text := " ".join(marks.split(words)[1].replace("\n", " ").split(" ")).strip():
        yield Block(text, (Line(0, text),), shape, kind=kind)


def properties_of(meta: Node) -> Properties:
    """The properties of an RTF, which pandoc gives as metadata."""
    title = " ".join(_values(meta.get("title")))
    return Properties(title.strip(), tuple(part.strip() for v in _values(meta.get("author")) for part in v.split(";")))


def from_styles(blocks: Sequence[Block]) -> Iterator[tuple[str, Clue]]:
    """What the first lines state by the styles that they are written in."""
    names: list[Name] = []
    shown: list[str] = []
    for block in blocks:
        if block.shape is not Shape.FURNITURE:
            continue
        text = " ".join(block.text.split())
        if block.kind == "title" and not _PLACEHOLDER.match(text):
            yield "title", _stated(text, block, "Title")
        elif block.kind == "byline" and (people := people_of(text)):
            names += people
            shown.append(text)
        elif block.kind == "date" and (reading := dates.read_line(text)):
            note = f", {reading.note}" if reading.note else ""
            yield "issued", Clue(reading.date, State.STATED, f"a paragraph in the style 'Date': {text}{note}")
    if names:
        yield "author", Clue(tuple(names), State.STATED, f"a paragraph in the style 'Author': {', '.join(shown)}")


def _stated(value: str, block: Block, style: str) -> Clue:
    return Clue(value, State.STATED, f"line {block.number}, in the style '{style}': {value[:90]}")


def people_of(text: str) -> list[Name]:
    """The people that a line names and nothing else, or the institution that stands for them."""
    bare = _BY.sub("", text, count=1) if _BY.match(text) else text
    parts = [part for part in _AND.split(bare.rstrip(".")) if part]
    if parts and all(is_person(part) for part in parts):
        return [person(part) for part in parts]
    return [Name(literal=bare)] if is_masthead(bare) or is_outlet(bare) else []


def from_properties(properties: Properties, blocks: Sequence[Block]) -> Iterator[tuple[str, Clue]]:
    """What the document's properties say, as far as the head of its text says it too: never more than inferred."""
    head = [b.text for b in blocks if b.shape is not Shape.FURNITURE or b.kind in KINDS][:HEAD]
    lines = {folded(line) for text in head if len(text) < 300 for line in text.split("\n")}
    said = folded(properties.title)
    if len(said) > 3 and said in lines and not _PLACEHOLDER.match(properties.title):
        yield "title", _inferred(properties.title, "title", properties.title)
    people = [creator for creator in properties.creators if is_person(creator)]
    named = [p for p in people if any(folded(p) == line.removeprefix("by") or folded(p) == line for line in lines)]
    if named and len(named) == len(properties.creators):
        yield "author", _inferred(tuple(person(p) for p in named), "creator", ", ".join(named))
    days = {str(r.date) for text in head if len(text) < 600 for m in _DAY.findall(text) if (r := dates.read(m))}
    for date in properties.dates:
        if date in days:
            yield "issued", _inferred(PartialDate.parse(date), "date", date)
            return


def _inferred(value: Any, field: str, shown: str) -> Clue:
    return Clue(value, State.INFERRED, f"document properties: {field}: {shown[:90]} ({RARELY})")
