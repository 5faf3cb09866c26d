"""Sentences and words of a paragraph, as spans: what the reader lights, extends by and trims by.

Boundaries are found by rules, not by a trained model: the same text gives the same spans everywhere, and a wrong one is
mended in `abbreviations`. The rules prefer a sentence too long to one cut in two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from . import abbreviations
from .span import Span

# Runs are closed by `(?!…)`, not by possessive quantifiers, which Python 3.11.2 (Debian 12) gets wrong beside groups.
_CLOSE = r"""(?:
      [’”»›"'“‘)\]}״׳*_]                                  # attached; “ and ‘ close in German
    | [ \u00a0\u2009\u202f][»›”’](?=[\s,;:.!?…]|\Z)       # after the space of French, or between nested marks
    | \[\d{1,3}\] | [¹²³⁰⁴-⁹]+(?![¹²³⁰⁴-⁹])              # calls of notes
    | (?<=[^\W\d_]\.|[.!?][’”»"])\d{1,3}(?=\s|\Z)
)"""
_WIDE = r"[.!?…]*(?![.!?…])[。！？｡]+[。！？｡!?…]*(?![。！？｡!?…])"
_SHUT = r"[」』）】〉》”’\"')]*(?![」』）】〉》”’\"')])"
_LAST = r"[.!?…؟۔։।॥‽⁇⁈⁉]+(?![.!?…؟۔։।॥‽⁇⁈⁉])"
_CANDIDATE = re.compile(
    rf"""
      (?<! [.!?…。！？｡] ) (?: (?P<wide> {_WIDE} (?P<shut> {_SHUT} ) )
    | (?P<stop> (?: (?P<last> {_LAST} ) (?P<close> {_CLOSE}{{0,9}} (?! {_CLOSE} ) ) ){{1,4}} ) (?=\s|\Z) )
    | (?P<line> \n ) [^\S\n]* (?= (?: [-–—*•‣▪·] | \(? (?: \d{{1,3}} | [a-zA-Z] ) [.)] ) \s )
    """,
    re.VERBOSE,
)
_BEFORE_WORD = re.compile(r"[\s\"'“”„‚‘’«»‹›‟(\[{¿¡*_.…—–‒-]{0,40}")
_WORD_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-‐‑’'][^\W\d_]+)*")
_SOMETHING = re.compile(r"[^\W_]")
_ABBREVIATION = re.compile(
    r"""(?<![^\W_]) (?<![^\W_][’']) (?: [^\W\d_] \. [\ \u00a0\u202f]? )* (?! [^\W\d_] \. )
        [^\s“”„‘’«»"'()\[\]{}—–…,;:?!/]+ \Z""",
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 24
_DOTTED = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATION = re.compile(r"\d{1,3}|[IVXLC]{1,6}|[^\W\d_]")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_NAMES = re.compile(r"[^\W\d_][\w’'-]*(?: [\w’'-]+){0,4}")

_JOINERS = "'’.,:‐‑-"
_MARKS = (
    r"!-#(-/:-@\[-`{-~\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2027\u2030-\u205e\u3001-\u303f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u060c\u061b\u061f\u06d4\u05be\u05c0\u05c3\u0964\u0965\u0589"
)
_IDEOGRAPH = r"\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|[{_IDEOGRAPH}]|[^\s{_MARKS}{_IDEOGRAPH}]+(?:[{_JOINERS}][^\s{_MARKS}{_IDEOGRAPH}]+)*"
)


def sentences(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """The sentences of one paragraph.

    Args:
        text: the whole text that `span` refers to.
        span: the paragraph.
        language: a language tag (`en-GB`); abbreviations of English are known where it is empty.

    Returns:
        spans in order that cover everything but the white space around and between them.
    """
    rules = _rules(language.partition("-")[0].lower())
    start, end = _trim(text, span)
    solid = _solid(text, start, end)
    found = []
    for match in _CANDIDATE.finditer(text, start, end):
        stop = match.start() if match["line"] else match.end()
        if solid < match.start() and stop < end and rules.ends(text, start, match, end):
            found.append(Span(start, stop))
            start = _after_space(text, stop, end)
            solid = _solid(text, start, end)
    if start < end:
        found.append(Span(start, end))
    return tuple(found)


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words in a span, without the punctuation around them; an ideograph is a word of its own."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text, span.start, span.end))


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one language adds to the rules."""

    bound: frozenset[str]
    before_number: frozenset[str]
    loose: frozenset[str]
    openers: frozenset[str]
    ordinals: bool

    def ends(self, text: str, start: int, match: re.Match[str], end: int) -> bool:
        """Whether a sentence that began at `start` ends with the match of `_CANDIDATE`."""
        if match["line"]:
            return True
        if match["wide"]:
            return not (match["shut"] and text[match.end()] in "とっ、，,")
        following = _next_word(text, match.end(), end)
        quoted = any(c in "’”»›\"'“‘״׳" for c in match["close"])
        if following == end or (quoted and any(c in "—–‒-" for c in text[match.end() : following])):
            return False
        if match["last"] == "." and self._is_abbreviation(text, start, match, following):
            return False
        if text[following].islower():
            return match["last"] == "." and not quoted and _is_name(text, following)
        if match["last"][0] in "….":
            return match["last"] == "." or text[match.start("last") - 1] not in "[("
        return not (quoted and self._is_said(text, following, end))

    def _is_abbreviation(self, text: str, start: int, match: re.Match[str], following: int) -> bool:
        """Whether the full stop belongs to an abbreviation, and the sentence goes on."""
        stop = match.start("last")
        found = _ABBREVIATION.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
        if not found:
            return False
        key = re.sub(r"\s", "", found.group()).lstrip("*_#-")
        if _ENUMERATION.fullmatch(key) and not _SOMETHING.search(text, start, found.start()):
            return True
        if _has(self.bound, key) or key.rpartition("-")[2] in self.bound:
            return True
        if _has(self.before_number, key) and (match["close"].isdigit() or _NUMERAL.match(text, following)):
            return True
        opens = self._opens(text, following)
        if key.isdecimal():
            return self.ordinals and len(key) <= 2 and not opens
        if not (_has(self.loose, key) or _DOTTED.fullmatch(key)):
            return False
        if key in abbreviations.CLOSING:
            return not (text[following].isupper() or text[following].isdigit())
        return not opens and not any(c in '”»’"' for c in match["close"])

    def _opens(self, text: str, at: int) -> bool:
        """Whether a function word that opens sentences stands at `at`, and no initial or acronym."""
        word = _WORD_LETTERS.match(text, at)
        return word is not None and word.group() in self.openers and text[word.end() : word.end() + 1] != "."

    def _is_said(self, text: str, at: int, end: int) -> bool:
        """Whether a name and a verb of saying follow: the words in quotation marks were no sentence of their own."""
        names = _NAMES.match(text, at, end)
        if not names or self._opens(text, at):
            return False
        return any(word in abbreviations.SAYING for word in names.group().split()[1:])


@lru_cache(maxsize=16)
def _rules(language: str) -> _Rules:
    return _Rules(
        bound=abbreviations.of(abbreviations.BOUND, language),
        before_number=abbreviations.of(abbreviations.BEFORE_NUMBER, language),
        loose=abbreviations.of(abbreviations.LOOSE, language),
        openers=abbreviations.of(abbreviations.OPENERS, language),
        ordinals=language in abbreviations.ORDINAL,
    )


def _has(known: frozenset[str], key: str) -> bool:
    return key in known or key.lower() in known


def _is_name(text: str, at: int) -> bool:
    """Whether a word with a small first letter is a name: 'iPhone', 'al-Assad'."""
    word = _HYPHENATED.match(text, at)
    return word is not None and any(c.isupper() for c in word.group()[1:5])


def _next_word(text: str, at: int, end: int) -> int:
    """Where the next word begins: behind white space, opening marks, dashes and dots."""
    gap = _BEFORE_WORD.match(text, at, end)
    return gap.end() if gap else at


def _solid(text: str, start: int, end: int) -> int:
    """Where the first letter or digit stands: before it no sentence ends."""
    found = _SOMETHING.search(text, start, end)
    return found.start() if found else end


def _trim(text: str, span: Span) -> tuple[int, int]:
    start, end = span.start, span.end
    while end > start and text[end - 1].isspace():
        end -= 1
    return _after_space(text, start, end), end


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
