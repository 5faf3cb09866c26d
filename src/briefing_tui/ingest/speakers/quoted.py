"""Who says a quotation: by its own sentence, by the one before or behind it, or by the paragraph that it carries on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...model import Attribution, Certainty, Span
from ...model.signs.spoken import MARKS, QUOTED, runs
from .claims import at_most, claims, mentioned, names, only_possible
from .doubts import heard_by, others_words
from .hearing import Heard, Hearing
from .mention import Kind
from .sentence import Sentence
from .walk import Read
from .works import is_name, is_name_before

_NEAR = 3
"""Words between a verb of saying and whom it reports: 'said her predecessor Levi had promised'."""
_ENDS = ("?", "!", "…")
_CLAUSE_END = re.compile(rf"[,;:.!?…{QUOTED}]")


def quotations(read: Read) -> list[Span]:
    """Where a paragraph's quotations stand in the text, marks included."""
    return runs(read.masked, read.paragraph.span.start)


class Quoted:
    """Finds who says a quotation."""

    def __init__(self, hearing: Hearing) -> None:
        self.hearing = hearing
        self.lexicon = hearing.lexicon

    def speakers(self, index: int, quote: Span) -> list[Attribution]:
        """Who may say a quotation of the paragraph at an index, the likeliest first."""
        read = self.hearing.paragraphs[index]
        here = [s for s, _ in read.sentences if s.span.overlaps(quote)]
        if own := [h for s in here for h in self.hearing.heard.get(s.span.start, ())]:
            return self._own(read, quote, own)
        if label := self.hearing.labels.get(read.paragraph.n):
            return self._claims(label, Certainty.CERTAIN, read)
        if not self._whole(read, here):
            return self._in_sentence(read, here)
        return self._behind(read, quote) or self._before(index, read, quote) or self._around(read, here)

    def _claims(self, heard: Heard, certainty: Certainty, read: Read, distance: int = 0) -> list[Attribution]:
        return claims(heard, certainty, distance, read.paragraph.n, self.lexicon)

    # In its own sentence

    def _own(self, read: Read, quote: Span, own: Sequence[Heard]) -> list[Attribution]:
        """By the sentence's own words: the nearest ones; others may pass on what those say."""
        ranked = sorted(own, key=lambda h: (self._gap(read, h, quote), h.loose))
        best = next((h for h in ranked[1:] if self._holds(read, ranked[0], h, quote)), ranked[0])
        others = [h for h in ranked if h.mention.first != best.mention.first]
        told = self.through(read, best, others, quote)
        sure = not (told.through or best.loose or self._far(read, best, quote))
        first = self._claims(told, Certainty.CERTAIN if sure else Certainty.LIKELY, read)
        if self._owned(read, best, quote) or self._anothers(read, best, quote):
            first = only_possible(first)
        return first + only_possible(a for h in others for a in self._claims(h, Certainty.POSSIBLE, read))

    def through(self, read: Read, best: Heard, others: Iterable[Heard], quote: Span) -> Heard:
        """Someone heard, with those of the others who pass on what they said, and by which words."""
        carriers = [h for h in others if h is not best and self._passes_on(read, h, best, quote)]
        found = [a for h in carriers for a in self._claims(h, Certainty.POSSIBLE, read)[:1]]
        names = (*(a.name for a in found), *best.via)
        return replace(best, via=tuple(dict.fromkeys(names)), through=tuple(h.span for h in carriers))

    def _holds(self, read: Read, last: Heard, heard: Heard, quote: Span) -> bool:
        """Whether words behind a quotation put all before them down to someone: 'Levi promised her “…,” Kan said'."""
        same = heard.mention.name == last.mention.name or (heard.people and heard.people == last.people)
        if last.span.start < quote.end or heard.span.end > quote.start or heard.loose or same:
            return False
        before, behind = self._between(read, heard.span, quote), self._between(read, quote, last.span)
        return not _CLAUSE_END.search(before) and behind.strip(" ,") == ""

    def _owned(self, read: Read, heard: Heard, quote: Span) -> bool:
        """Whether the words may be another's: 'Levi said that the minister’s “…”'."""
        for one, mentions in read.sentences:
            if one.span.overlaps(quote):
                owners = (m for m in mentions if m.possessive and m.kind is Kind.PERSON)
                if any(heard.span.end <= one.start(m.first) < quote.start for m in owners):
                    return True
        return False

    def _anothers(self, read: Read, heard: Heard, quote: Span) -> bool:
        """Whether the words are another's or a name: 'asked who said “…”', '“…,” said Levi told him', 'a film, “…”'."""
        text, between = self.hearing.text, self._between(read, heard.span, quote)
        if heard.span.end <= quote.start:
            verb = heard.span.slice(text).split()[-1]
            return others_words(between, self.lexicon) or is_name(between, quote.slice(text), verb, self.lexicon)
        if text[heard.span.start].isupper() and is_name_before(between, self.lexicon):
            return True
        behind = read.masked[heard.span.end - read.paragraph.span.start :]
        return heard_by(_CLAUSE_END.split(behind, maxsplit=1)[0], self.lexicon)

    def _between(self, read: Read, one: Span, other: Span) -> str:
        first, second = sorted((one, other))
        start = read.paragraph.span.start
        return read.masked[first.end - start : max(first.end, second.start) - start]

    def _gap(self, read: Read, heard: Heard, quote: Span) -> int:
        """How far words that say who speaks stand from a quotation; behind another one, much farther."""
        between = self._between(read, heard.span, quote)
        after = heard.span.start > quote.start
        apart = self._contrasted(between) or (after and ";" in between)
        return len(between) + 1000 * (QUOTED in between) + 500 * apart

    def _far(self, read: Read, heard: Heard, quote: Span) -> bool:
        """Whether the words of someone before a quotation do not reach it: another clause stands between."""
        between = self._between(read, heard.span, quote)
        return QUOTED not in between and self._contrasted(between)

    def _contrasted(self, between: str) -> bool:
        return ";" in between or not self.lexicon.contrasting.isdisjoint(between.split())

    def _passes_on(self, read: Read, heard: Heard, best: Heard, quote: Span) -> bool:
        """Whether someone passes on what another said: 'Levi said that he had said', '…, according to Levi'."""
        if heard.people and heard.people == best.people:
            return False
        between = self._between(read, heard.span, best.span)
        if heard.span.end <= best.span.start and best.span.end <= quote.start:
            words = between.split()
            if heard.behind:
                return words == [","]
            apart = heard.loose or QUOTED in between or "," in between or self._contrasted(between)
            near = len(words) <= _NEAR and self.lexicon.breaking.isdisjoint(words)
            return not apart and (near or not self.lexicon.that.isdisjoint(words))
        held = heard.behind or self._holds(read, heard, best, quote)
        return held and quote.end <= heard.span.start and best.span.end <= quote.start

    # Without words of its own

    def _whole(self, read: Read, here: Sequence[Sentence]) -> bool:
        """Whether the sentences hold nothing but quotations."""
        start = read.paragraph.span.start
        rest = "".join(read.masked[s.span.start - start : s.span.end - start] for s in here)
        return not any(c.isalnum() for c in rest)

    def _in_sentence(self, read: Read, here: Sequence[Sentence]) -> list[Attribution]:
        """Some words in quotation marks that nobody is said to say: whoever is the sentence's subject may."""
        subjects = (self.hearing.subjects.get(s.span.start) for s in here)
        return [mentioned(p, 0, read.paragraph.n) for p in subjects if p is not None and p.shown]

    def _behind(self, read: Read, quote: Span) -> list[Attribution]:
        """By the next sentence, where only a question mark tells the two apart: “Why?” Levi asked."""
        if not quote.slice(self.hearing.text).rstrip(MARKS + " ").endswith(_ENDS):
            return []
        for one, _ in read.sentences:
            if one.span.start >= quote.end:
                heard = self.hearing.heard.get(one.span.start, [])
                near = [h for h in heard if not any(map(str.isalnum, self._between(read, quote, h.span)))]
                return self._claims(near[0], Certainty.CERTAIN, read) if near else []
        return []

    def _before(self, index: int, read: Read, quote: Span) -> list[Attribution]:
        """By the words before it in the paragraph or, where it begins one, by what that carries on."""
        earlier = [s for s, _ in read.sentences if s.span.end <= quote.start]
        for n, one in enumerate(reversed(earlier)):
            if heard := self.hearing.heard.get(one.span.start):
                quoting = QUOTED in one.words or not any(map(str.isalnum, self._between(read, heard[-1].span, quote)))
                sure = quoting and not self._turns(read, one, quote)
                found = self._said_last(read, one, heard, quote)
                return at_most(found, Certainty.CERTAIN if sure and not n else Certainty.LIKELY)
            if subject := self.hearing.subjects.get(one.span.start):
                return [mentioned(subject, 0, read.paragraph.n)]
        return [] if any(self._words(read, s) for s in earlier) else self._carried(index, read)

    def _said_last(self, read: Read, one: Sentence, heard: Sequence[Heard], quote: Span) -> list[Attribution]:
        """Whoever spoke last in a sentence before."""
        spoken = [q for q in quotations(read) if one.span.overlaps(q) and q.end <= quote.start]
        if spoken:
            return [a for a in self._own(read, spoken[-1], heard) if a.certainty > Certainty.POSSIBLE] or only_possible(
                a for h in heard for a in self._claims(h, Certainty.POSSIBLE, read)
            )
        return self._claims(heard[-1], Certainty.LIKELY, read)

    def _turns(self, read: Read, one: Sentence, quote: Span) -> bool:
        """Whether words stand between a sentence and a quotation: then another may speak."""
        return any(map(str.isalnum, self._between(read, one.span, quote)))

    def _words(self, read: Read, one: Sentence) -> bool:
        return not self._whole(read, [one])

    def _around(self, read: Read, here: Sequence[Sentence]) -> list[Attribution]:
        """By the sentence behind it, of which only the subject is known."""
        end = here[-1].span.end if here else read.paragraph.span.end
        for one, _ in read.sentences:
            if one.span.start >= end:
                if heard := self.hearing.heard.get(one.span.start):
                    return only_possible(self._claims(heard[0], Certainty.POSSIBLE, read))
                subject = self.hearing.subjects.get(one.span.start)
                return [mentioned(subject, 0, read.paragraph.n)] if subject else []
        return []

    # From paragraph to paragraph

    def _carried(self, index: int, read: Read) -> list[Attribution]:
        """A paragraph that begins with a quotation of which it says nothing goes on with that of another."""
        back = self._last_before(index)
        on = self._first_behind(index) if read.open or not self._told(read) else []
        if read.open and on:
            return on
        if index and self.hearing.paragraphs[index - 1].open:
            return back
        if back and on and names(back[:1]) != names(on[:1]):
            return only_possible((*back, *on))
        return back or on

    def _told(self, read: Read) -> bool:
        return any(s.span.start in self.hearing.heard for s, _ in read.sentences)

    def _last_before(self, index: int) -> list[Attribution]:
        """Who speaks at the end of the paragraph before, as far as that carries on."""
        for back in range(index - 1, max(-1, index - 12), -1):
            read = self.hearing.paragraphs[back]
            for one, _ in reversed(read.sentences):
                if heard := self.hearing.heard.get(one.span.start):
                    found = self._said_last(read, one, heard, Span(read.paragraph.span.end, read.paragraph.span.end))
                    return [replace(a, distance=index - back) for a in at_most(found, Certainty.LIKELY)]
            if label := self.hearing.labels.get(read.paragraph.n):
                return self._claims(label, Certainty.LIKELY, read, index - back)
            if not (read.open or read.masked.strip(QUOTED + " ") == ""):
                subjects = [self.hearing.subjects.get(s.span.start) for s, _ in read.sentences]
                shown = [mentioned(p, index - back, read.paragraph.n) for p in subjects if p]
                return shown + only_possible(self._last_before(back) if index - back == 1 else ())
        return []

    def _first_behind(self, index: int) -> list[Attribution]:
        """Who says the quotation with which the next paragraph begins."""
        for ahead in range(index + 1, min(len(self.hearing.paragraphs), index + 12)):
            read = self.hearing.paragraphs[ahead]
            if not read.masked.startswith(QUOTED):
                return []
            first = next(iter(quotations(read)))
            here = [s for s, _ in read.sentences if s.span.overlaps(first)]
            if own := [h for s in here for h in self.hearing.heard.get(s.span.start, ())]:
                found = at_most(self._own(read, first, own), Certainty.LIKELY)
                return [replace(a, distance=ahead - index) for a in found]
            if not read.open and not self._whole(read, here):
                return []
        return []

    def beside(self, index: int, reach: int) -> Iterator[Attribution]:
        """Everyone who is heard in the paragraph and the ones around it, nearest first."""
        paragraphs = self.hearing.paragraphs
        for near in sorted(
            range(max(0, index - reach), min(len(paragraphs), index + reach + 1)), key=lambda i: abs(i - index)
        ):
            read = paragraphs[near]
            for one, mentions in read.sentences:
                for heard in self.hearing.heard.get(one.span.start, ()):
                    yield from self._claims(heard, Certainty.POSSIBLE, read, abs(near - index))
                for mention in mentions if near == index else ():
                    person = self.hearing.people.known(mention.name) if mention.kind is Kind.PERSON else None
                    if person is not None and person.shown:
                        yield mentioned(person, 0, read.paragraph.n)
