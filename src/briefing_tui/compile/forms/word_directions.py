"""Directions in pandoc's tree: what runs the other way than its surroundings is told apart, its marks with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..languages.apart import Piece, pieces
from ..languages.paired import settled

Node = dict[str, Any]
LRI = "\u2066"
"""Before a text that is kept to itself, from left to right."""
PDI = "\u2069"
"""Behind it."""
LRM, RLM = "\u200e", "\u200f"
"""What cannot be seen and runs from left to right, or from right to left: punctuation beside it does as well."""
_BETWEEN = re.compile(r"(?<=[\w.)\]])([,،:;.]\s)(?=[“”«])")
"""Between a name and the title that follows it: it runs as the line does, or they would change places."""


def string(text: str) -> Node:
    """Characters as they are."""
    return {"t": "Str", "c": text}


def directed(kind: str, nodes: list[Node], way: str) -> Node:
    """A `Div` or `Span` with a direction of its own."""
    return {"t": kind, "c": [["", [], [["dir", way]]], nodes]}


def apart(node: Any, *, rtl: bool = True) -> Any:
    """The same with left-to-right words marked as such, where it runs from right to left; notes run as all does."""

    def told(node: Any, way: bool, line: bool) -> Any:
        if isinstance(node, list):
            return [part for child in node for part in parts(child, way, line)]
        if not isinstance(node, dict) or "c" not in node:
            return node
        if node["t"] == "Note":
            return {**node, "c": told(node["c"], rtl, rtl)}
        way = _way(node, rtl=way)
        return {**node, "c": told(node["c"], way, way if node["t"] == "Div" else line)}

    def parts(child: Any, way: bool, line: bool) -> Iterable[Any]:
        if way and _is_string(child):
            return _parted(child["c"]) if line else _isolated(child["c"])
        return [told(child, way, line)]

    return told(node, rtl, rtl)


def closed(node: Any, *, rtl: bool = False) -> Any:
    """The same with a mark behind right-to-left words in a line that runs the other way: figures would go along."""

    def told(node: Any, way: bool) -> Any:
        if isinstance(node, list):
            return [part for child in node for part in parts(child, way)]
        if not isinstance(node, dict) or "c" not in node:
            return node
        return {**node, "c": told(node["c"], rtl if node["t"] == "Note" else _way(node, rtl=way))}

    def parts(child: Any, way: bool) -> Iterator[Any]:
        yield told(child, way)
        if not way and isinstance(child, dict) and child["t"] == "Span" and _way(child, rtl=False):
            yield string(LRM)

    return told(node, rtl)


def _way(node: Node, *, rtl: bool) -> bool:
    """Whether what is in a node runs from right to left, which may be said of what it is in."""
    keys = dict(node["c"][0][2]) if node["t"] in ("Div", "Span") else {}
    return bool(keys.get("dir", "rtl" if rtl else "ltr") == "rtl")


def _is_string(node: Any) -> bool:
    return isinstance(node, dict) and node["t"] == "Str"


def _parted(text: str) -> Iterator[Node]:
    """A text in right-to-left surroundings: what runs from left to right in a span, and what follows kept out of it."""
    follows = False
    for piece in settled(_fields(text)):
        if piece.ltr:
            before = "" if piece.text[0].isalpha() else LRM
            said = piece.text if piece.text[0] == LRI else before + piece.text + LRM
            yield directed("Span", [string(said)], "ltr")
        else:
            yield string(RLM * follows + piece.text)
        follows = piece.ltr
    if follows:
        yield string(RLM)


def _isolated(text: str) -> Iterator[Node]:
    """A right-to-left text in a line that runs the other way: a mark of the line's direction would cut it in two."""
    said = (f"{LRI}{piece.text}{PDI}" if _is_bare(piece) else piece.text for piece in settled(_fields(text)))
    yield string("".join(said))


def _is_bare(piece: Piece) -> bool:
    return piece.ltr and piece.text[0] != LRI


def _fields(text: str) -> Iterator[Piece]:
    """The pieces of a text; a name and the title that follows it are never one."""
    for n, part in enumerate(_BETWEEN.split(text)):
        yield from [Piece(part)] if n % 2 else pieces(part, words=True)
