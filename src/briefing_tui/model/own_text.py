r"""The author's own text: `*emphasis*`, `_emphasis_`, `**strong**`, cites, lists; a backslash takes a sign's meaning.

A cite is `[@e1]`; several are `[@e1; @e7]` or `[@e1, @e7]`, or stand one after the other.

Lines that begin with `- ` are the items of a list, as are lines that begin with `1. `, `2. ` and so on. A list belongs
to the paragraph before it, with a blank line between them or without; a line that begins otherwise goes on with its
item.

Nothing else is markup. Whoever prints such a text and whoever checks it read it here, so that both see the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .span import Span

CITED = "\ufffc"
"""Stands for a cite where a text is read as it is printed."""
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_MARKUP = re.compile(
    r"\\(?P<sign>[\\*_\[])|(?m:^)\\(?P<item>-|\d{1,2}\.)(?=\s)|(?P<stars>\*{1,3}|(?<!_)_{1,3}(?!_))"
    r"|(?P<address>https?://[^\s*\\\[\]]+)|(?:(?<!\s)\s+)?\[@(?P<cites>e\d+(?:\s?[;,]\s?@e\d+)*)\]"
)
_CITE = re.compile(r"@(e\d+)")
_AROUND = re.compile(r"[\s([{“‘«„‚‹\"'’”»›.,;:!?…)\]}*–—-]?")
"""What may stand outside of an underscore that is markup: nothing, room or punctuation."""
_ITEM = re.compile(r"(?:^|\n)(?:[^\S\n]*\n){0,3}[^\S\n]{0,3}(?P<marker>-|[1-9]\d?\.)[^\S\n]+(?=\S)")
_BLANK = re.compile(r"\n(?=[^\S\n]*(\n))")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of own text: characters that look alike, a cite, or a sign that is not printed."""

    span: Span
    """Where it stands; the pieces of a text follow each other without a gap."""
    text: str = ""
    """What is printed of it; empty for a cite and for the signs of an emphasis."""
    cite: str = ""
    """Id of the excerpt that it cites."""
    italic: bool = False
    bold: bool = False
    marker: str = ""
    """`-` or `2.`, where an item of a list begins; it stands apart from what is before it like a line of its own."""


_BREAK = Piece(Span(0, 0), "\n", marker="¶")
"""Between two paragraphs."""


@dataclass(frozen=True, slots=True)
class _Stars:
    """One asterisk or two (three are both), or underscores; whether it opens and closes depends on its neighbours."""

    span: Span
    sign: str
    """`*`, `**`, `_` or `__`."""
    opens: bool
    closes: bool


def paragraphs(text: str) -> list[str]:
    """The paragraphs of own text: what blank lines separate, each with the lists that follow it."""
    return [span.slice(text) for span in paragraph_spans(text)]


def paragraph_spans(text: str) -> list[Span]:
    """Where the paragraphs of own text stand in it."""
    before = len(text) - len(text.lstrip())
    text, whole = text.strip(), text
    items = {match.start("marker") for match in _markers(text)}
    breaks = [match.span() for match in _PARAGRAPHS.finditer(text) if match.end() not in items]
    starts, ends = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(text)]
    spans = (Span(before + start, before + end) for start, end in zip(starts, ends, strict=True))
    return [span for span in spans if span.slice(whole).strip()]


def pieces(text: str) -> tuple[Piece, ...]:
    """Read emphasis and cites; a sign of emphasis without its partner stays a sign."""
    tokens = list(_tokens(text))
    last = {t.sign: i for i, t in enumerate(tokens) if isinstance(t, _Stars) and t.closes}
    opened: set[str] = set()
    result: list[Piece] = []
    for i, token in enumerate(tokens):
        italic, bold = not opened.isdisjoint(("*", "_")), not opened.isdisjoint(("**", "__"))
        if isinstance(token, Piece):
            result.append(replace(token, italic=italic, bold=bold) if token.text else token)
            continue
        on = token.sign in opened
        if (on and token.closes) or (not on and token.opens and i < last.get(token.sign, -1)):
            opened ^= {token.sign}
            result.append(Piece(token.span))
        else:
            result.append(Piece(token.span, token.sign, "", italic, bold))
    return tuple(result)


def printed_lines(text: str) -> list[str]:
    """A text as it is printed: its paragraphs and the items of its lists, without their markers."""
    shown = ((p.text, p.marker, p.cite) for paragraph in paragraphs(text) for p in (_BREAK, *pieces(paragraph)))
    lines = "".join("\n" if marker else CITED if cite else " ".join(said.split("\n")) for said, marker, cite in shown)
    return [line for line in map(str.strip, lines.split("\n")) if line]


def cited(text: str) -> list[str]:
    """Ids of the excerpts that a text cites, in order; one that is escaped is no cite."""
    return [cite for match in _MARKUP.finditer(text) if match["cites"] for cite in _CITE.findall(match[0])]


def _tokens(text: str) -> Iterator[Piece | _Stars]:
    """The pieces without their emphasis, which later asterisks decide about."""
    position = 0
    for match in _markers(text):
        yield from _signs(text, position, match.start())
        yield Piece(Span(*match.span()), "\n", marker=match["marker"])
        position = match.end()
    yield from _signs(text, position, len(text))


def _markers(text: str) -> Iterator[re.Match[str]]:
    """Where the items of lists begin: a numbered list begins with 1 and counts on to its end."""
    number = position = 0
    blanks = [(match.start(), match.end(1)) for match in _BLANK.finditer(text)]
    for match in _ITEM.finditer(text):
        after = bisect_left(blanks, (position, 0))
        if after < len(blanks) and blanks[after][1] <= match.start():
            number = 0
        following = {"-": 0, "1.": 1, f"{number + 1}.": number + 1}
        if match["marker"] in following:
            number, position = following[match["marker"]], match.end()
            yield match


def _signs(text: str, position: int, until: int) -> Iterator[Piece | _Stars]:
    """The pieces of a stretch in which no item of a list begins."""
    for match in _MARKUP.finditer(text, position, until):
        start, end = match.span()
        if start > position:
            yield Piece(Span(position, start), text[position:start])
        position = end
        if match["stars"]:
            yield from _stars(text, start, end)
        elif match["cites"]:
            yield from _cites(match)
        else:
            yield Piece(Span(start, end), match["sign"] or match["item"] or match["address"])
    if position < until:
        yield Piece(Span(position, until), text[position:until])


def _stars(text: str, start: int, end: int) -> Iterator[_Stars]:
    """Signs of emphasis: three of them are two and one."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    apart = text[start] == "*"
    within = apart and before.isalpha() and after.isalpha()  # as Hebrew wants it behind a prefix; 2*3*4 is a sum
    opens, closes = (
        bool(inner.strip()) and (within or not outer.isalnum()) and (apart or _AROUND.fullmatch(outer) is not None)
        for inner, outer in ((after, before), (before, after))
    )
    middle = start + 2 if end - start == 3 else end
    for span in (Span(start, middle), Span(middle, end)):
        if len(span):
            yield _Stars(span, span.slice(text), opens, closes)


def _cites(match: re.Match[str]) -> Iterator[Piece]:
    """A piece for each cite in brackets, the first with what opens them and the last with what closes them."""
    found = [(cite[1], cite.start()) for cite in _CITE.finditer(match.string, match.start(), match.end())]
    starts = [match.start(), *(start for _, start in found[1:])]
    for (cite, _), start, end in zip(found, starts, [*starts[1:], match.end()], strict=True):
        yield Piece(Span(start, end), "", cite)
