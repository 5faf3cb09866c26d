"""Quotation marks: which words stand between a pair, in every script, and which mark has no partner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

from .own_text import pieces
from .span import Span

_CLOSERS = {
    "“": "”", "”": "”“", "„": "”“‟", "‟": "”", "⹂": "“”", "❝": "❞", "❠": "❝❞", "❛": "❜", "❟": "❛❜", "🙶": "🙷", "🙸": "🙶🙷",
    '"': '"', "＂": "＂", "″": "″", "‶": "″‶", "ʺ": "ʺ", "ˮ": "ˮ", "˝": "˝", "¨": "¨", "״": "״", "〝": "〞〟",
    "«": "»", "»": "«»", "‹": "›", "›": "‹›", "❬": "❭", "❮": "❯", "❰": "❱",
    "「": "」", "『": "』", "｢": "｣", "﹁": "﹂", "﹃": "﹄", "〈": "〉", "《": "》", "⟪": "⟫",
    **{chr(code): chr(code + 1) for code in range(0x2E00, 0x2E7F) if category(chr(code)) == "Pi"},
}  # fmt: skip
"""What may close each mark that can open; ” and » open too, as in Swedish and in German books."""
_SIGNS = "".join(_CLOSERS) + "".join(_CLOSERS.values())
_PUT_TOGETHER = {"<": "«", ">": "»", "‹": "«", "›": "»"}
_MARKS = re.compile(f"''|``|´´|‘‘|’’|‛‛|′′|‵‵|ʹʹ|ʼʼ|ʻʻ|׳׳|＇＇|[<‹]{{2}}|[>›]{{2}}|[{re.escape(_SIGNS)}]")
"""Double marks, those put together of single ones first."""
_SINGLE_PAIRS = (
    r"‚([^‚‘’]*)[‘’]",
    r"[‘‛]((?:[^‘’‛]|’(?=\w))*)’(?!\w)",
    r"(?<![\w’])’(?![\d\s])((?:[^‘’]|’(?=\w))*)’(?!\w)",
    r"(?<![\w'])'([^\s'](?:[^']|'(?=\w))*)'(?!\w)",
    r"(?<!\S)'\s([^']*)\s'(?!\w)",
    r"[`´]([^`´']+)[`´']",
    r"(?<!\w)[ʻʼʽ]((?:[^ʻʼʽ]|[ʻʼʽ](?=\w))*)[ʼʻ](?!\w)",
    r"(?<!\w)[′‵ʹ]([^\s′‵ʹ][^′‵ʹ]*)[′‵ʹ](?!\w)",
    r"(?<!\w)׳((?:[^׳]|׳(?=\w))*)׳(?!\w)",
    r"＇([^＇]+)＇",
)
"""Single marks, told from apostrophes by the letters beside them."""
_SINGLE = re.compile("|".join(_SINGLE_PAIRS))
_WITHIN_WORD = re.compile('[\u05d0-\u05ea]["״][\u05d0-\u05ea]|[^\\W\\d_][ʺˮ]\\w')
"""The sign within a Hebrew abbreviation, and letters that are written like marks."""
_MEASURE = re.compile('[0-9]["″]')
"""Inches and seconds."""
_NO_WORD = re.compile(r"\W|[NSEWO]\b|[x×]\s?\d|$")
"""What follows a measure, if anything: no word, a point of the compass, or another measure."""


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


def quotation_marks(text: str) -> Marks:
    """Find every pair of quotation marks in own text, and the mark that has no partner."""
    printed = _Printed.of(text)
    found, left = _pairs(printed.text)
    rest = printed.text
    for opening, closing in found:
        rest = f"{rest[: opening.start]}{' ' * (closing.end - opening.start)}{rest[closing.end :]}"
    inner = [Span(opening.end, closing.start) for opening, closing in found]
    inner += [Span(*match.span(match.lastindex or 0)) for match in _SINGLE.finditer(rest)]
    quoted = tuple(printed.quoted(span) for span in inner)
    return Marks(quoted, printed.source(left), left.slice(printed.text)) if left else Marks(quoted, None)


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two quotation marks of a text as it stands."""

    span: Span
    """With the marks."""
    words: Span
    """Without them."""


def nested_quotations(text: str) -> tuple[tuple[Quotation, ...], Span | None]:
    """Every quotation in a text as it stands, those within others too.

    Returns:
        the quotations in order, each before those within it; and the first mark of the text that nothing closes.
    """
    found: list[Quotation] = []
    levels = [Span(0, len(text))]
    while levels:
        level = levels.pop()
        pairs, _ = _pairs(level.slice(text))
        rest, done = [], level.start
        for opening, closing in pairs:
            outer = Span(level.start + opening.start, level.start + closing.end)
            words = Span(level.start + opening.end, level.start + closing.start)
            found.append(Quotation(outer, words))
            levels.append(words)
            rest += [text[done : outer.start], " " * len(outer)]
            done = outer.end
        for match in _SINGLE.finditer("".join([*rest, text[done : level.end]])):
            spans = match.span(), match.span(match.lastindex or 0)
            found.append(Quotation(*(Span(level.start + start, level.start + end) for start, end in spans)))
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end))), _pairs(text)[1]


@dataclass(frozen=True, slots=True)
class _Printed:
    """Own text as it is printed, each character with its place and its look."""

    text: str
    places: tuple[int, ...]
    emphasis: tuple[bool, ...]

    @classmethod
    def of(cls, text: str) -> _Printed:
        shown = [piece for piece in pieces(text) if piece.text]
        places = (n for p in shown for n in range(p.span.end - len(p.text), p.span.end))
        emphasis = (p.italic or p.bold for p in shown for _ in p.text)
        return cls("".join(p.text for p in shown), tuple(places), tuple(emphasis))

    def source(self, span: Span) -> Span:
        """Where printed characters stand in the own text."""
        if not len(span):
            start = self.places[span.start - 1] + 1
            return Span(start, start)
        return Span(self.places[span.start], self.places[span.end - 1] + 1)

    def quoted(self, span: Span) -> Quoted:
        """What is printed there."""
        return Quoted(self.source(span), span.slice(self.text), any(self.emphasis[span.start : span.end]))


def _pairs(text: str) -> tuple[list[tuple[Span, Span]], Span | None]:
    """The pairs of double marks, and the mark that nothing closes."""
    found: list[tuple[Span, Span]] = []
    opened: list[Span] = []
    kind = ""
    for match in _MARKS.finditer(text):
        mark = Span(*match.span())
        sign = match.group() if len(mark) == 1 else _PUT_TOGETHER.get(match.group()[0], '"')
        if _WITHIN_WORD.match(text[max(0, mark.start - 1) : mark.start] + sign + text[mark.end : mark.end + 1]):
            continue
        if not opened:
            if not _measures(text, mark, sign):
                opened, kind = [mark], sign
        elif sign in _CLOSERS.get(kind, ""):
            first = opened[0]
            opened.pop()
            if not opened:
                found.append((first, mark))
        elif sign == kind:
            opened.append(mark)
    return found, opened[0] if opened else None


def _measures(text: str, mark: Span, sign: str) -> bool:
    """Whether a sign after a digit is one of inches or seconds: no word follows it, or no partner."""
    if not _MEASURE.match(text[max(0, mark.start - 1) : mark.start] + sign):
        return False
    return bool(_NO_WORD.match(text, mark.end)) or text.find(mark.slice(text), mark.end) < 0
