"""Directions in pandoc's tree: what runs the other way than its surroundings is told apart, its marks with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..apart import Piece, pieces
from ..paired import settled

Node = dict[str, Any]
LRI = "\u2066"
"""Before a text that is kept to itself, from left to right."""
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


def _fields(text: str) -> Iterator[Piece]:
    """The pieces of a text; a name and the title that follows it are never one."""
    for n, part in enumerate(_BETWEEN.split(text)):
        yield from [Piece(part)] if n % 2 else pieces(part, words=True)
