"""From a brief to the tree of its briefing. Pure: the same values give the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing_tui.citations import Citations
from briefing_tui.model import Brief, ExcerptState, Item, ItemKind, Judgement, TextKind
from briefing_tui.model.own_text import cited, paragraphs
from briefing_tui.model.standards import SCALES

from . import cover
from .attribution import attribution, place
from .document import (
    Block,
    Chapter,
    Document,
    Gap,
    Inline,
    Passage,
    Point,
    Quote,
    Reference,
    Support,
)  # fmt: skip
from .job import Job
from .notes import Notes, called, placed
from .scripts import base_language, is_rtl, is_rtl_language, script_language
from .wording import Wording, wording


def build(job: Job, citations: Citations) -> Document:
    """Number and arrange everything that the briefing says.

    Args:
        job: the brief with its articles and what became of its excerpts.
        citations: a note for each excerpt that is called, and the list of sources.
    """
    brief = job.brief
    words = wording(brief.language)
    numbers = {excerpt: n for n, excerpt in enumerate(called(brief), 1)}
    builder = _Builder(job, words, Notes(brief, citations, words, numbers), _paragraph_numbers(brief), placed(brief))
    bottom_line = builder.paragraphs(brief.bottom_line, "no-bottom-line")
    points = tuple(builder.point(n, judgement) for n, judgement in enumerate(brief.judgements, 1))
    chapters = tuple(builder.chapters())
    return Document(
        title=cover.title(brief, words),
        language=brief.language,
        rtl=is_rtl_language(brief.language),
        author=brief.author,
        reference=brief.reference,
        marking=brief.marking,
        facts=tuple(cover.facts(brief, words)),
        notice=() if job.final else cover.notice(job, words),
        bottom_line=bottom_line,
        points=points,
        scale=cover.scale(brief, words),
        chapters=chapters,
        sources=tuple(source.text for source in citations.sources),
        headings={key: words(key) for key in ("bottom-line", "judgements", "sources", "page", "of")},
    )


@dataclass(frozen=True, slots=True)
class _Builder:
    """What the parts of one briefing share while it is built."""

    job: Job
    words: Wording
    notes: Notes
    paragraph_numbers: dict[str, list[str]]
    placed: dict[str, str]
    introduced: set[tuple[str, str]] = field(default_factory=set)
    """Speakers whose role a quotation before has told."""

    def point(self, number: int, judgement: Judgement) -> Point:
        """A key judgement with what it rests on."""
        return Point(
            number=number,
            id=judgement.id,
            inlines=self.notes.inlines(judgement.text.strip()) or (Gap(self.words("no-text")),),
            likelihood=self._likelihood(judgement.likelihood),
            confidence=self._confidence(judgement),
            support=tuple(
                Support(self.words(key), references)
                for key, ids in (("for", judgement.for_), ("against", judgement.against))
                if (references := self._references(ids))
            ),
        )

    def paragraphs(self, text: str, gap: str) -> tuple[tuple[Inline, ...], ...]:
        """The paragraphs of own text, or a mark of what is still to be written."""
        return tuple(self.notes.inlines(p) for p in paragraphs(text)) or ((Gap(self.words(gap)),),)

    def chapters(self) -> Iterator[Chapter]:
        """The sections; those of the second level carry no number of their own."""
        number = 0
        for section in self.job.brief.sections:
            level = 1 if number == 0 else section.level
            number += level == 1
            blocks = tuple(block for item in section.items for block in self._blocks(item))
            yield Chapter(str(number) if level == 1 else "", section.id, section.title, level, blocks)

    def _blocks(self, item: Item) -> Iterator[Block]:
        numbers = self.paragraph_numbers[item.id]
        if item.kind is ItemKind.QUOTE and item.excerpt in self.job.brief.excerpts:
            yield self._quote(item, numbers[0])
            return
        *others, last = self.paragraphs(item.text, "no-text")
        if self._needs_call(item):
            last = (*last, self.notes.call(item.excerpt))
        for number, inlines in zip(numbers, others, strict=False):
            yield Passage(number, item.id, inlines)
        yield Passage(numbers[-1], item.id, last, self._warning(item))

    def _needs_call(self, item: Item) -> bool:
        if item.kind is ItemKind.TEXT or item.excerpt not in self.job.brief.excerpts:
            return False
        return item.excerpt not in cited(item.text)

    def _quote(self, item: Item, number: str) -> Quote:
        excerpt = self.job.brief.excerpts[item.excerpt]
        article = self.job.articles.get(excerpt.article)
        rtl = is_rtl(excerpt.exact)
        language = article.metadata.language if article else ""
        if rtl and not is_rtl_language(language):
            language = script_language(excerpt.exact)
        own = base_language(language) == base_language(self.job.brief.language)
        marks = wording(language) if rtl else self.words
        where = place(excerpt, article, self.job.verifications.get(excerpt.id))
        who = (excerpt.speaker.name, excerpt.speaker.role) if excerpt.speaker else ("", "")
        introduced = who in self.introduced
        self.introduced.add(who)
        return Quote(
            number=number,
            item=item.id,
            text=excerpt.exact.strip(),
            marks=marks.marks_around(excerpt.exact),
            language="" if own else language,
            rtl=rtl,
            call=self.notes.call(excerpt.id),
            attribution=attribution(excerpt, article, where, self.words, introduced=introduced),
            warning=self._warning(item),
        )

    def _warning(self, item: Item) -> str:
        """Why the words of an item cannot be relied on; empty where they can."""
        excerpt = self.job.brief.excerpts.get(item.excerpt)
        if excerpt is None:
            return "" if item.kind is ItemKind.TEXT else self.words("gone")
        article = self.job.articles.get(excerpt.article)
        if article is None:
            return self.words("unreadable" if excerpt.article in self.job.unreadable else "gone")
        if not self.job.verified(excerpt.id):
            found = self.job.verifications.get(excerpt.id)
            altered = found is not None and found.state is ExcerptState.ALTERED
            return self.words("altered" if altered else "vanished")
        digest = item.kind is ItemKind.QUOTE and article.metadata.text is TextKind.DIGEST
        return self.words("digest") if digest else ""

    def _likelihood(self, term: str) -> str:
        if not term:
            return ""
        text = self.words("likelihood", term=term)
        for known in SCALES.get(self.job.brief.scale, ()):
            if known.word == term.casefold():
                text += f" ({self.words('range', low=known.low, high=known.high)} %)"
        return text + "."

    def _confidence(self, judgement: Judgement) -> tuple[Inline, ...]:
        level, because = judgement.confidence.level, judgement.confidence.because.strip()
        if not level:
            return ()
        key = "confidence-sentence" if because[:1].isupper() else "confidence-because" if because else "confidence"
        sentence = self.words(key, level=self.words.levels.get(level, level), because=because)
        return self.notes.inlines(sentence if sentence.endswith((".", "!", "?")) else sentence + ".")

    def _references(self, ids: tuple[str, ...]) -> tuple[Reference, ...]:
        """Pointers to the paragraphs that use the excerpts, each once; the call of its note for any other."""
        references: dict[str, Reference] = {}
        for excerpt in ids:
            if excerpt in self.placed:
                item = self.placed[excerpt]
                label = self.paragraph_numbers[item][0]
                references[label] = Reference(label, item=item)
            elif excerpt in self.notes.numbers:
                call = self.notes.call(excerpt)
                label = self.words("notes", n=call.number)
                references[label] = Reference(label, call=call)
        return tuple(references.values())


def _paragraph_numbers(brief: Brief) -> dict[str, list[str]]:
    """The numbers of the paragraphs of each item: 1.1, 1.2 … within each section of the first level."""
    numbers: dict[str, list[str]] = {}
    chapter = paragraph = 0
    for section in brief.sections:
        if chapter == 0 or section.level == 1:
            chapter, paragraph = chapter + 1, 0
        for item in section.items:
            count = 1 if item.kind is ItemKind.QUOTE else len(paragraphs(item.text)) or 1
            numbers[item.id] = [f"{chapter}.{paragraph + n}" for n in range(1, count + 1)]
            paragraph += count
    return numbers
