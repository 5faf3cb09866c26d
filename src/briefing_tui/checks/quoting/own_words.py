"""Rule 7 of the contract: quotation marks in the author's own text, and what looks like a cite and is none."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Brief, ItemKind, Severity, TextKind, normalise
from ...model.own_text import CITED, Piece, cited, pieces
from ...model.signs.quotation_marks import Marks, quotation_marks
from ..rules.registry import Hit, Subject, contract, rule
from .printed_quotes import PrintedQuote, bound, stand_in
from .unread_markup import unread_markup

_CITE_LIKE = re.compile(
    r"(?<![\w.@\\])(?<!\\\[)@(?:\s?[eE]\d+|(?P<bare>[1-9]\d*)(?![.,:]\d|\s?%))\b|(?<!\\)\[@[^\]\n]{0,60}\]?|(?<=\ufffc)\d+\]?"
)
"""An id that stands free, anything in brackets that begins with @, as ids of another form cannot be cited, and what is
left of an id behind a cite, which `CITED` stands for."""
_NICKNAME = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)?[.,]?")
"""One word, or two that a hyphen joins."""
_CITE_HINT = "write one as [@e1], several as [@e1; @e2], with nothing else; for the signs themselves \\[@ or \\@"
_TURNS = re.compile("[\u061c\u115f\u1160\u200e\u200f\u202a-\u202e\u2066-\u2069\u2800\u3164\uffa0]")
"""Signs that are not seen and give what is beside them another direction: the empty letters of scripts too."""
_BEFORE = 4
"""Words that are shown before one of them."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """The words that own text may quote: those of the pinned excerpts, but for digests."""

    pinned: tuple[str, ...]
    printed: tuple[PrintedQuote, ...]

    @classmethod
    def of(cls, subject: Subject) -> Quotable:
        """Those of a brief."""
        excerpts = [
            e
            for e in subject.brief.excerpts.values()
            if not ((article := subject.article_of(e)) and article.metadata.text is TextKind.DIGEST)
        ]
        quotes = {item.excerpt for _, item in subject.brief.items() if item.kind is ItemKind.QUOTE}
        printed = (PrintedQuote.of(e) for e in excerpts if e.alterations and e.id in quotes)
        return cls(tuple(bound(e, normalise(e.exact)) for e in excerpts), tuple(printed))

    def has(self, words: str) -> bool:
        """Whether words are among them."""
        return any(stand_in(words, text) for text in self.pinned) or any(quote.has(words) for quote in self.printed)


@rule("own-words.quotation", Severity.ERROR, contract(7), binding=True)
def quotation(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks in own text that are in no pinned excerpt.

    Words in quotation marks claim that somebody said them; each must be provably in a source. What is printed of an
    altered quote counts as well, brackets included, where the excerpt is quoted: there its alterations are checked.
    """
    quotable = Quotable.of(subject)
    allowed, names = allowed_words(subject.brief), set(_names(subject.brief))
    for place, text, marks in _marks(subject.brief, allowed):
        for quoted in marks.quoted:
            words = normalise(quoted.text).strip()
            if not words or (place, words) in allowed or ((place, text) in names and is_nickname(words)):
                continue
            if not quotable.has(words):
                yield Hit(
                    place,
                    f"“{words}” stands between quotation marks and in no pinned excerpt of a source",
                    "pin the passage, take the marks off, or allow it as a title or scare quote with a reason",
                )
            elif quoted.emphasised:
                hint = "take the signs of emphasis out, or the quotation marks"
                yield Hit(place, f"“{words}” is emphasised between quotation marks, which its source is not", hint)


@rule("own-words.empty", Severity.ERROR, contract(7), binding=True)
def empty(subject: Subject) -> Iterator[Hit]:
    """Quotation marks in own text with neither a letter nor a figure between them.

    What stands between two such pairs looks quoted and could be anything.
    """
    for place, _, marks in _marks(subject.brief, allowed_words(subject.brief)):
        if any(_says_nothing(normalise(quoted.text)) for quoted in marks.quoted):
            hint = "take them out: each quotation has one mark before its words and one behind them"
            yield Hit(place, "empty quotation marks: neither a letter nor a figure stands between them", hint)


@rule("own-words.direction", Severity.ERROR, contract(7), binding=True)
def direction(subject: Subject) -> Iterator[Hit]:
    """A sign of direction, which is not seen, in own text with quotation marks.

    It could turn the marks and figures around a quotation on paper, so that other words would stand in it.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    quoting: set[str] = set()
    for place, text, marks in _marks(subject.brief, Counter()):
        texts[place].append(text)
        if marks.quoted or marks.unpaired:
            quoting.add(place)
    for place in (place for place in texts if place in quoting):
        for text in texts[place]:
            if match := _TURNS.search(text):
                hint = "delete it, with what is next to it, and write that again: each word has its direction without"
                yield Hit(place, f"an invisible {_named(match)} could turn quotation marks", hint)


@rule("own-words.unpaired", Severity.ERROR, contract(7), binding=True)
def unpaired(subject: Subject) -> Iterator[Hit]:
    """A quotation mark in own text without its partner, so that nobody can tell which words are quoted.

    Nobody could tell which words are claimed to be somebody's.
    """
    for place, _, marks in _marks(subject.brief, allowed_words(subject.brief)):
        if marks.unpaired:
            hint = "close it, take it out, or, where it is a letter as in ʿAbd, write ʿ or ʾ"
            yield Hit(place, f"a quotation mark {marks.sign} has no partner", hint)


@rule("own-words.unknown-cite", Severity.ERROR, contract(1), binding=True)
def unknown_cite(subject: Subject) -> Iterator[Hit]:
    """Own text that cites an excerpt which the brief does not have.

    It would call a note that there is not.
    """
    for place, text in own_texts(subject.brief):
        for excerpt in cited(text):
            if excerpt not in subject.brief.excerpts:
                yield Hit(place, f"[@{excerpt}] cites an excerpt that is not in the brief", "correct the id, or pin it")


@rule("own-words.cite-form", Severity.ERROR, contract(7), binding=True)
def cite_form(subject: Subject) -> Iterator[Hit]:
    """What looks like a cite and would be printed as it stands: another form, or a place that has no notes.

    It would stand in the text as brackets and signs. A bare number behind an @ is one where there is such an excerpt
    and a note can be: in a title nobody means one.
    """
    known = subject.brief.excerpts
    unnoted = set(_without_notes(subject.brief))
    for place, text in own_texts(subject.brief):
        printed = "".join(_as_printed(piece, text) for piece in pieces(text))
        noted = (place, text) not in unnoted
        found = (
            odd for odd in _CITE_LIKE.finditer(printed) if not odd["bare"] or (noted and f"e{odd['bare']}" in known)
        )
        if odd := next(found, None):
            said = f"'{odd.group()}' is not read as a cite and would be printed as it stands"
            yield Hit(place, said, _CITE_HINT if noted else "take it out: there are no notes here")
    for place, text in _without_notes(subject.brief):
        for excerpt in cited(text):
            yield Hit(place, f"[@{excerpt}] would be printed as it stands: there are no notes here", "take it out")


def _as_printed(piece: Piece, text: str) -> str:
    """What is printed of a piece; of a sign by itself with what takes its meaning, and of a cite what stands for it."""
    if piece.cite:
        return CITED
    if piece.text == "\\":
        return "/"  # printed as it is: it takes no meaning from what follows
    return piece.span.slice(text) if len(piece.text) == 1 else piece.text


@rule("own-words.markup", Severity.WARNING)
def markup(subject: Subject) -> Iterator[Hit]:
    """What is markup elsewhere, as a heading, a link or a table of Markdown, and is printed as it stands.

    Its reader would see the signs.
    """
    for place, text in own_texts(subject.brief):
        if found := unread_markup(text):
            said = ", ".join(f"{what} ({sign})" for what, sign in found)
            hint = "own text has *emphasis* or _emphasis_, **strong**, lists (- or 1.) and cites ([@e1]), nothing else"
            yield Hit(place, f"this is printed as it stands: {said}", hint)


def own_texts(brief: Brief) -> Iterator[tuple[str, str]]:
    """Everything that the author wrote and that may be printed, with its place."""
    yield from _without_notes(brief)
    yield "bottom-line", brief.bottom_line
    yield from brief.fields.items()
    for judgement in brief.judgements:
        yield judgement.id, judgement.text
        yield judgement.id, judgement.confidence.because
    for _, item in brief.items():
        yield item.id, item.text
        yield item.id, item.note


def quoted_in_own_words(brief: Brief) -> frozenset[str]:
    """The ids of the excerpts whose words, all or some, stand between quotation marks in own text."""
    marks = (quotation_marks(text) for _, text in own_texts(brief))
    words = {normalise(quoted.text).strip() for found in marks for quoted in found.quoted} - {""}
    pinned = {e.id: bound(e, normalise(e.exact)) for e in brief.excerpts.values()} if words else {}
    return frozenset(key for key, text in pinned.items() if any(stand_in(said, text) for said in words))


def _marks(brief: Brief, allowed: Counter[tuple[str, str]]) -> Iterator[tuple[str, str, Marks]]:
    """The quotation marks of each text, without those that a person has vouched for as no mark: one for each reason."""
    plain = set(printed_plainly(brief))
    for place, text in own_texts(brief):
        left = {sign: times for (where, sign), times in allowed.items() if where == place}
        yield place, text, _marks_but(left, text, plain=(place, text) in plain)


def _marks_but(left: dict[str, int], text: str, *, plain: bool) -> Marks:
    """The quotation marks of a text without as many of each sign as are vouched for, the first that nothing closes."""
    marks = quotation_marks(text, plain=plain)
    while marks.unpaired and left.get(sign := normalise(marks.sign).strip()):
        left[sign] -= 1
        text = f"{text[: marks.unpaired.start]}{'·' * len(marks.unpaired)}{text[marks.unpaired.end :]}"
        marks = quotation_marks(text, plain=plain)
    return marks


def _without_notes(brief: Brief) -> Iterator[tuple[str, str]]:
    """What the author wrote where no note can be called."""
    yield from printed_plainly(brief)
    for judgement in brief.judgements:
        yield judgement.id, judgement.confidence.level
    for _, item in brief.items():
        yield item.id, item.core


def printed_plainly(brief: Brief) -> Iterator[tuple[str, str]]:
    """What of it is printed as it stands, its asterisks and backslashes too."""
    for name in ("title", "date", "cut-off", "addressee", "author", "reference", "marking"):
        yield name, getattr(brief, name.replace("-", "_"))
    for judgement in brief.judgements:
        yield judgement.id, judgement.likelihood
    for section in brief.sections:
        yield section.id, section.title
    yield from _names(brief)
    yield from ((e.id, e.speaker.role) for e in brief.excerpts.values() if e.speaker)


def _names(brief: Brief) -> Iterator[tuple[str, str]]:
    """The names of those whose words are quoted."""
    for excerpt in brief.excerpts.values():
        if excerpt.speaker:
            yield from ((excerpt.id, name) for name in (excerpt.speaker.name, *excerpt.speaker.via))


def _named(match: re.Match[str]) -> str:
    """A sign that is not seen, by its name and the words before it."""
    name = unicodedata.name(match.group()).lower().replace("arabic", "Arabic")
    said = " ".join(match.string[: match.start()].split()[-_BEFORE:])
    return f"{name} (U+{ord(match.group()):04X}) {f'behind ‘{said}’' if said else 'at the beginning'}"


def _says_nothing(words: str) -> bool:
    return not any(map(str.isalnum, words))


def is_nickname(words: str) -> bool:
    """Whether words between quotation marks in a name say nothing: Benjamin “Bibi” Netanyahu."""
    return _NICKNAME.fullmatch(words) is not None


def allowed_words(brief: Brief) -> Counter[tuple[str, str]]:
    """Place and words of what a person has vouched for, with a reason in words."""
    return Counter(
        (str(a.get("place", "")), normalise("".join(p.text for p in pieces(str(a.get("text", ""))))).strip())
        for a in brief.allowed_quotations
        if any(map(str.isalpha, str(a.get("reason", ""))))
    )
