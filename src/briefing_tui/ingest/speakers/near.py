"""Who says the words of a passage: those heard in its sentence, in what it carries on, and beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from ...model import Attribution, Certainty, Paragraph, Span, segment
from ...model.signs.spoken import QUOTED
from .claims import at_most, claims, once, only_possible
from .hearing import Heard, Hearing
from .lexicon import lexicon_for
from .nested import Nested
from .quoted import Quoted, quotations
from .walk import Read

_BEFORE, _AFTER, _FIRST = 40_000, 10_000, 10_000
_STEP = 10_000
_READINGS = 16
"""Readings that are kept."""
_REACH = 2
MOST = 8
"""People who are offered at most."""
_BETWEEN = 8
"""Words between a verb of saying and what goes on to what it reports: to whom, when and where it was said."""
_GOES_ON = re.compile(r"\w+(?:ing|ant|в|вши|вшись|ая|яя)\b")
"""A participle by which whoever spoke goes on: '…, explaining that'."""
_ASIDE = 80
"""Characters before an aside in which no quotation may stand: of that it would be."""
_ENDS = re.compile(rf"[.;:!?—–()\n{QUOTED}]")
_OBJECT = frozenset("a an the this these his her their its our my un une des le la les son sa ses ce cette ces".split())
"""What opens an object of a verb, so that a `that` behind it may tell of this: 'wrote a book that'."""


def speakers_near(text: str, language: str, span: Span) -> tuple[Attribution, ...]:
    """Who may be the speaker of a passage, the surest and nearest first.

    Args:
        text: the article's frozen text.
        language: a language tag; see `speakers`.
        span: the passage.

    Returns:
        each speaker once. The first one is the speaker unless its certainty is POSSIBLE; where two readings are equal,
        all are only possible.
    """
    span = Span(span.start, min(span.end, span.start + _BEFORE))
    paragraphs = _window(text, _paragraphs(text), span)
    if not any(p.span.overlaps(span) for p in paragraphs):
        return ()
    return _Search(_hearing(text, tuple(paragraphs), language), language, span).found()


@lru_cache(maxsize=_READINGS)
def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Those of a text: all its passages ask for them."""
    return segment(text).paragraphs


@lru_cache(maxsize=_READINGS)
def _hearing(text: str, paragraphs: tuple[Paragraph, ...], language: str) -> Hearing:
    """One reading serves all passages there; no search changes it."""
    return Hearing(text, paragraphs, language, lexicon_for(language))


def _window(text: str, paragraphs: Sequence[Paragraph], span: Span) -> list[Paragraph]:
    """What is read of a long article: its beginning, where people are introduced, and what is around the passage.

    It ends at whole steps, so that passages near each other are looked for in the same.
    """
    begin, end = (span.start - _BEFORE) // _STEP * _STEP, -(-(span.end + _AFTER) // _STEP) * _STEP
    kept = (p for p in paragraphs if p.span.start < _FIRST or begin < p.span.start < end or p.span.overlaps(span))
    return [p if len(p.span) <= _BEFORE else _clipped(text, p, begin, end) for p in kept]


def _clipped(text: str, paragraph: Paragraph, begin: int, end: int) -> Paragraph:
    """What is around the passage of a paragraph as long as a book, from the beginning of a sentence."""
    start, stop = paragraph.span.start, paragraph.span.end
    if start < begin < stop and (point := text.find(". ", begin, stop)) >= 0:
        start = point + 2
    last = min(stop, max(end, start + _AFTER))
    return replace(paragraph, span=Span(start, last))


class _Search:
    """The search for the speaker of one passage."""

    def __init__(self, hearing: Hearing, language: str, span: Span) -> None:
        self.hearing = hearing
        self.span = span
        self.quoted = Quoted(hearing)
        self.nested = Nested(hearing, language)
        self.here = [i for i, r in enumerate(hearing.paragraphs) if r.paragraph.span.overlaps(span)]

    def found(self) -> tuple[Attribution, ...]:
        """Everyone, the surest first."""
        quotes = [(i, q) for i in self.here for q in quotations(self.hearing.paragraphs[i]) if q.overlaps(self.span)]
        first = self._together([self._of(i, q) for i, q in quotes]) if quotes else self._reported()
        others = chain.from_iterable(self.quoted.beside(i, _REACH) for i in self.here[:1])
        beside = (replace(each, nearby=True) for each in others)
        return once(chain(first, beside))[:MOST]

    def _together(self, found: list[list[Attribution]]) -> list[Attribution]:
        """One speaker of several quotations; where there are several, none is likelier than another."""
        told = [each for each in found if each and each[0].certainty > Certainty.POSSIBLE]
        everyone = list(chain.from_iterable(told or found))
        if len({each[0].name for each in told}) > 1:
            return only_possible(everyone)
        least = min((each[0].certainty for each in told), default=Certainty.POSSIBLE)
        return at_most(everyone, least)

    def _of(self, index: int, quote: Span) -> list[Attribution]:
        """Who says a quotation, or the one within it that holds the passage."""
        outer = self.quoted.speakers(index, quote)
        return self.nested.speakers(quote, self.span, outer, self.hearing.paragraphs[index].paragraph.n)

    # Without quotation marks

    def _reported(self) -> list[Attribution]:
        """Who is reported to say a passage in other words."""
        found: list[Attribution] = []
        for index in self.here:
            read = self.hearing.paragraphs[index]
            for one, _ in read.sentences:
                if one.span.overlaps(self.span):
                    everyone = self.hearing.heard.get(one.span.start, ())
                    heard = [h for h in everyone if self._reports(read, h, everyone)][:1]
                    through = (self.quoted.through(read, h, everyone, self.span) for h in heard)
                    found += (a for h in through for a in self._claims(h, read))
        return at_most(found, Certainty.LIKELY) if len({a.name for a in found}) == 1 else only_possible(found)

    def _claims(self, heard: Heard, read: Read) -> Iterable[Attribution]:
        return claims(heard, Certainty.LIKELY, 0, read.paragraph.n, self.hearing.lexicon)

    def _reports(self, read: Read, heard: Heard, everyone: Sequence[Heard]) -> bool:
        """Whether a passage is what words that say who speaks govern, or holds them."""
        if self.span.overlaps(heard.span):
            return True
        start = read.paragraph.span.start
        if heard.span.end <= self.span.start:
            between = read.masked[heard.span.end - start : self.span.start - start]
            told = between.strip(" ,:").lower() in {"", *self.hearing.lexicon.that}
            closed = "," in between and not heard.behind and not between.strip().startswith(",")
            after = "," in between and not heard.behind
            whole = told and not after and not closed and QUOTED not in between
            nearer = any(heard.span.end <= h.span.start < self.span.start for h in everyone)
            return whole or (not nearer and (self._leads_to(heard, between) or self._is_aside(read, heard, between)))
        between = read.masked[self.span.end - start : heard.span.start - start]
        then = read.masked[heard.span.end - start :].lstrip(" ,:")
        goes_on = then.startswith(QUOTED) or then.partition(" ")[0] in self.hearing.lexicon.that
        return not goes_on and not any(map(str.isalnum, between)) and QUOTED not in between

    def _leads_to(self, heard: Heard, between: str) -> bool:
        """Whether a verb of saying goes on to a passage: 'told the paper that', 'told the paper of it, adding that'."""
        lexicon = self.hearing.lexicon
        said, _, that = between.strip().rpartition(" ")
        if heard.behind or heard.loose or that.lower() not in lexicon.that or _ENDS.search(said):
            return False
        first, *further = [part.split() for part in said.rstrip(" ,").split(",")]
        verbs = heard.span.slice(self.hearing.text).casefold().split()
        objects = first[:1] and first[0].lower() in _OBJECT and lexicon.telling.isdisjoint(verbs)
        broken = not lexicon.breaking.isdisjoint(said.casefold().split())
        goes_on = all(part and _GOES_ON.match(part[0].lower()) for part in further)
        return not objects and not broken and goes_on and (bool(further) or len(first) <= _BETWEEN)

    def _is_aside(self, read: Read, heard: Heard, between: str) -> bool:
        """Whether who says so stands between commas in what they say: 'In addition, she said, the ferry is late'."""
        start = read.paragraph.span.start
        before = read.masked[: heard.span.start - start]
        first = self.span.slice(self.hearing.text).casefold().split()[:1]
        between_commas = between.strip() == "," and before.rstrip().endswith(",")
        goes_on = not self.hearing.lexicon.breaking.intersection(first)
        return between_commas and goes_on and not heard.behind and QUOTED not in before[-_ASIDE:]
