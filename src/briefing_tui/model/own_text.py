r"""The author's own text: `*emphasis*`, `_emphasis_`, `**strong**`, cites, lists; a backslash takes a sign's meaning.

A cite is `[@e1]`; several are `[@e1; @e7]` or `[@e1, @e7]`, or stand one after the other.

Lines that begin with `- ` are the items of a list, as are lines that begin with `1. `, `2. ` and so on. A list belongs
to the paragraph before it, with a blank line between them or without; a line that begins otherwise goes on with its
item. Items that stand two columns or more behind the sign of another, below it, are a list in that item.

Nothing else is markup. Whoever prints such a text and whoever checks it read it here, so that both see the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .span import Span

CITED = "\ufffc"
"""Stands for a cite where a text is read as it is printed."""
_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")
_MARKUP = re.compile(
    r"\\(?P<sign>[\\*_\[@])|(?m:^)\\(?P<item>-|\d{1,2}\.)(?=\s)|(?P<stars>\*{1,3}|(?<!_)_{1,3}(?!_))"
    r"|(?P<address>https?://[^\s*\\\[\]]+)|(?:(?<!\s)\s+)?\[@(?P<cites>e\d+(?:\s?[;,]\s?@e\d+)*)\]"
)
_CITE = re.compile(r"@(e\d+)")
_AROUND = re.compile(r"[\s([{“‘«„‚‹\"'’”»›.,;:!?…)\]}*–—-]?")
"""What may stand outside of an underscore that is markup: nothing, room or punctuation."""
_ITEM = re.compile(r"(?:^|\n)(?:[^\S\n]*\n){0,3}(?P<indent>[^\S\n]*)(?P<marker>-|[1-9]\d?\.)[^\S\n]+(?=\S)")
LEVELS = 4
"""Of lists within lists: what stands deeper is an item of the last."""
_STEP = 2
"""Columns by which an item stands behind the one that it is in."""
_FURTHEST = 3
"""Columns before the first item of a list."""
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
    level: int = 0
    """Of that item: 0, or how many others it is in."""


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
    before, behind = len(text) - len(text.lstrip()), len(text.rstrip())
    if behind <= before:
        return []
    items = {match.start("marker"): match.start("indent") for match, _ in _markers(text)}
    breaks = [match.span() for match in _PARAGRAPHS.finditer(text, before, behind) if match.end() not in items]
    starts, ends = [before, *(end for _, end in breaks)], [*(start for start, _ in breaks), behind]
    spans = (Span(items.get(start, start), end) for start, end in zip(starts, ends, strict=True))
    return [span for span in spans if span.slice(text).strip()]


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
    for match, level in _markers(text):
        yield from _signs(text, position, match.start())
        yield Piece(Span(*match.span()), "\n", marker=match["marker"], level=level)
        position = match.end()
    yield from _signs(text, position, len(text))


def _markers(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Where the items of lists begin, with their levels: a numbered list begins with 1 and counts on to its end."""
    position = 0
    opened: list[tuple[int, int]] = []  # of each level: the columns before its items, and the number of the last
    blanks = [(match.start(), match.end(1)) for match in _BLANK.finditer(text)]
    for match in _ITEM.finditer(text):
        after = bisect_left(blanks, (position, 0))
        if after < len(blanks) and blanks[after][1] <= match.start():
            opened = []
        columns, number = len(match["indent"].expandtabs(4)), int(match["marker"].strip("-.") or 0)
        if not opened and columns > _FURTHEST and text[: match.start()].strip():
            continue
        level = _level(opened, columns, number)
        if level is not None:
            columns = min(columns, *(before for before, _ in opened[level : level + 1] or [(columns, 0)]))
            opened, position = [*opened[:level], (columns, number)], match.end()
            yield match, level


def _level(opened: Sequence[tuple[int, int]], columns: int, number: int) -> int | None:
    """The level of an item, by the columns before it; of one that counts on, where its list stands a little before it.

    None for a line that begins no item.
    """
    within = min(sum(before + _STEP <= columns for before, _ in opened), LEVELS - 1)
    begins = number in (0, 1)
    for n in range(within, -1, -1):
        before, last = opened[n] if n < len(opened) else (columns, 0)
        if (number == last + 1 and columns - before <= _FURTHEST) or (begins and n == within):
            return n
    return None


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
