"""From a brief to the tree of its briefing. Pure: the same values give the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing_tui.citations import Citations
from briefing_tui.model import Brief, ExcerptState, Item, ItemKind, Judgement, TextKind
from briefing_tui.model.standards import SCALE_NAMES, SCALES

from .attribution import attribution, place
from .document import (
    Block,
    Chapter,
    Document,
    Inline,
    Passage,
    Point,
    Quote,
    Reference,
    Scale,
    Support,
)  # fmt: skip
from .job import Job
from .notes import Notes, called, placed
from .own_text import cited, paragraphs
from .scripts import base_language, is_rtl, is_rtl_language, script_language
from .wording import Wording, wording

_FACTS = (
    ("addressee", "addressee"),
    ("author", "author"),
    ("reference", "reference"),
    ("issued", "date"),
    ("cut-off", "cut_off"),
)


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
    bottom_line = tuple(builder.notes.inlines(p) for p in paragraphs(brief.bottom_line))
    points = tuple(builder.point(n, judgement) for n, judgement in enumerate(brief.judgements, 1))
    chapters = tuple(builder.chapters())
    return Document(
        title=brief.title or words("no-title"),
        language=brief.language,
        rtl=is_rtl_language(brief.language),
        author=brief.author,
        reference=brief.reference,
        marking=brief.marking,
        facts=tuple(_facts(brief, words)),
        notice=() if job.final else _notice(job, words),
        bottom_line=bottom_line,
        points=points,
        scale=_scale(brief, words),
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

    def point(self, number: int, judgement: Judgement) -> Point:
        """A key judgement with what it rests on."""
        return Point(
            number=number,
            id=judgement.id,
            inlines=self.notes.inlines(judgement.text or self.words("no-text")),
            likelihood=self._likelihood(judgement.likelihood),
            confidence=self._confidence(judgement),
            support=tuple(
                Support(self.words(key), references)
                for key, ids in (("for", judgement.for_), ("against", judgement.against))
                if (references := self._references(ids))
            ),
        )

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
        texts = paragraphs(item.text) or [self.words("no-text")]
        warning = self._warning(item)
        for number, text in zip(numbers, texts, strict=True):
            own = [item.excerpt] if text is texts[-1] and self._needs_call(item) else []
            yield Passage(number, item.id, self.notes.inlines(text, *own), warning if text is texts[-1] else "")

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
        return Quote(
            number=number,
            item=item.id,
            text=excerpt.exact.strip(),
            marks=marks.marks_around(excerpt.exact),
            language="" if own else language,
            rtl=rtl,
            call=self.notes.call(excerpt.id),
            attribution=attribution(excerpt, article, where, self.words),
            warning=self._warning(item),
        )

    def _warning(self, item: Item) -> str:
        """Why the words of an item cannot be relied on; empty where they can."""
        excerpt = self.job.brief.excerpts.get(item.excerpt)
        if excerpt is None:
            return ""
        article = self.job.articles.get(excerpt.article)
        if article is None:
            return self.words("gone")
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


def _facts(brief: Brief, words: Wording) -> Iterator[tuple[str, str]]:
    for label, field in _FACTS:
        value = getattr(brief, field)
        if value:
            yield words(label), words.written_date(value) if field in ("date", "cut_off") else value


def _notice(job: Job, words: Wording) -> tuple[str, ...]:
    unverified = job.unverified()
    quotes = len(job.brief.quoted() & set(unverified))
    if not unverified:
        return (words("draft"),)
    return words("draft"), words("unverified", n=len(unverified), quotes=quotes)


def _scale(brief: Brief, words: Wording) -> Scale:
    """The likelihood scale, where a judgement uses one."""
    used = {j.likelihood.casefold() for j in brief.judgements if j.likelihood}
    terms = SCALES.get(brief.scale, ()) if used else ()
    if not terms:
        return Scale()
    listed = tuple((t.word, words("range", low=t.low, high=t.high), t.word in used) for t in terms)
    return Scale(SCALE_NAMES[brief.scale], words("per-cent"), listed)
