"""Lists as lines: each item with its number or dash as written, what belongs to it indented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from . import inlines, marks
from .convert import Node
from .inlines import Words

_DELIMITERS = {"OneParen": "{})", "TwoParens": "({})"}
_NUMERALS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
             (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip

Read = Callable[[Iterable[Any]], Words]


@dataclass(slots=True)
class Lines:
    """The lines of a list, and the words in them with what stands beside."""

    lines: list[str] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


def read(node: Node, words: Read) -> Lines:
    """The lines of a list, nested ones with it."""
    found = Lines()
    _list(node, words, found, 0)
    return found


def _list(node: Node, words: Read, found: Lines, indent: int) -> None:
    content = node["c"]
    match node["t"]:
        case "BulletList":
            for item in content:
                _item("-", item, words, found, indent)
        case "OrderedList":
            (start, style, delimiter), items = content
            for number, item in enumerate(items, start):
                _item(_number(number, style["t"], delimiter["t"]), item, words, found, indent)
        case "DefinitionList":
            for term, meanings in content:
                _line(term, words, found, " " * indent)
                for meaning in meanings:
                    _blocks(meaning, words, found, indent + 2)


def _item(marker: str, blocks: list[Node], words: Read, found: Lines, indent: int) -> None:
    first = len(found.lines)
    inner = indent + len(marker) + 1
    _blocks(blocks, words, found, inner)
    if len(found.lines) > first:
        line = found.lines[first]
        own = not line[inner:].startswith(" ") and line[:inner].isspace()
        found.lines[first] = " " * indent + f"{marker} " + (line[inner:] if own else line.lstrip())


def _blocks(blocks: Iterable[Node], words: Read, found: Lines, indent: int) -> None:
    for block in blocks:
        if block["t"] in {"BulletList", "OrderedList", "DefinitionList"}:
            _list(block, words, found, indent)
        elif block["t"] == "Div":
            _blocks(block["c"][1], words, found, indent)
        else:
            for part in inlines.paragraphs([block]):
                _line(part, words, found, " " * indent)


def _line(content: Iterable[Any], words: Read, found: Lines, indent: str) -> None:
    read_words = words(content)
    found.words.append(read_words)
    text = marks.split(read_words.text)[1]
    if one := " ".join(part.strip() for part in text.split("\n")).strip():
        found.lines.append(indent + one)


def _number(number: int, style: str, delimiter: str) -> str:
    match style:
        case "LowerAlpha" | "UpperAlpha":
            text = _letters(number)
        case "LowerRoman" | "UpperRoman":
            text = _roman(number)
        case _:
            text = str(number)
    return _DELIMITERS.get(delimiter, "{}.").format(text.upper() if style.startswith("Upper") else text)


def _letters(number: int) -> str:
    """1 is a, 27 is aa, as word processors count."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _NUMERALS:
        while 0 < number < 4000 and number >= value:
            text += letters
            number -= value
    return text or str(number)
