"""Notes: one for each excerpt, numbered in the order of their first call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing_tui.citations import Citations, Cite, Text, joined
from briefing_tui.model import Brief, Item, ItemKind
from briefing_tui.model.own_text import cited

from .attribution import place
from .document import Call, Inline
from .job import Job
from .own_text import CiteMark, Own, inlines
from .wording import Wording

_STOPS = ".!?…"


def called(brief: Brief) -> tuple[str, ...]:
    """Ids of the excerpts that are called, in the order in which their first calls are printed."""
    return tuple(dict.fromkeys(e for e in _calls(brief) if e in brief.excerpts))


def item_calls(item: Item) -> list[str]:
    """Ids of the excerpts that an item calls, in order: those its text cites, then its own."""
    ids = [] if item.kind is ItemKind.QUOTE else cited(item.text)
    if item.kind is not ItemKind.TEXT and item.excerpt and item.excerpt not in ids:
        ids.append(item.excerpt)
    return ids


def placed(brief: Brief) -> dict[str, str]:
    """The item that first uses each excerpt, by excerpt id."""
    first: dict[str, str] = {}
    for _, item in brief.items():
        for excerpt in item_calls(item):
            first.setdefault(excerpt, item.id)
    return first


def cites(job: Job) -> list[Cite]:
    """What the notes are to cite, in their order."""
    excerpts = [job.brief.excerpts[e] for e in called(job.brief)]
    return [
        Cite(e.id, e.article, place(e, job.articles.get(e.article), job.verifications.get(e.id)), e.speaker)
        for e in excerpts
    ]


@dataclass(slots=True)
class Notes:
    """Hands out calls: the first of an excerpt brings the note along, later ones repeat its number."""

    brief: Brief
    citations: Citations
    words: Wording
    numbers: dict[str, int]
    _given: set[str] = field(default_factory=set)

    def call(self, excerpt: str) -> Call:
        """The next call of an excerpt."""
        first = excerpt not in self._given
        self._given.add(excerpt)
        return Call(self.numbers[excerpt], excerpt, self._note(excerpt) if first else ())

    def inlines(self, text: str, *more: str) -> tuple[Inline, ...]:
        """Own text with its cites as calls, and calls of `more` excerpts at its end."""
        result: list[Inline] = [self._inline(part) for part in inlines(text)]
        return (*result, *(self.call(e) for e in more))

    def _inline(self, part: Own) -> Inline:
        if isinstance(part, Text):
            return part
        return self.call(part.excerpt) if part.excerpt in self.numbers else Text(f" [@{part.excerpt}]")

    def _note(self, excerpt: str) -> tuple[Text, ...]:
        """The citation, then what the author adds to it."""
        remarks = dict.fromkeys(i.note.strip() for _, i in self.brief.items() if i.excerpt == excerpt)
        sentences = [self.citations.notes[excerpt], *(self._remark(r) for r in remarks if r)]
        spaced = [part for sentence in sentences for part in (Text(" "), *_ended(sentence))]
        return joined(spaced[1:])

    def _remark(self, text: str) -> tuple[Text, ...]:
        return tuple(self._pointer(part) if isinstance(part, CiteMark) else part for part in inlines(text))

    def _pointer(self, mark: CiteMark) -> Text:
        """A note cannot call a note: it names the number."""
        number = self.numbers.get(mark.excerpt)
        return Text(f" ({self.words('notes', n=number)})" if number else f" [@{mark.excerpt}]")


def _calls(brief: Brief) -> Iterator[str]:
    first = placed(brief)
    yield from cited(brief.bottom_line)
    for judgement in brief.judgements:
        yield from cited(judgement.text)
        yield from cited(judgement.confidence.because)
        yield from (e for e in (*judgement.for_, *judgement.against) if e not in first)
    for _, item in brief.items():
        yield from item_calls(item)


def _ended(sentence: Sequence[Text]) -> tuple[Text, ...]:
    """With a full stop, unless it ends like a sentence already."""
    end = sentence[-1].text.rstrip("”’»)]*") if sentence else ""
    return (*sentence, *(() if end.endswith(tuple(_STOPS)) else (Text("."),)))
