"""From a brief to the tree of its briefing. Pure: the same values give the same tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefing_tui.citations import Citations, Placement, Text
from briefing_tui.model import Item, ItemKind, Judgement
from briefing_tui.model.blank import is_blank
from briefing_tui.model.language_tags import known_tag
from briefing_tui.model.own_text import cited, paragraphs
from briefing_tui.model.standards import SCALES
from briefing_tui.model.template import Core, Part, Template

from .document import cover
from .document.annex import is_digest
from .document.attribution import attribution, place, trouble
from .document.back_matter import BackMatter
from .document.contents import with_contents
from .document.french import with_french_spaces
from .document.gaps import with_gaps
from .document.inline import set_in_text
from .document.listing import parted, run_in
from .document.notes import Notes, called, own_field, with_call, with_endnotes
from .document.numbering import gaps, judgement_number, paragraph_numbers, section_number, with_required
from .document.open_places import with_open_points
from .document.own_text import in_one_line
from .document.points import Point, Reference, Scale, Support
from .document.runs import Gap, Inline
from .document.tree import Block, Chapter, Document, Passage, Quote
from .document.uses import Uses, uses
from .job import Job
from .languages.scripts import base_language, is_rtl, is_rtl_language, script_language
from .languages.wording import Wording, wording
from .page.version import with_version

Paragraphs = tuple[tuple[Inline, ...], ...]


def build(job: Job, citations: Citations) -> Document:
    """Number and arrange everything that the briefing says.

    Args:
        job: the brief with its articles and what became of its excerpts.
        citations: a note for each excerpt that is called, and the list of sources.
    """
    brief = job.brief
    template = job.template()
    words = wording(job.language).with_words(template.words_of(job.language))
    numbers = {excerpt: n for n, excerpt in enumerate(called(brief, template.parts), 1)}
    notes = Notes(brief, citations, words, numbers, annexed=Part.ANNEX in template.parts)
    paragraphs = paragraph_numbers(brief, template.numbering)
    used = uses(brief, template.parts, paragraphs, template.numbering, words)
    builder = _Builder(job, template, words, notes, paragraphs, used)
    bottom_line: Paragraphs = ()
    points: tuple[Point, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    prose: dict[str, Paragraphs] = {}
    shown = with_endnotes(template.parts, citations.placement)
    needed = cover.needed(template, final=job.final)
    for part in template.parts:  # the first call of an excerpt brings its note along, so the order is the printed one
        if part == Part.BOTTOM_LINE:
            bottom_line = builder.own_field(part)
        elif part == Part.JUDGEMENTS:
            points = tuple(builder.point(n, judgement) for n, judgement in enumerate(brief.judgements, 1))
        elif part == Part.SECTIONS:
            chapters = tuple(builder.chapters())
        elif template.field(part):
            prose[part] = builder.own_field(part)
    document = Document(
        title=cover.title(brief, words),
        language=job.language,
        rtl=is_rtl_language(job.language),
        author=brief.author,
        reference=brief.reference,
        marking=brief.marking,
        unmarked=words("no-marking") if "marking" in needed and is_blank(brief.marking) else "",
        facts=tuple(cover.facts(brief, words, needed)),
        notice=() if job.final else cover.notice(job, words),
        bottom_line=bottom_line,
        points=points,
        scale=cover.scale(brief, words) if points else Scale(),
        chapters=chapters,
        sources=tuple(source.text for source in citations.sources),
        headings={key: words.label(key) for key in (*template.headed(), "endnotes", "page", "of")},
        parts=shown,
        prose=prose,
        placement=citations.placement,
        decision=(words("approve"), words("disapprove")) if Part.DECISION in template.parts else (),
    )
    if citations.placement is Placement.INLINE:
        document = set_in_text(document, citations)
    document = BackMatter(job, citations, words, numbers, used).added(document)
    document = with_french_spaces(with_contents(document, brief))
    return with_open_points(with_version(document, words), job, words)


@dataclass(frozen=True, slots=True)
class _Builder:
    """What the parts of one briefing share while it is built."""

    job: Job
    template: Template
    words: Wording
    notes: Notes
    numbers: dict[str, list[str]]
    used: Uses
    introduced: set[tuple[str, str]] = field(default_factory=set)
    """Speakers whose role a quotation before has told."""

    def point(self, number: int, judgement: Judgement) -> Point:
        """A key judgement with what it rests on, and in a draft with marks of what it lacks."""
        said = self._confidence(judgement)
        return Point(
            number=judgement_number(number, self.template.numbering, self.words),
            id=judgement.id,
            inlines=self._judged(judgement.text.strip()) or (Gap(self.words("no-text")),),
            likelihood=self._likelihood(judgement.likelihood),
            confidence=said if self.job.final else with_gaps(said, judgement, self.job.brief.scale, self.words),
            support=tuple(
                Support(self.words(key), references, self.words.terms.several)
                for key, ids in (("for", judgement.for_), ("against", judgement.against))
                if (references := self._references(ids))
            ),
        )

    def _judged(self, text: str) -> tuple[Inline, ...]:
        """The words of a judgement, which are one paragraph: a list that something follows is run in."""
        said = self.notes.inlines(text)
        *before, _ = paragraphs(text) or [""]
        return run_in(said) if any(parted(self.notes.inlines(one))[1] for one in before) else said

    def own_field(self, part: str) -> Paragraphs:
        """The paragraphs of a text that the form has a place for; a mark where it is required and not there."""
        text = own_field(self.job.brief, part)
        if is_blank(text) and not self.template.requires(part):
            return ()
        gap = "no-bottom-line" if part == Part.BOTTOM_LINE else "not-written"
        return self.paragraphs(text, gap)

    def paragraphs(self, text: str, gap: str, item: Item | None = None) -> Paragraphs:
        """The paragraphs of own text, or a mark of what is still to be written."""
        return tuple(self.notes.inlines(p, item) for p in paragraphs(text)) or ((Gap(self.words(gap)),),)

    def chapters(self) -> Iterator[Chapter]:
        """The sections; those of the second level carry no number of their own."""
        number = 0
        sections = with_required(self.job.brief, self.template, self.words)
        missing = gaps(sections, self.template, self.words)
        for section in sections:
            level = 1 if number == 0 else section.level
            number += level == 1
            blocks = tuple(block for item in section.items for block in self._blocks(item))
            if section.id in missing:
                blocks = (Passage("", section.id, (Gap(self.words("not-written")),)),)
            shown = section_number(number, self.template.numbering) if level == 1 else ""
            yield Chapter(shown, section.id, section.title, level, blocks)

    def _blocks(self, item: Item) -> Iterator[Block]:
        numbers = self.numbers[item.id]
        if item.kind is ItemKind.QUOTE and item.excerpt in self.job.brief.excerpts:
            yield self._quote(item, numbers[0])
            return
        lead, (first, *others) = self._lead(item), self.paragraphs(item.text, "no-text", item)
        *before, last = ((*lead, Text(" "), *first) if lead else first, *others)
        if self._needs_call(item):
            last = with_call(last, self.notes.call(item.excerpt, item))
        for number, inlines in zip(numbers, before, strict=False):
            yield Passage(number, item.id, inlines, led=bool(lead) and number == numbers[0])
        yield Passage(numbers[-1], item.id, last, self._warning(item), led=bool(lead) and not before)

    def _lead(self, item: Item) -> tuple[Text, ...]:
        """The core statement where the form prints it, in bold and in one line; a cite in it calls no note."""
        core = item.core.strip()
        if not core or self.template.core is not Core.LEAD:
            return ()
        ended = core if core.endswith((".", "!", "?", ":", "…")) else core + "."
        return tuple(replace(part, bold=True) for part in in_one_line(ended))

    def _needs_call(self, item: Item) -> bool:
        if item.kind is ItemKind.TEXT or item.excerpt not in self.job.brief.excerpts:
            return False
        return item.excerpt not in cited(item.text)

    def _quote(self, item: Item, number: str) -> Quote:
        excerpt = self.job.brief.excerpts[item.excerpt]
        article = self.job.articles.get(excerpt.article)
        rtl = is_rtl(excerpt.exact)
        language = known_tag(article.metadata.language) if article else ""
        if rtl and not is_rtl_language(language):
            language = script_language(excerpt.exact)
        own = base_language(language) == base_language(self.job.language)
        printed = excerpt.printed()
        said = "\n\n".join(stretch.text for stretch in printed)
        where = place(excerpt, article, self.job.verifications.get(excerpt.id), self.words.terms)
        who = (excerpt.speaker.name, excerpt.speaker.role) if excerpt.speaker else ("", "")
        introduced = who in self.introduced
        self.introduced.add(who)
        return Quote(
            number=number,
            item=item.id,
            exact=excerpt.exact.strip(),
            printed=printed,
            marks=self.words.marks_around(said, turned=rtl != is_rtl_language(self.job.language)),
            language="" if own else language,
            rtl=rtl,
            call=self.notes.call(excerpt.id, item),
            attribution=attribution(excerpt, article, where, self.words, introduced=introduced),
            warning=self._warning(item),
            lead=self._lead(item),
        )

    def _warning(self, item: Item) -> str:
        """Why the words of an item cannot be relied on; empty where they can."""
        excerpt = self.job.brief.excerpts.get(item.excerpt)
        if excerpt is None:
            return "" if item.kind is ItemKind.TEXT else self.words("gone")
        wrong = trouble(excerpt, self.job, self.words)
        digest = item.kind is ItemKind.QUOTE and is_digest(self.job.articles.get(excerpt.article))
        return wrong or (self.words("digest") if digest else "")

    def _likelihood(self, term: str) -> str:
        if not term:
            return ""
        text = self.words("likelihood", term=self.words.likelihood(term))
        for known in SCALES.get(self.job.brief.scale, ()):
            if known.word == term.casefold():
                text += f" ({self.words('range-per-cent', low=known.low, high=known.high)})"
        return text + "."

    def _confidence(self, judgement: Judgement) -> tuple[Inline, ...]:
        level, because = judgement.confidence.level, judgement.confidence.because.strip()
        if not level:
            return ()
        key = "confidence-sentence" if because[:1].isupper() else "confidence-because" if because else "confidence"
        sentence = self.words(key, level=self.words.levels.get(level, level), because=because)
        return run_in(self.notes.inlines(sentence if sentence.endswith((".", "!", "?")) else sentence + "."))

    def _references(self, ids: tuple[str, ...]) -> tuple[Reference, ...]:
        """Pointers to the paragraphs that give the excerpts, each once, in their order; the calls of notes for others.

        Where a paragraph uses several, it is named which of them is meant.
        """
        references: dict[str, Reference] = {}
        order = {label: n for n, label in enumerate(label for labels in self.numbers.values() for label in labels)}
        uses = {e: use for e in ids if (use := self.used.foremost(e))}
        for excerpt in sorted(ids, key=lambda e: order.get(uses[e].label, -1) if e in uses else len(order)):
            if use := uses.get(excerpt):
                shared = self.used.is_shared(use)
                label = f"{use.label} {self.notes.bracketed(excerpt)}" if shared else use.label
                named = self.notes.numbers[excerpt] if shared and not self.notes.in_text else 0
                references[label] = Reference(label, item=use.place, note=named)
            elif excerpt in self.notes.numbers:
                call = self.notes.call(excerpt)
                references[f"n{call.number}"] = Reference(self.words("notes", n="").strip(), call=call)
        return tuple(references.values())
