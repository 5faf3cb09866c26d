"""Quotation marks: which words stand between a pair, in every script, and which mark has no partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, zip_longest

from ..own_text import Piece, paragraph_spans, pieces
from ..span import Span
from .quote_signs import CLOSERS, MARK, is_behind_prefix, is_letter, is_measure, may_open, sign_of
from .single_quotes import single_quotes

_TYPED = {"„": '"״', "“": '"״', "”": '"״', "‟": '"', "«": '"', "»": '"'}
"""What closes a mark, too, where someone typed the other one, and none of its own follows."""
_FAR = 100
"""Marks ahead that are looked at."""
_DEEPEST = 12
"""How many quotations one may stand in."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between a pair of quotation marks; nested pairs count with the outer one."""

    span: Span
    """Within the own text, without the marks."""
    text: str
    """As it is printed: without cites, and with escaped signs as themselves."""
    emphasised: bool
    """Whether any of it is emphasised."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a text."""

    quoted: tuple[Quoted, ...]
    """Between double marks, then between single ones."""
    unpaired: Span | None
    """The first mark that nothing closes."""
    sign: str = ""
    """That mark."""
    opens: Span | None = None
    """The first single mark that seems to open, and that nothing closes here."""
    closes: Span | None = None
    """The first that seems to close what nothing opens here."""


@lru_cache(maxsize=4096)
def quotation_marks(text: str, *, plain: bool = False) -> Marks:
    """Find every pair of quotation marks in own text, and the mark that has no partner.

    Some own text is printed paragraph by paragraph, each with its own emphasis, and some in one piece; a quotation may
    go on over paragraphs, or be read in one alone. Each way of reading it counts.

    Args:
        text: own text.
        plain: whether it is printed as it stands, without markup.
    """
    if plain:
        return _Printed(text, tuple(range(len(text))), (False,) * len(text)).marks()
    parts = paragraph_spans(text)
    found = _Printed.of(text, parts).marks()
    if len(parts) < 2:
        return found
    whole = _Printed.of(text, [Span(parts[0].start, parts[-1].end)]).marks()
    alone = [_Printed.of(text, [part]).marks() for part in parts]
    every = sorted((q for marks in (found, whole, *alone) for q in marks.quoted), key=lambda q: q.emphasised)
    quoted = {(q.span, q.text): q for q in every}
    return replace(found if found.unpaired else whole, quoted=tuple(quoted.values()))


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks of a text as it stands."""

    span: Span
    """With the marks."""
    words: Span
    """Without them."""


def nested_quotations(text: str) -> tuple[tuple[Quotation, ...], Span | None]:
    """Every quotation in a text as it stands, those within others too, as deep as anyone writes.

    Returns:
        the quotations in order, each before those within it; and the first mark of the text that nothing closes.
    """
    found: list[Quotation] = []
    levels = [(0, Span(0, len(text)))]
    while levels:
        depth, level = levels.pop()
        part = level.slice(text)
        pairs, _ = _pairs(part)
        whole = [Span(opening.start, closing.end) for opening, closing in pairs]
        within = [Span(opening.end, closing.start) for opening, closing in pairs]
        singles = single_quotes(_without(part, whole))
        for outer, words in (*zip(whole, within, strict=True), *singles.pairs):
            found.append(Quotation(_moved(outer, level.start), _moved(words, level.start)))
        if depth < _DEEPEST:
            levels += [(depth + 1, _moved(words, level.start)) for words in within if len(words)]
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end))), _pairs(text)[1]


@dataclass(frozen=True, slots=True)
class _Printed:
    """Own text as it is printed, each character with its place and its look."""

    text: str
    places: tuple[int, ...]
    emphasis: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, parts: Sequence[Span]) -> _Printed:
        """Parts of a text, each read by itself, and what is between them."""
        shown = [piece for piece in _shown(text, parts) if piece.text]
        places = (n for p in shown for n in range(p.span.end - len(p.text), p.span.end))
        emphasis = (p.italic or p.bold for p in shown for _ in p.text)
        return cls("".join(p.text for p in shown), tuple(places), tuple(emphasis))

    def marks(self) -> Marks:
        """The quotation marks in it, and where they stand in the own text."""
        found, left = _pairs(self.text)
        inner = [Span(opening.end, closing.start) for opening, closing in found]
        rest = _without(self.text, (Span(opening.start, closing.end) for opening, closing in found))
        singles = single_quotes(rest)
        inner += [words for _, words in singles.pairs]
        left = min(filter(None, (left, singles.alone)), default=None)
        strong = tuple(accumulate(self.emphasis, initial=0))
        quoted = tuple(self.quoted(span, emphasised=strong[span.start] < strong[span.end]) for span in inner)
        opens, closes = (self.source(half) if half else None for half in (singles.opens, singles.closes))
        return Marks(quoted, self.source(left) if left else None, left.slice(self.text) if left else "", opens, closes)

    def source(self, span: Span) -> Span:
        """Where printed characters stand in the own text."""
        if not len(span):
            start = self.places[span.start - 1] + 1
            return Span(start, start)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def quoted(self, span: Span, *, emphasised: bool) -> Quoted:
        """What is printed there."""
        return Quoted(self.source(span), span.slice(self.text), emphasised)


def _shown(text: str, parts: Sequence[Span]) -> Iterator[Piece]:
    """The pieces of some parts of a text, placed in the whole of it, with the room between them."""
    done = parts[0].start if parts else 0
    for part in parts:
        room = Span(done, part.start)
        yield Piece(room, room.slice(text))
        for piece in pieces(part.slice(text)):
            yield replace(piece, span=_moved(piece.span, part.start))
        done = part.end


def _pairs(text: str) -> tuple[list[tuple[Span, Span]], Span | None]:
    """The pairs of double marks, and the mark that nothing closes."""
    found: list[tuple[Span, Span]] = []
    opened: list[Span] = []
    joined: _Mark | None = None
    kind = ""
    marks = [*_marks(text)]
    for n, (mark, following) in enumerate(zip_longest(marks, marks[1:])):
        if mark.is_joined:
            joined = mark
        elif joined and mark.closes(joined.sign) and (not opened or (following and following.closes(kind))):
            if not opened:
                found.append((joined.span, mark.span))
            joined = None
        elif not opened:
            if mark.opens:
                opened, kind, joined = [mark.span], mark.sign, None
        elif mark.sign in CLOSERS.get(kind, "") or _is_typed(mark, kind, marks[n + 1 : n + _FAR]):
            first = opened[0]
            opened.pop()
            if not opened:
                found.append((first, mark.span))
                joined = None
        elif mark.sign == kind and mark.opens:
            opened.append(mark.span)
    return found, opened[0] if opened else None


def _is_typed(mark: _Mark, kind: str, behind: Sequence[_Mark]) -> bool:
    """Whether a straight mark closes one that its own partner does not: „so" in a text with „others“ as well."""
    if not (mark.ends and mark.sign in _TYPED.get(kind, "")):
        return False
    following = next((m for m in behind if m.sign == kind or m.sign in CLOSERS[kind]), None)
    return following is None or following.sign == kind or not following.ends


@dataclass(frozen=True, slots=True)
class _Mark:
    """A double mark of a text."""

    span: Span
    sign: str
    """That it counts as."""
    opens: bool
    """Whether it may open."""
    is_joined: bool
    """Whether it stands behind a prefix, and opens only where another one is there to close."""
    ends: bool
    """Whether it stands at the end of a word."""

    def closes(self, sign: str) -> bool:
        """Whether it certainly closes what that sign opens."""
        return self.ends and not self.is_joined and self.sign in CLOSERS.get(sign, "")


def _marks(text: str) -> Iterator[_Mark]:
    """The double marks of a text, but those that are certainly parts of words."""
    matches = [(match, sign_of(match)) for match in MARK.finditer(text)]
    last = {sign: match.start() for match, sign in matches}
    for match, sign in matches:
        start, end = match.span()
        ends = start > 0 and not text[start - 1].isspace() and not text[end : end + 1].isalnum()
        ends = ends and not is_measure(text, start, sign)
        if not is_letter(text, start, end, sign):
            closers = "«" if sign == "»" else CLOSERS.get(sign, "")
            partner = any(at >= end for other, at in last.items() if other in closers)
            opens = may_open(text, match, sign, partner=partner)
            yield _Mark(Span(start, end), sign, opens, is_joined=False, ends=ends)
        elif is_behind_prefix(text, start, end):
            yield _Mark(Span(start, end), sign, opens=False, is_joined=True, ends=False)


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in the place of some stretches, which follow each other."""
    parts, done = [], 0
    for span in spans:
        parts += [text[done : span.start], " " * len(span)]
        done = span.end
    return "".join([*parts, text[done:]])


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
