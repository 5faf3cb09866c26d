"""Notes: one for each excerpt, numbered in the order of their first call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing_tui.citations import Citations, Cite, Placement, Terms, Text, joined, numbers_of, plain
from briefing_tui.model import Brief, Excerpt, Item, ItemKind
from briefing_tui.model.codes import code_of
from briefing_tui.model.own_text import cited
from briefing_tui.model.template import Part

from ..job import Job
from ..languages.wording import Wording, wording
from .annex import place_of
from .attribution import place
from .links import passage_url
from .own_text import CiteMark, Own, inlines
from .quoted import remark
from .runs import Bullet, Call, Inline
from .works import one_of_each

_STOPS = ".!?…"
_SMALL = re.compile(r"(?=[^\W\d_])[^\W\d_A-Z]+(?:[-’'][^\W\d_]+)*(?![^\s,;:.!?…)]|[.:/]\w|[.:]/)")
"""A word that is no address, with its small first letter."""


def called(brief: Brief, parts: Sequence[str]) -> tuple[str, ...]:
    """Ids of the excerpts that are called, in the order in which their first calls are printed.

    Args:
        brief: whose texts call them.
        parts: what is printed of it, in order.
    """
    return tuple(dict.fromkeys(e for part in parts for e in _calls(brief, part) if e in brief.excerpts))


def with_endnotes(parts: tuple[str, ...], placement: Placement) -> tuple[str, ...]:
    """The parts that are printed, with a place for the notes where they stand at the end: before the sources."""
    if placement is not Placement.ENDNOTE or Part.ENDNOTES in parts:
        return parts
    after = next((n for n, part in enumerate(parts) if part in (Part.SOURCES, Part.ANNEX)), len(parts))
    return (*parts[:after], Part.ENDNOTES, *parts[after:])


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
    excerpts = [job.brief.excerpts[e] for e in called(job.brief, job.template().parts)]
    terms = wording(job.language).terms
    works = one_of_each(job.articles, (excerpt.article for excerpt in excerpts))
    return [_cite(job, excerpt, works[excerpt.article], terms) for excerpt in excerpts]


def _cite(job: Job, excerpt: Excerpt, work: str, terms: Terms) -> Cite:
    article = job.articles.get(excerpt.article)
    where = place(excerpt, article, job.verifications.get(excerpt.id), terms)
    found = job.verifications.get(excerpt.id)
    href = passage_url(article, found.span) if found and found.span and found.state.verified else ""
    return Cite(excerpt.id, work, where, excerpt.speaker, href, numbers_of(where, terms))


@dataclass(slots=True)
class Notes:
    """Hands out calls: the first of an excerpt brings the note along, later ones repeat its number."""

    brief: Brief
    citations: Citations
    words: Wording
    numbers: dict[str, int]
    annexed: bool = False
    """Whether there is an annex, to whose passages the codes lead."""
    _given: set[str] = field(default_factory=set)
    _told: set[str] = field(default_factory=set)
    """Items of which has been told what is said of them."""

    @property
    def in_text(self) -> bool:
        """Whether citations stand in the text, where no note has a number."""
        return self.citations.placement is Placement.INLINE

    def call(self, excerpt: str, item: Item | None = None) -> Call:
        """The next call of an excerpt; where citations stand in the text, an item of its own brings what is said of it.

        Args:
            excerpt: what is called.
            item: in which the call stands; none for one that stands elsewhere.
        """
        first = excerpt not in self._given
        self._given.add(excerpt)
        if self.in_text:
            note = self._said_of(item) if item and item.excerpt == excerpt else ()
        else:
            note = self._note(excerpt) if first else ()
        return Call(self.numbers[excerpt], excerpt, note, placement=self.citations.placement)

    def inlines(self, text: str, item: Item | None = None) -> tuple[Inline, ...]:
        """Own text, which may be that of an item, with its cites as calls."""
        return tuple(self._inline(part, item) for part in inlines(text))

    def bracketed(self, excerpt: str) -> str:
        """What tells an excerpt from others: its note or, where citations stand in the text, its own, in brackets."""
        if not self.in_text:
            return f"({self.words('notes', n=self.numbers[excerpt])})"
        opening, _, closing = self.citations.around
        return f"{opening}{plain(self.citations.notes[excerpt])}{closing}"

    def _inline(self, part: Own, item: Item | None) -> Inline:
        if not isinstance(part, CiteMark):
            return part
        return self.call(part.excerpt, item) if part.excerpt in self.numbers else Text(f" [@{part.excerpt}]")

    def _altered(self, excerpt: str) -> str:
        """What is altered in an excerpt that is quoted; empty where nothing is."""
        quotes = any(item.excerpt == excerpt and item.kind is ItemKind.QUOTE for _, item in self.brief.items())
        return remark(self.brief.excerpts[excerpt], self.words) if quotes else ""

    def _note(self, excerpt: str) -> tuple[Text, ...]:
        """The citation, what is altered, what the author adds, and the code."""
        items = [item for _, item in self.brief.items() if item.excerpt == excerpt]
        remarks = map(_begun, self._remarks(self._altered(excerpt), items))
        sentences = [_ended(self.citations.notes[excerpt]), *remarks]
        if self.citations.ours:
            place = f"#{place_of(self.numbers[excerpt])}" if self.annexed else ""
            sentences.append((Text(f"[{code_of(self.brief.excerpts[excerpt])}]", href=place, small=True),))
        return _spaced(sentences)

    def _said_of(self, item: Item) -> tuple[Text, ...]:
        """What is altered in the quote of an item, and what the author adds: once."""
        if item.id in self._told:
            return ()
        self._told.add(item.id)
        altered = self._altered(item.excerpt) if item.kind is ItemKind.QUOTE else ""
        first, *others = self._remarks(altered, [item]) or [()]
        return _spaced([first, *map(_begun, others)])

    def _remarks(self, altered: str, items: Sequence[Item]) -> list[tuple[Text, ...]]:
        """Sentences: what is altered in a quote, and what the author adds at its items."""
        notes = dict.fromkeys(item.note.strip() for item in items)
        return [*([(Text(altered),)] if altered else []), *(_ended(self._remark(note)) for note in notes if note)]

    def _remark(self, text: str) -> tuple[Text, ...]:
        return tuple(self._in_line(part) for part in inlines(text))

    def _in_line(self, part: Own) -> Text:
        """What a note has of a text: all of it in one line."""
        if isinstance(part, Bullet):
            return Text(f" {part.number}. " if part.number else " – ")
        return self._pointer(part) if isinstance(part, CiteMark) else part

    def _pointer(self, mark: CiteMark) -> Text:
        """A note cannot call a note: it names the number, which leads there."""
        if mark.excerpt not in self.numbers:
            return Text(f" [@{mark.excerpt}]")
        leads = "" if self.in_text else f"#n{self.numbers[mark.excerpt]}"
        return Text(f" {self.bracketed(mark.excerpt)}", href=leads)


def with_call(parts: Sequence[Inline], call: Call) -> tuple[Inline, ...]:
    """A paragraph with a call at its end; where it ends in others and a stop, beside them and before it."""
    *before, last = parts
    stands_alone = isinstance(last, Text) and last.text.strip() and not last.text.strip().strip(_STOPS)
    if stands_alone and before and isinstance(before[-1], Call):
        return (*before, call, last)
    return (*parts, call)


def _calls(brief: Brief, part: str) -> Iterator[str]:
    """What one part of the document calls, in order."""
    if part == Part.JUDGEMENTS:
        first = placed(brief)
        for judgement in brief.judgements:
            yield from cited(judgement.text)
            yield from cited(judgement.confidence.because)
            yield from (e for e in (*judgement.for_, *judgement.against) if e not in first)
    elif part == Part.SECTIONS:
        for _, item in brief.items():
            yield from item_calls(item)
    else:
        yield from cited(own_field(brief, part))


def own_field(brief: Brief, name: str) -> str:
    """A text of the author's that is a part of its own: the bottom line, or one that the form asks for."""
    return brief.bottom_line if name == Part.BOTTOM_LINE else brief.fields.get(name, "")


def _spaced(sentences: Sequence[tuple[Text, ...]]) -> tuple[Text, ...]:
    """Sentences one after the other."""
    return joined([part for sentence in sentences for part in (Text(" "), *sentence)][1:])


def _begun(sentence: Sequence[Text]) -> tuple[Text, ...]:
    """With a capital, as it stands behind a full stop; a word that has capitals elsewhere, or signs, keeps its own."""
    first = sentence[0].text if sentence else ""
    if not _SMALL.match(first):
        return tuple(sentence)
    return (replace(sentence[0], text=first[0].title() + first[1:]), *sentence[1:])


def _ended(sentence: Sequence[Text]) -> tuple[Text, ...]:
    """With a full stop, unless it ends like a sentence already."""
    end = sentence[-1].text.rstrip("”’»)]*") if sentence else ""
    return (*sentence, *(() if end.endswith(tuple(_STOPS)) else (Text("."),)))
