"""Rule 7 of the contract over texts that are printed together: two halves of a quotation in two fields are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Brief, Excerpt, Severity, normalise
from ..model.quotation_marks import Marks, quotation_marks
from .own_words import Quotable, allowed_words, own_texts
from .quoted_names import printed_names
from .registry import Hit, Subject, contract, rule

_SHOWN = 5
"""Words that are shown beside a mark."""


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
    for line in _lines(subject):
        for words in _seams(line):
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
        other = next((one for one in closing if one[1] != text), None)
        if sign and other and place not in told and (place, sign) not in allowed:
            end = f"behind ‘{_before(other[1], other[2])}’ ({other[0] or 'the brief'})"
            said = f"{sign} opens before ‘{_after(text, marks)}’ and is not closed there, as one seems to be {end}"
            yield Hit(place, said, "close it, take it out, or, where it is a letter as in ʿAbd, write ʿ or ʾ")


def _seams(line: Line) -> Iterator[str]:
    """The words between marks of a line that stand between none in a part of it."""
    if len(line.texts) > 1:
        alone = {q.text for text in line.texts for q in quotation_marks(text.strip()).quoted}
        found = (q.text for q in quotation_marks(line.text).quoted if q.text not in alone)
        yield from dict.fromkeys(words for text in found if (words := normalise(text).strip()))


def _lines(subject: Subject) -> Iterator[Line]:
    """What is printed together."""
    brief = subject.brief
    for judgement in brief.judgements:
        sure = judgement.confidence
        yield _line(judgement.id, (judgement.text, judgement.likelihood, sure.level, sure.because), ". ")
    for section in brief.sections:
        yield from (_line(item.id, (item.core, item.text), " ") for item in section.items)
        first = section.items[0] if section.items else None
        yield _line(section.id, (section.title, first.core or first.text if first else ""), "\n\n")
    for excerpt in brief.excerpts.values():
        notes = tuple(item.note for _, item in brief.items() if item.excerpt == excerpt.id)
        yield _line(excerpt.id, (*_credit(excerpt), *_source(subject, excerpt), *notes), ", ")
        yield _line(excerpt.id, _inserted(excerpt), " ")


def _line(place: str, texts: Sequence[str], between: str) -> Line:
    return Line(place, between, tuple(text for text in texts if text.strip()))


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


def _before(text: str, marks: Marks) -> str:
    return " ".join(text[: marks.closes.start].split()[-_SHOWN:]) if marks.closes else ""
