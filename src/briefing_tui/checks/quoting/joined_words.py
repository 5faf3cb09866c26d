"""Rule 7 of the contract over texts that are printed together: two halves of a quotation in two fields are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Brief, Excerpt, Item, Judgement, Severity, normalise
from ...model.signs.quotation_marks import Marks, quotation_marks
from ...model.signs.single_quotes import begins_name
from ..rules.registry import Hit, Subject, contract, rule
from .own_words import Quotable, allowed_words, own_texts
from .quoted_names import printed_names

_SHOWN = 5
"""Words that are shown beside a mark."""
_HALF_HINT = "close it, take it out, write ʿ or ʾ where it is a letter as in ʿAbd, or allow the sign with a reason"
_SPOKEN = re.compile(r"(?:^|[:;,.!?…—–(\[])\s*$")
"""Before a mark that begins what somebody says."""
_STOPS = tuple(".,!?…")
"""Before a mark that ends it: behind one of them stands no apostrophe."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands together on paper."""

    place: str
    between: str
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return self.between.join(text.strip() for text in self.texts)


@rule("own-words.joined", Severity.ERROR, contract(7), binding=True)
def joined(subject: Subject) -> Iterator[Hit]:
    """Words between quotation marks of two fields that are printed together: one opens, the other closes.

    A reader sees one quotation, whatever fields it was put together of.
    """
    allowed, quotable = allowed_words(subject.brief), Quotable.of(subject)
    seams = [(line, words) for line in _lines(subject) for words in _seams(line)]
    seams += [(line, words) for line, other in pairwise(_in_order(subject.brief)) for words in _gap(line, other)]
    for line, words in dict.fromkeys(seams):
        if (line.place, words) not in allowed and not quotable.has(words):
            hint = "take the marks out, or close in each field what it opens"
            yield Hit(line.place, f"“{words}” would stand between quotation marks of two fields", hint)


@rule("own-words.half", Severity.ERROR, contract(7), binding=True)
def half(subject: Subject) -> Iterator[Hit]:
    """A single mark that opens and that its text does not close, while another text closes what it has not opened.

    Alone each may be an apostrophe; two of them can be a quotation over what stands between.
    """
    allowed, told = allowed_words(subject.brief), {hit.place for hit in joined(subject)}
    left = [(place, text, quotation_marks(text)) for place, text in _texts(subject) if text]
    closing = [one for one in left if one[2].closes]
    for place, text, marks in left:
        sign = marks.opens.slice(text) if marks.opens else ""
        named = marks.opens is not None and begins_name(text, marks.opens.end)
        ends = (one for one in closing if one[1] != text and (not named or _behind_a_stop(one[1], one[2])))
        other = next(ends, None)
        if sign and other and place not in told and (place, sign) not in allowed:
            end = f"behind ‘{_before(other[1], other[2])}’ ({other[0] or 'the brief'})"
            said = f"{sign} opens before ‘{_after(text, marks)}’ and is not closed there, as one seems to be {end}"
            yield Hit(place, said, _HALF_HINT)


def _seams(line: Line) -> Iterator[str]:
    """The words between marks of a line that stand between none in a part of it."""
    if len(line.texts) > 1:
        alone = {q.text for text in line.texts for q in quotation_marks(text.strip()).quoted}
        found = (q.text for q in quotation_marks(line.text).quoted if q.text not in alone)
        yield from dict.fromkeys(words for text in found if (words := normalise(text).strip()))


def _gap(line: Line, other: Line) -> Iterator[str]:
    """The words between single marks of which a line opens one and the next closes it.

    One of the two marks has to be no apostrophe: it begins what somebody says, or ends it behind a stop.
    """
    text, end, opens = f"{line.text}\n\n{other.text}", len(line.text), quotation_marks(line.text).opens
    spoken = opens and _SPOKEN.search(line.text, 0, opens.start) and not begins_name(line.text, opens.end)
    for quoted in quotation_marks(text).quoted:
        start, stop = quoted.span.start, quoted.span.end
        begun = spoken and opens and opens.end == start
        if start <= end < stop and (begun or text[start:stop].rstrip("*_").endswith(_STOPS)):
            yield normalise(quoted.text).strip()


def _in_order(brief: Brief) -> Iterator[Line]:
    """The bottom line, the judgements and the items, as they follow each other, without what has no words."""
    lines = [_line("bottom-line", (brief.bottom_line,), ""), *map(_judged, brief.judgements)]
    lines += [_item(item) for _, item in brief.items()]
    return (line for line in lines if line.texts)


def _lines(subject: Subject) -> Iterator[Line]:
    """What is printed together."""
    brief = subject.brief
    yield from map(_judged, brief.judgements)
    for section in brief.sections:
        yield from map(_item, section.items)
        first = section.items[0] if section.items else None
        yield _line(section.id, (section.title, first.core or first.text if first else ""), "\n\n")
    for excerpt in brief.excerpts.values():
        notes = tuple(item.note for _, item in brief.items() if item.excerpt == excerpt.id)
        yield _line(excerpt.id, (*_credit(excerpt), *_source(subject, excerpt), *notes), ", ")
        yield _line(excerpt.id, _inserted(excerpt), " ")


def _line(place: str, texts: Sequence[str], between: str) -> Line:
    return Line(place, between, tuple(text for text in texts if text.strip()))


def _judged(judgement: Judgement) -> Line:
    sure = judgement.confidence
    return _line(judgement.id, (judgement.text, judgement.likelihood, sure.level, sure.because), ". ")


def _item(item: Item) -> Line:
    return _line(item.id, (item.core, item.text), " ")


def _credit(excerpt: Excerpt) -> tuple[str, ...]:
    """Who said the words, as it is printed."""
    speaker = excerpt.speaker
    return (speaker.name, speaker.role, *speaker.via) if speaker else ()


def _inserted(excerpt: Excerpt) -> tuple[str, ...]:
    """Our words within those of the source."""
    return tuple(alteration.text for alteration in excerpt.alterations)


def _source(subject: Subject, excerpt: Excerpt) -> tuple[str, ...]:
    """What a note prints of the source beside its title."""
    article = subject.article_of(excerpt)
    return tuple(text for _, text in printed_names(article.metadata)) if article else ()


def _texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """All that is printed in words of nobody else, with its place."""
    yield from own_texts(subject.brief)
    yield from ((excerpt.id, text) for excerpt in subject.brief.excerpts.values() for text in _inserted(excerpt))
    for excerpt in _one_of_each(subject.brief):
        yield from ((excerpt.id, text) for text in _source(subject, excerpt))


def _one_of_each(brief: Brief) -> Iterator[Excerpt]:
    """One excerpt of each article."""
    yield from {e.article: e for e in reversed(list(brief.excerpts.values()))}.values()


def _after(text: str, marks: Marks) -> str:
    return " ".join(text[marks.opens.end :].split()[:_SHOWN]) if marks.opens else ""


def _behind_a_stop(text: str, marks: Marks) -> bool:
    """Whether the mark that closes is no apostrophe: the speech has ended before it."""
    return marks.closes is not None and text[: marks.closes.start].endswith(_STOPS)


def _before(text: str, marks: Marks) -> str:
    return " ".join(text[: marks.closes.start].split()[-_SHOWN:]) if marks.closes else ""
