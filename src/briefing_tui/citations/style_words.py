"""What a citation style would print between quotation marks though it is no title: looked at by no rule.

That are words of its own, and what it prints of a work beside the titles: an archive, a genre, a name. A style is read
as if all of its branches were printed in a row, with stand-ins for what comes from the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing_tui.model.signs.quotation_marks import nested_quotations
from briefing_tui.model.signs.quote_signs import MARK

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CSL = "{http://purl.org/net/xbiblio/csl}"
"""The namespace of its elements."""
_WORK = "ꙮ"
"""Stands for a title of the work, for its address, or for a place in it."""
_TERM = "ꙭ"
"""Stands for what pandoc has words for."""
_NUMBER = "ꙫ"
"""Stands for a number of the work, which may stand between the marks of a title."""
_FIRST_OTHER = 0x12000
"""The first of the letters that stand for other variables, of a script that nobody uses."""
_OTHERS = f"{chr(_FIRST_OTHER)}-{chr(_FIRST_OTHER + 0x2FF)}"
_MAY_QUOTE = frozenset(
    "title title-short container-title container-title-short collection-title event event-title original-title"
    " part-title reviewed-title volume-title locator URL".split()
)
"""The variables that a style may print between quotation marks: titles, and what has no words of anyone's."""
_NUMBERS = frozenset(
    "chapter-number collection-number edition issue number number-of-pages number-of-volumes page page-first section"
    " volume".split()
)
"""Those that are numbers."""
_WITH_TERMS = frozenset(f"{CSL}{name}" for name in ("names", "name", "et-al", "date", "date-part", "number", "label"))
_OF_WORK = frozenset(f"{CSL}{name}" for name in ("names", "date", "number"))
_FIXED = ("prefix", "suffix", "delimiter", "separator", "initialize-with")
"""How the names of the attributes end that are printed as they stand."""
_PLAIN = re.compile(r"(?:[\w\s.:;!?()\[\]/&*–—-]|,(?!,)|(?<=\w)['’](?=\w)){9,}")
"""A stretch in which no mark stands."""
_SHORT, _LONGEST, _SHOWN = 40, 10_000, 60
"""Characters that are kept as they are, of which nobody could tell what is quoted, and that are named of those."""
_COMMAS = re.compile(r",(?=\s*,)")
"""One behind another, which pandoc takes away."""
_WORD = re.compile(r"[^\W_]{2}")
_LETTER = re.compile(r"[^\W_]")
_SAID = re.compile(r"[^\W\d_]{2,}")
_SIGNED = re.compile(r"</?(?:i|b|sup|sub|sc)>")
_PLAIN_CASES = ("none", "lowercase")
_MONTH = ("month-", "season-")
_OWN = re.compile(rf"[^\W\d_{_WORK}{_TERM}{_NUMBER}{_OTHERS}]+")
_OTHER = re.compile(f"[{_OTHERS}]")
_OPENS = re.compile(rf"(?<!\w)(?:{MARK.pattern}|['’‘‚‛`´])\s*$")
_CLOSES = re.compile(rf"\s*(?:{MARK.pattern}|['’‘‛`´])(?!\w)")
"""Marks beside what is printed of a work."""


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """What a style prints between quotation marks that is no title."""

    words: str
    """With `…` for what comes from the work."""
    variables: tuple[str, ...] = ()
    """Those of the work, beside titles, that stand there."""


def named_words(root: Element) -> tuple[str, ...]:
    """The words of a style's own that can be read as a name, a date or a claim, each once.

    Those are words with a capital or a figure or printed with capitals, months that are called otherwise, and every
    word that ordinary styles do not print ('denied'), between 'in', 'accessed' and 'p.'.

    Args:
        root: of a style.
    """
    told = (text for text, capital in _printed(root, capital=False) if capital or _names(text) or _claims(text))
    plain = (" ".join(text.split()) for text in told)
    return tuple(dict.fromkeys(text for text in plain if _LETTER.search(text)))


def _claims(text: str) -> bool:
    """Whether words have one that ordinary styles do not print."""
    words = _SAID.findall(_SIGNED.sub("", text).casefold())
    return not _usual().issuperset(words)


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    """The words of their own that ordinary styles print, in small letters."""
    lines = (files(__package__) / "usual_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _names(text: str) -> bool:
    """Whether words have a capital, or there is a figure."""
    return any(map(str.isdigit, text)) or (_WORD.search(text) is not None and any(map(str.isupper, text)))


def _printed(part: Element, *, capital: bool) -> Iterator[tuple[str, bool]]:
    """Words of its own that an element prints, each with whether they get capitals or stand for a month."""
    case = part.get("text-case", "")
    capital = case not in _PLAIN_CASES if case else capital
    if part.tag == f"{CSL}text":
        yield part.get("value", ""), capital
    if part.tag == f"{CSL}term":
        yield from ((text, part.get("name", "").startswith(_MONTH)) for text in part.itertext())
    yield from ((value, False) for name, value in part.items() if _is_printed(name))
    for child in part:
        yield from _printed(child, capital=capital)


def _is_printed(name: str) -> bool:
    """Whether an attribute is printed as it stands."""
    return name.endswith(_FIXED) and not name.startswith("disambiguate-")


def quoted_words(root: Element) -> Iterator[QuotedWords]:
    """What a style prints between quotation marks that is its own, or of a work and no title.

    Args:
        root: of a style whose macros are all there and none of which calls itself.
    """
    style = _Style(root)
    for element in root.iter():
        for name, value in element.items():
            if name.endswith(_FIXED):
                yield from style.said(value)
    for name, text in style.terms():
        yield from style.said(f"“{text}”" if name.endswith("-quote") else text)
    for layout in root.iter(f"{CSL}layout"):
        text = style.words(layout)
        yield from style.said(text)
        if (mark := nested_quotations(text)[1]) and _is_no_title(text):
            yield style.named(text[max(0, mark.start - _SHOWN // 2) : mark.end + _SHOWN // 2])
    yield from style.quoted


class _Style:
    """What the parts of a style print."""

    def __init__(self, root: Element) -> None:
        self.quoted: dict[QuotedWords, None] = {}
        """What is no title between marks."""
        self._numbers: dict[str, None] = {}
        self._macros = {macro.get("name", ""): macro for macro in root.iter(f"{CSL}macro")}
        self._known: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        """What stands for each variable that is no title."""
        self._terms: dict[str, list[str]] = {}
        for term in root.iter(f"{CSL}term"):
            self._terms.setdefault(term.get("name", ""), []).extend(part.text or "" for part in (term, *term))
        own = _OWN.search(" ".join(text for _, text in self.terms()))
        self._with_terms = f"{_TERM} {own.group()}" if own else _TERM

    def terms(self) -> Iterator[tuple[str, str]]:
        """Its own terms, by name."""
        return ((name, text) for name, texts in self._terms.items() for text in texts)

    def said(self, text: str) -> Iterator[QuotedWords]:
        """What stands between marks in a text and is no title."""
        for quotation in nested_quotations(text)[0]:
            words = quotation.words.slice(text)
            if _is_no_title(words):
                yield self.named(words)

    def named(self, words: str) -> QuotedWords:
        """Words as a person can read them, with the names of the variables among them."""
        variables = tuple(name for name, letter in self._letters.items() if letter in words)
        shown = _OTHER.sub("…", words.replace(_WORK, "…").replace(_TERM, "…").replace(_NUMBER, "…"))
        return QuotedWords(" ".join(shown.split()), variables + tuple(self._numbers) * (_NUMBER in words))

    def words(self, part: Element) -> str:
        """What an element prints, in short; what is no title between marks is noted."""
        if part.tag == f"{CSL}text":
            inner = self._text(part)
        else:
            parts = [self._with_terms] * (part.tag in _WITH_TERMS) + [self.words(child) for child in part]
            if part.tag in _OF_WORK:
                parts += map(self._variable, part.get("variable", "").split())
            between = " " if part.tag == f"{CSL}choose" else part.get("delimiter", "")
            inner = between.join(filter(None, parts))
        if part.get("quotes") == "true":
            inner = f"“{inner}”"
        marked = _OPENS.search(part.get("prefix", "")) or _CLOSES.match(part.get("suffix", ""))
        if marked and (_OTHER.search(inner) or _NUMBER in inner) and _WORK not in inner:
            self.quoted[self.named(inner)] = None  # what is printed may have its partner
        text = _COMMAS.sub("", f"{part.get('prefix', '')}{inner}{part.get('suffix', '')}")
        return self._short(text) if len(text) > _SHORT else text

    def _text(self, part: Element) -> str:
        name = part.get("macro", "")
        if name and name not in self._known:
            self._known[name] = self.words(self._macros[name])
        terms = self._terms.get(part.get("term", ""), [])
        if name:
            return self._known[name]
        variable = part.get("variable", "")
        return part.get("value") or " ".join(terms) or (self._variable(variable) if variable else _TERM)

    def _variable(self, name: str) -> str:
        """What stands for a variable."""
        if name in _NUMBERS:
            self._numbers[name] = None
            return _NUMBER
        return _WORK if name in _MAY_QUOTE else self._letters.setdefault(name, chr(_FIRST_OTHER + len(self._letters)))

    def _short(self, text: str) -> str:
        """Without pairs of marks and without long stretches that have none."""
        self.quoted |= dict.fromkeys(self.said(text))
        kept, done = "", 0
        for quotation in nested_quotations(text)[0]:
            if quotation.span.start >= done:
                kept += text[done : quotation.span.start] + _WORK
                done = quotation.span.end
        short = _PLAIN.sub(_gist, kept + text[done:])
        if len(short) > _LONGEST:
            self.quoted[self.named(short[:_SHOWN])] = None
            return _WORK
        return short


def _is_no_title(words: str) -> bool:
    """Whether words are a style's own, or of a work and no title; a number beside a title is part of it."""
    return bool(_OWN.search(words) or _OTHER.search(words)) or (_NUMBER in words and _WORK not in words)


def _gist(match: re.Match[str]) -> str:
    """The ends of a stretch, and a word of the style's own, or else a variable, that it has."""
    words = match.group()
    own, other = _OWN.search(words), _OTHER.search(words)
    none = _NUMBER if _NUMBER in words and _WORK not in words else _WORK
    return f"{words[0]} {own.group()[:6] if own else other.group() if other else none} {words[-1]}"
