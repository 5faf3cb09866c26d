"""Who is reported within the words that somebody says: “Norway keeps saying that …,” said Levi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from ...model import Attribution, Certainty, Span, sentences
from ...model.signs.spoken import QUOTED, masked
from .attributions import Attributions, PutDown
from .claims import at_most, claims, only_possible
from .doubts import doubted
from .hearing import Heard, Hearing
from .lexicon import Lexicon
from .mention import Kind
from .mentions import Mentions
from .sentence import Sentence, sentence

_FARTHEST = 600
"""Characters between a verb of saying and the passage that it governs."""
_SOON = 5
"""Words behind a verb within which a `that` begins what it reports."""


@dataclass(frozen=True, slots=True)
class Nested:
    """The search for who is reported in a quotation."""

    hearing: Hearing
    language: str

    def speakers(self, quote: Span, span: Span, outer: list[Attribution], n: int) -> list[Attribution]:
        """Who says a passage within a quotation: those to whom the quotation puts it down, then its own speakers.

        Args:
            quote: the quotation, marks included.
            span: the passage.
            outer: who may say the quotation.
            n: the ¶ of the passage.
        """
        within = Span(quote.start + 1, max(quote.start + 1, quote.end - 1))
        if not within.covers(span):
            return outer
        covered, _ = masked(self.hearing.text, within)
        words = covered[span.start - within.start : span.end - within.start]
        quoted = bool(words) and not words.strip(QUOTED)
        for one in self._sentences(within, covered, span):
            for put_down in Attributions(one, self.lexicon, Mentions(one, self.lexicon).all()).all():
                if quoted and put_down.mention.kind is Kind.PRONOUN:
                    continue
                if quoted or self._reports(one, put_down, span):
                    return [*self._claims(one, put_down, outer, n), *only_possible(outer)]
            if not quoted and self._somebody(one, span):
                return only_possible(outer)
        return at_most(outer, Certainty.LIKELY) if quoted else outer

    @property
    def lexicon(self) -> Lexicon:
        """The words of the language."""
        return self.hearing.lexicon

    def _sentences(self, within: Span, covered: str, span: Span) -> Iterator[Sentence]:
        """Those of the quotation that hold some of the passage."""
        for part in sentences(self.hearing.text, within, self.language):
            if part.overlaps(span):
                yield sentence(self.hearing.text, covered, within.start, part)

    def _somebody(self, one: Sentence, span: Span) -> bool:
        """Whether somebody else who is not named says the passage: 'they told us that …', 'the promise is that …'."""
        lexicon = self.lexicon
        begin = max(one.span.start, span.start - _FARTHEST)
        words = one.masked[begin - one.offset : max(0, span.start - one.offset)].replace(",", " , ").split()
        if len(words) > 1 and words[-1] in lexicon.that and words[-2] in lexicon.being:
            return not lexicon.versions.isdisjoint(words) and lexicon.own.isdisjoint(words)
        return any(self._says(words, index) for index in range(1, len(words)))

    def _says(self, words: Sequence[str], index: int) -> bool:
        """Whether a verb of saying, whose subject is not the one who speaks, governs what stands behind the words."""
        lexicon, word = self.lexicon, words[index]
        if word not in lexicon.saying and word not in lexicon.claiming:
            return False
        if not lexicon.own.isdisjoint(words[max(0, index - _SOON) : index]):
            return False
        subject = words[index - 1].lower()
        named = subject in lexicon.others or subject not in lexicon.passive | lexicon.stops
        return named and self._governs(words[:index], words[index + 1 :])

    def _reports(self, one: Sentence, put_down: PutDown, span: Span) -> bool:
        """Whether the passage is what words without quotation marks report: 'Norway says that …', '…, Norway says,'."""
        first, last = one.start(put_down.first), one.end(put_down.last - 1)
        if span.end <= first:
            between = one.masked[span.end - one.offset : first - one.offset]
            return between.strip() == "," and one.at(put_down.last) in (",", ".", "")
        if not 0 <= span.start - last <= _FARTHEST:
            return False
        between = one.masked[last - one.offset : span.start - one.offset]
        if one.at(put_down.first - 1).lower() in {word for word, _ in self.lexicon.as_saying}:
            return between.strip() == ","
        return self._governs(one.words[: put_down.first], between.replace(",", " , ").split())

    def _governs(self, before: Sequence[str], words: Sequence[str]) -> bool:
        """Whether the words between a verb of saying and the passage make that what it reports.

        Args:
            before: those before the verb; a condition among them ends at a comma: 'if Norway says that it is, …'.
            words: those between.
        """
        unsaid, opening = self.lexicon.unsaid, f" {' '.join(before).lower()} "
        if "," in words and any(f" {phrase} " in opening for phrase in unsaid.supposing | unsaid.awaiting):
            return False
        said = words[: words.index(",")] if "," in words else words
        that = next((n for n, word in enumerate(said[:_SOON]) if word in self.lexicon.that), None)
        return that is not None and not self._parted(words) and self._is_object(said[:that])

    def _is_object(self, words: Sequence[str]) -> bool:
        """Whether words between a verb and its `that` say to whom or where, and hold no verb of their own."""
        lexicon = self.lexicon
        return (lexicon.passive | lexicon.unsaid.inverting | lexicon.unsaid.negating).isdisjoint(words)

    def _parted(self, words: Sequence[str]) -> bool:
        """Whether another clause begins among words, which the verb before them does not govern."""
        lexicon = self.lexicon
        joined = lexicon.contrasting | lexicon.joining
        after_comma = any(before == "," and word in joined for before, word in pairwise(words))
        return after_comma or any(word.endswith((";", ":", QUOTED)) for word in words)

    def _claims(self, one: Sentence, put_down: PutDown, outer: list[Attribution], n: int) -> list[Attribution]:
        """What the quotation claims of someone else, who is heard through its speaker."""
        lexicon, mention = self.lexicon, put_down.mention
        if mention.kind is Kind.PRONOUN:
            return []
        person = deepcopy(self.hearing.people).find(mention)  # others search in this reading too
        heard = Heard(
            people=(person,) if person else (),
            mention=mention,
            span=Span(one.start(put_down.first), one.end(put_down.last - 1)),
            words=one.slice(mention.first, mention.last),
            via=tuple(name for a in outer[:1] for name in (a.name, *a.via)),
            through=tuple(span for a in outer[:1] for span in a.evidence),
            doubtful=doubted(one, lexicon, mention, put_down.first, put_down.last),
        )
        return claims(heard, Certainty.LIKELY, 0, n, lexicon)
