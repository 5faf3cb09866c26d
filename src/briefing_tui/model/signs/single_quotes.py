"""Single quotation marks, told from apostrophes by what stands beside them: what each pair holds, what is not closed.

Any sign may close any other: one at the start of a word opens, one at its end closes. What is as often an apostrophe
(of a decade, of an elision, of a genitive) or a letter is *faint*: two faint ones are no pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from ..span import Span
from .quote_signs import DOUBLED, LOW, UNSEEN

_OPENERS = "‘‛‚"
"""What is nothing but a mark at the start of a word."""
_APOSTROPHES = "'’‘´ʼ"
_PRIMES = "′‵ʹ"
_LETTERS = "".join(sign for sign in DOUBLED if sign not in f"{_OPENERS}’'`´＇｀\u1fef\u1ffd{_PRIMES}")
_SIGN = re.compile(f"[{_OPENERS}{DOUBLED}]|(?<!\\S)[{LOW}](?=[^\\W\\d_])")
"""Any sign that may be one; a comma at the start of a word looks like the low mark."""
_FAINT = frozenset({*LOW, *_LETTERS} - {"‚"})
"""Letters and commas."""
_ELISION = re.compile(
    r"(?:\d\d(?:s|ers?)?|n|t|s|k|m|r|ne|nen|em|tis|twas|twere|twill|til|till|cause|cos|coz|round|bout|neath|nuff"
    r"|ndrangheta)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""What an apostrophe stands before: '90s, 'em, 't."""
_AYIN = re.compile(
    r"(?:[Aa]bd|Abd[aeu]ll?ah|Abbas|Abid|Ad[ei]l|Adnan|Ain|Ayn|Ajam[iy]|Ajlun|Ajman|Akka|Alaw[iy]|Ali|Allam|Amir|Amm?ar|Amman"
    r"|Amr|Anbar|Antar|Aqaba|Aqil|Arab|Arafat|Asaib|Asa[ʾ'’]ib|Ashura|Asim|As[iy]r|Ata|Ataq|Atif|Attar|Awad|Aw[dn]|Ay[ae]d"
    r"|Aziz|Azm|Az[zm]am|E?id|Imad|Imran|Iraq|Irfan|Isa|Iss?am|Izz|Omar|Othman|Oman|Ubay[dy]|Udi|Umar|Umran|Uqba|Usama|Usbat"
    r"|Utayba|Uthman|Uzayr)(?![^\W_])"
)
"""What begins with the letter that is often written so: ‘Abd al-Malik."""
_AND = re.compile(r"\s?n\s?", re.IGNORECASE)
"""Between two apostrophes: rock 'n' roll."""
_ARTICLE = re.compile(
    r"(?<![^\W_])(?:[cdjlmnstv]|\w*qu|lors|grand|un|mezz|sant|tutt|gl|degl|(?:de|da|a|ne|su|co|que|be)ll)$",
    re.IGNORECASE,
)
"""What an apostrophe stands after, before a capital letter too: dell'Arte, qu'Anna."""
_SIBILANT = re.compile(
    r"(?<!\bu)(?<!\bi)(?<!\ba)(?<!\bwa)(?<!\bha)(?<!\bhi)(?<!\bit)(?<!\bthi)(?<!\bthu)(?<!\bye)(?<!\bdoe)(?<!\bgoe)"
    r"(?<!\bour)(?<!\bher)(?<!\byour)(?<!\btheir)[sxz]$",
    re.IGNORECASE,
)
"""The end of a word that may be a genitive; 'us', 'this' and the like are none."""
_GENITIVE = re.compile(r"\s+[^\W_]")
"""What follows one: the ministers' talks."""
_NUMBER = re.compile(r"[\d²³¹⁰-₉]{1,3}(?![^\W_])")
"""Of a note, behind a mark that closes."""
_SPACELESS = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts in which words, or what is put to them, stand beside marks without a space."""
_HUNDREDS = re.compile(r"\d{3}$")
"""More than anything is measured in feet and minutes: 1945."""
_ENDS = frozenset(".,!?…;)]}”»%")
"""What the words before a mark may end in."""
_BESIDE = 16
"""Characters that are looked at beside a mark."""
_FAR = 400
"""Characters over which a mark that is left over closes what a genitive may have closed."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """A single mark, and what it may be."""

    span: Span
    char: str
    opens: bool
    closes: bool
    faint: bool
    """Whether it opens nothing as often."""
    faint_end: bool
    """Whether it closes nothing as often."""
    within: bool = False
    """Whether it stands within a word."""


@dataclass(frozen=True, slots=True)
class Singles:
    """The single marks of a text."""

    pairs: tuple[tuple[Span, Span], ...]
    """What stands between two, with them and without."""
    alone: Span | None
    """The first that can be nothing but a mark that opens, and that nothing closes."""
    opens: Span | None
    """The first that opens, as far as words tell, and that nothing closes: an apostrophe, or half of a quotation."""
    closes: Span | None
    """The first that closes, as far as words tell, what nothing has opened."""


def single_quotes(text: str) -> Singles:
    """The single marks of a text, two by two, and those that are left over."""
    found: list[tuple[_Mark, _Mark]] = []
    sure: list[_Mark] = []
    faint: list[_Mark] = []
    closes: Span | None = None
    for mark in _marks(text):
        if mark.closes and faint and _is_and(text, faint[-1], mark):
            faint.pop()
        elif mark.closes and (first := _partner(sure, faint, mark)):
            found.append((first, mark))
        elif mark.closes and (mark.within or not mark.opens) and found and _goes_on(found[-1][1], mark):
            found[-1] = found[-1][0], mark
        elif mark.opens:
            (faint if mark.faint else sure).append(mark)
        elif not (mark.within or mark.faint_end):
            closes = closes or mark.span
    pairs = [(Span(a.span.start, b.span.end), Span(a.span.end, b.span.start)) for a, b in found]
    alone = next((mark.span for mark in sure if mark.char in _OPENERS), None)
    opens = next((mark.span for mark in sure if not mark.within), None)
    return Singles(tuple(sorted((outer, words) for outer, words in pairs if len(words))), alone, opens, closes)


def _partner(sure: list[_Mark], faint: list[_Mark], mark: _Mark) -> _Mark | None:
    """Take away what a mark closes: the last that surely opens, else the last that may open."""
    if sure:
        first = sure.pop()
        while faint and faint[-1].span.start > first.span.start:
            faint.pop()
        return first
    return faint.pop() if faint and (not mark.faint_end or _alike(faint[-1], mark)) else None


def _alike(one: _Mark, other: _Mark) -> bool:
    """Whether two are of the same kind of letters."""
    return not one.within and any(one.char in kind and other.char in kind for kind in (_PRIMES, _LETTERS))


def _is_and(text: str, one: _Mark, other: _Mark) -> bool:
    apostrophes = one.char in _APOSTROPHES and other.char in _APOSTROPHES
    return apostrophes and one.faint and _AND.fullmatch(text, one.span.end, other.span.start) is not None


def _goes_on(last: _Mark, mark: _Mark) -> bool:
    """Whether the last one that closed was a genitive within the words: ‘the ministers’ talks failed’."""
    return last.faint_end and not mark.faint_end and mark.span.start - last.span.end < _FAR


def _marks(text: str) -> Iterator[_Mark]:
    for match in _SIGN.finditer(text):
        start, end = match.span()
        before = UNSEEN.sub("", text[max(0, start - _BESIDE) : start])
        mark = _mark(Span(start, end), match.group(), before, UNSEEN.sub("", text[end : end + _BESIDE]))
        if mark.opens or mark.closes:
            yield mark


def _mark(span: Span, char: str, before: str, after: str) -> _Mark:
    """What a sign may be, by the words on either side of it."""
    left, right = before[-1:], after[:1]
    elision = char in _APOSTROPHES and _ELISION.match(after) is not None
    word, ahead = _is_letter(left), _is_letter(right)
    behind = word or (left in _ENDS and not elision)
    faint_end = _faint_end(char, before, after)
    if word and (ahead or (char in _OPENERS and right in tuple("…([{"))):
        note = _NUMBER.match(after) is not None
        return _Mark(span, char, _begins(char, before, after), note, True, faint_end, within=True)
    begins = ahead or (_apart(left) and right.strip() and (right == "…" or right not in _ENDS))
    opens = not word and right != "" and (ahead or not behind)
    closes = char not in LOW and (behind or not begins)
    ayin = char == "‘" and begins_name(after)
    faint = elision or ayin or char in _FAINT or (not right.strip() and char not in _OPENERS)
    return _Mark(span, char, opens, closes, faint, faint_end)


def begins_name(text: str, at: int = 0) -> bool:
    """Whether a name begins there whose first letter is often written as a mark before it."""
    return _AYIN.match(text, at) is not None


def _is_letter(char: str) -> bool:
    return char.isalnum() and not _SPACELESS.match(char)


def _apart(left: str) -> bool:
    """Whether a word may begin after a character."""
    return not left.strip() or left in ":/=|" or category(left) in ("Ps", "Pi", "Pd")


def _begins(char: str, before: str, after: str) -> bool:
    """Whether words begin at a mark that no space stands before: said'We surrender'."""
    if char in _OPENERS:
        return True
    small = len(before) > 1 and before[-2:].isalpha() and before[-2:].islower()
    return small and after[:1].isupper() and not _ARTICLE.search(before)


def _faint_end(char: str, before: str, after: str) -> bool:
    """Whether a mark at the end of a word is a genitive, a letter or the sign of a measure as often."""
    genitive = char in _APOSTROPHES and _SIBILANT.search(before) is not None and _GENITIVE.match(after) is not None
    measure = before[-1:].isdigit() and (char in _PRIMES or not _HUNDREDS.search(before))
    return genitive or measure or char in f"ʹ{_LETTERS}"
