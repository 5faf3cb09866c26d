"""Brackets and quotation marks in pairs, so that no direction takes one of two with it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .apart import Piece

_OPENS = {")": "(", "]": "[", "»": "«", "”": "“„”", '"': '"', "’": "’‘‚", "‘": "‚"}
"""What may have opened what a mark closes; in Hebrew the same mark does both."""
_SIGNS = (
    r"[()\[\]«»“„”]|(?<!\w)\"|\"(?!\w)"
    r"|(?<=[\s(\[>])[’‘‚](?=\u200a?[^\s,.;:)\]<])|(?<=[\S\u200a])[’‘](?=[,;.:)\]،؛<]|$)"
)
"""Marks; a straight one within a word is that of an abbreviation, a single one an apostrophe but where words begin
or a comma or an end follows."""
_MARK = re.compile(_SIGNS)
_TAG_OR_MARK = re.compile(rf"<[^<>]*>|{_SIGNS}")
_INLINE = re.compile(r"</?(?:a|bdi|br|em|small|span|strong|sup|wbr)\b")
"""A tag within a line: what stands before it and behind it may be a pair."""
_EDGES = " \t\u00a0,.;:!?،؛؟"
_ENDS = re.compile(r"[\w.,!?…]")
"""What stands before a mark that closes; such a mark opens nothing."""
_NOTE = 'class="note"'
_DEEPEST = 50
"""Marks within one another that are told apart."""
_BOTH = '”"’'
"""Marks that open as well as close."""
_ISOLATE = "\u2066"
"""Begins what says itself that it is kept to itself."""
OUTSIDE = -1
"""Where the partner of a mark is that stands in another text."""


def pairs(text: str) -> dict[int, int]:
    """The places of the marks of a text that have a partner, each with that of its partner."""
    return _paired(_MARK.finditer(text))


def pairs_of_html(html: str) -> dict[int, int]:
    """The same for HTML: a pair may reach over tags within a line, and over no other."""
    return _paired(_TAG_OR_MARK.finditer(html))


def in_part(html: str, part: tuple[int, int], partners: Mapping[int, int], text: str) -> dict[int, int]:
    """The pairs of one text of an HTML page, by the places of its marks in the text.

    Args:
        html: the page.
        part: from where to where the text stands in it, escaped.
        partners: of the whole page.
        text: the same without escapes.
    """
    there = [match.start() for match in _MARK.finditer(html, *part)]
    here = dict(zip(there, (match.start() for match in _MARK.finditer(text)), strict=False))
    return {here[at]: here.get(partners[at], OUTSIDE) for at in here if at in partners}


def settled(parts: Iterable[Piece], partners: Mapping[int, int] | None = None) -> Iterator[Piece]:
    """Pieces of a text with both marks of each pair in a piece that runs from left to right, or none.

    A mark at the end of such a piece that has no partner at all stays out of it as well.

    Args:
        parts: one after the other.
        partners: the marks that have one; those of the text by itself unless told.
    """
    known = list(parts)
    if partners is None:
        partners = pairs("".join(part.text for part in known))
    before, start = "", 0
    for part in known:
        end = start + len(part.text)
        to_cut = part.ltr and not part.text.startswith(_ISOLATE)
        opened = before[-1:] if to_cut and partners.get(end - 1) == start - 1 else ""
        before = before.removesuffix(opened)
        whole = replace(part, text=opened + part.text)
        for piece in _cut(whole, start - len(opened), partners) if to_cut else (part,):
            if not piece.ltr:
                before += piece.text
                continue
            yield from (Piece(before),) if before else ()
            yield piece
            before = ""
        start = end
    yield from (Piece(before),) if before else ()


def _cut(part: Piece, start: int, partners: Mapping[int, int]) -> Iterator[Piece]:
    """A piece from left to right, without the marks whose partners are not in it."""
    text, end = part.text, start + len(part.text)
    strays = [at - start for at in range(start, end) if not start <= partners.get(at, at) < end]
    begun = 0
    for at in (*strays, len(text)):
        first, last = begun, at
        while first < last and _is_loose(text, first, start, partners, cut=begun > 0):
            first += 1
        while first < last and _is_loose(text, last - 1, start, partners, cut=at < len(text) or last < at):
            last -= 1
        yield Piece(text[begun:first])
        yield from (replace(part, text=text[first:last]),) if first < last else ()
        yield Piece(text[last : at + 1])
        begun = at + 1


def _is_loose(text: str, at: int, start: int, partners: Mapping[int, int], *, cut: bool) -> bool:
    """Whether a sign at the end of a piece belongs to what is around it."""
    return (start + at not in partners and bool(_MARK.match(text, at))) or (cut and text[at] in _EDGES)


def _paired(found: Iterable[re.Match[str]]) -> dict[int, int]:
    lines: list[list[tuple[str, int]]] = [[]]
    spans: list[bool] = []
    known: dict[int, int] = {}
    for match in found:
        sign = match.group()
        if sign[0] == "<":
            _enter(sign, lines, spans)
        elif (partner := _opener(match, lines[-1])) is not None:
            known |= {match.start(): partner, partner: match.start()}
    return known


def _opener(match: re.Match[str], begun: list[tuple[str, int]]) -> int | None:
    """The place of what a mark closes; else it is remembered where it may open something."""
    sign, at = match.group(), match.start()
    for n in range(len(begun) - 1, -1, -1):
        if begun[n][0] in _OPENS.get(sign, ()):
            partner = begun[n][1]
            del begun[n:]
            return partner
    if sign in "([«“„‘‚" or (sign in _BOTH and not _ENDS.match(match.string[at - 1 : at])):
        begun.append((sign, at))
        del begun[:-_DEEPEST]
    return None


def _enter(tag: str, lines: list[list[tuple[str, int]]], spans: list[bool]) -> None:
    """Go past a tag: a note is a line of its own within another, and any tag of a block begins a new one."""
    if tag.startswith("<span"):
        spans.append(_NOTE in tag)
        lines.extend([[]] * spans[-1])
    elif tag == "</span>":
        if spans and spans.pop():
            lines.pop()
    elif not _INLINE.match(tag):
        lines[-1].clear()
