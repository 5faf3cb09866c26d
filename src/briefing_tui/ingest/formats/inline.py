"""Markdown within a paragraph: the words stay, the marks go.

One pass over the text, so that the time grows with its length alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DEPTH = 4
"""Links within links that are looked into; deeper ones stay as they are."""

_TOKEN = re.compile(
    r"""
      (?P<code>(?<!`)(?P<ticks>`++)(?!`)(?P<inside>[^\n]{1,2000}?)(?<!`)(?P=ticks)(?!`))
    | (?P<escape>\\(?P<escaped>[!-/:-@\[-`{-~]))
    | (?P<image>!)?\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,500}\]|!\[[^\[\]]{0,500}\]\([^()\s]{0,500}\)){0,2000}+)\]
      (?:\(\s{0,20}(?P<target><[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){0,2000}+)
         (?:\s{1,20}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,20}\)
        |\[(?P<reference>[^\[\]]{0,200})\])?
    | <(?P<auto>(?:https?|ftp|mailto):[^\s<>]{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64})>
    | (?P<tag></?(?:a|abbr|b|br|center|cite|div|em|font|i|mark|p|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?/?>)
    | (?P<run>\*+|_+)
    """,
    re.VERBOSE,
)

_SPECIAL = re.compile(r"[`*_\\\[<]")
"""What a mark of Markdown's begins with."""


@dataclass(slots=True)
class _Run:
    """A run of asterisks or underscores, of which some may be emphasis marks."""

    mark: str
    left: int
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What a reader of the rendered paragraph sees."""

    text: str
    images: tuple[str, ...] = ()
    """Images as they stand in the source; their alternatives are no words of the text."""


def words(source: str, references: frozenset[str] = frozenset(), *, depth: int = 0) -> Words:
    """The words of a paragraph without Markdown's marks.

    Args:
        source: the paragraph.
        references: labels of links that the document defines, in lower case; other brackets are the text's own.
        depth: how many links this stands in.
    """
    if not _SPECIAL.search(source):
        return Words(source)
    pieces: list[str | _Run] = []
    images: list[str] = []
    position = 0
    for match in _TOKEN.finditer(source):
        between = source[position : match.start()]
        position = match.end()
        if (
            match["image"]
            and match["target"] is not None
            and between.endswith(" ")
            and source[position : position + 1] in {"", " "}
        ):
            between = between[:-1]
        pieces.append(between)
        if match["run"]:
            pieces.append(_run(source, match))
        elif match["words"] is not None:
            pieces.append(_link(match, references, images, depth))
        elif match["code"]:
            pieces.append(match["inside"])
        elif match["escape"]:
            pieces.append(match["escaped"])
        elif match["auto"]:
            pieces.append(match["auto"])
        elif match["tag"].startswith("<br"):
            pieces.append(" ")
    pieces.append(source[position:])
    return Words(_resolve(pieces), tuple(images))


def _link(match: re.Match[str], references: frozenset[str], images: list[str], depth: int) -> str:
    inside = match["words"]
    defined = (match["reference"] or inside).lower() in references
    if (match["target"] is None and not defined) or depth >= _DEPTH:
        rest = match[0][match[0].index("[") + 1 + len(inside) :]
        inner = words(inside, references, depth=depth + 1).text if depth < _DEPTH else inside
        return f"{match['image'] or ''}[{inner}{rest}"
    if match["image"]:
        images.append(match[0])
        return ""
    inner_words = words(inside, references, depth=depth + 1)
    images.extend(inner_words.images)
    return inner_words.text


def _run(source: str, match: re.Match[str]) -> _Run:
    """A run opens before a word and closes after one; within a word it is a character like any other."""
    before = source[match.start() - 1] if match.start() else " "
    after = source[match.end()] if match.end() < len(source) else " "
    return _Run(
        match["run"][0],
        len(match["run"]),
        opens=not after.isspace() and not before.isalnum(),
        closes=not before.isspace() and not after.isalnum(),
    )


def _resolve(pieces: list[str | _Run]) -> str:
    """Take away the marks that have a partner; what has none stays in the text."""
    open_runs: dict[str, list[_Run]] = {"*": [], "_": []}
    for piece in pieces:
        if isinstance(piece, str):
            continue
        stack = open_runs[piece.mark]
        while piece.closes and piece.left and stack:
            opener = stack[-1]
            taken = min(opener.left, piece.left)
            opener.left -= taken
            piece.left -= taken
            if not opener.left:
                stack.pop()
        if piece.opens and piece.left:
            stack.append(piece)
    return "".join(p if isinstance(p, str) else p.mark * p.left for p in pieces)
