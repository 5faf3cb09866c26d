"""What stands behind the argument: the sources weighed and described, in time and by theme, and the annex. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing_tui.citations import Citations, Placement, Text, joined
from briefing_tui.model import Article, Excerpt
from briefing_tui.model.admiralty import grade
from briefing_tui.model.codes import code_of
from briefing_tui.model.language_tags import known_tag
from briefing_tui.model.template import Part

from ..job import Job
from ..languages.scripts import base_language, is_rtl, is_rtl_language, script_language
from ..languages.wording import Wording
from .annex import Entry, context, is_digest, place_of
from .attribution import attribution, place, trouble
from .runs import Call, Inline
from .statement import statement, told
from .tables import NO_TABLE, coverage
from .timeline import NO_TIMELINE, timeline
from .tree import Block, Document, Passage, Quote
from .uses import Uses
from .works import one_of_each

_PLACES = "\0"
"""Stands for the places in the words around them."""


@dataclass(frozen=True, slots=True)
class BackMatter:
    """What it is made from."""

    job: Job
    citations: Citations
    words: Wording
    numbers: Mapping[str, int]
    """Of the notes, by excerpt, in their order."""
    used: Uses
    """Where the briefing uses each excerpt."""

    def added(self, document: Document) -> Document:
        """The document with what its form has a place for."""
        asked, rtl = document.parts, document.rtl
        annex = tuple(map(self._entry, self.numbers)) if Part.ANNEX in asked else ()
        chapters = document.chapters
        if annex:
            chapters = tuple(replace(c, blocks=tuple(map(self._in_context, c.blocks))) for c in chapters)
        prose: dict[str, tuple[tuple[Inline, ...], ...]] = dict(document.prose)
        counted = statement(self.job, tuple(self.numbers)) if Part.STATEMENT in asked and self.numbers else None
        if counted:
            prose[Part.STATEMENT] = ((Text(told(counted, self.words, rtl=rtl)),),)
        return replace(
            document,
            chapters=chapters,
            prose=prose,
            statement=counted,
            timeline=timeline(self._cited(), self.words) if Part.TIMELINE in asked else NO_TIMELINE,
            coverage=coverage(self._cited(), self.job.themes, self.words) if Part.COVERAGE in asked else NO_TABLE,
            sources=tuple(self._sources(described=Part.STATEMENT in asked)),
            sources_key=self._sources_key(),
            annex=annex,
        )

    def _cited(self) -> tuple[Article, ...]:
        """The articles, in the order of their first notes; those that are gone are left out."""
        cited = (self.job.brief.excerpts[e].article for e in self.numbers)
        ids = dict.fromkeys(one_of_each(self.job.articles, cited).values())
        return tuple(self.job.articles[a] for a in ids if a in self.job.articles)

    def _sources(self, *, described: bool) -> Iterator[tuple[Text, ...]]:
        """The list of sources, with what is known of each where the form weighs them, and how it is graded."""
        for source in self.citations.sources:
            article = self.job.articles.get(source.article)
            about = "\u00a0· ".join(self._about(article) if article and described else filter(None, [_graded(article)]))
            yield (*source.text, *([Text(f" [{about}]", small=True)] if about else []))

    def _sources_key(self) -> str:
        """What the letters and figures of the grades mean that the list of sources has; a style may have no list."""
        listed = [self.job.articles.get(source.article) for source in self.citations.sources]
        signs = sorted({sign for article in listed for sign in _graded(article)}, key=lambda s: (s.isdigit(), s))
        grades = self.words.terms.semicolon.join(f"{sign}\u00a0{self.words(f'admiralty-{sign}')}" for sign in signs)
        return self.words("admiralty-key", grades=grades) if signs else ""

    def _about(self, article: Article) -> Iterator[str]:
        """A factual line: what it is, in which language, whether we have all of it, and its grade."""
        data = article.metadata
        kind = self.words.words.get(f"kind-{data.type}", "")
        language = self.words.language(tag) if (tag := known_tag(data.language)) else ""
        text = self.words("our-digest" if is_digest(article) else "full-text")
        yield from filter(None, (kind, language, text, _graded(article)))

    def _entry(self, excerpt_id: str) -> Entry:
        words = self.words
        excerpt = self.job.brief.excerpts[excerpt_id]
        article = self.job.articles.get(excerpt.article)
        found = self.job.verifications.get(excerpt_id)
        wrong = trouble(excerpt, self.job, words)
        rtl = is_rtl(excerpt.exact)
        return Entry(
            number=self.numbers[excerpt_id],
            excerpt=excerpt_id,
            code=code_of(excerpt),
            source=attribution(excerpt, article, place(excerpt, article, found, words.terms), words, opens=True),
            used=self._used(excerpt_id),
            paragraphs=context(excerpt, article, found, words.terms),
            language=self._language(excerpt, article, rtl=rtl),
            rtl=rtl,
            warning=f"{wrong}. {words('annex-was')}" if wrong else "",
            digest=words("annex-digest") if is_digest(article) else "",
        )

    def _used(self, excerpt_id: str) -> tuple[Text, ...]:
        """'used in 1, 4', each of them a link."""
        before, _, after = self.words("used-in", n=_PLACES).partition(_PLACES)
        places = [Text(use.label, href=f"#{use.place}") for use in self.used.of(excerpt_id)]
        spaced = [part for place in places for part in (Text(self.words.terms.several), place)]
        return joined((Text(before), *spaced[1:], Text(after)))

    def _language(self, excerpt: Excerpt, article: Article | None, *, rtl: bool) -> str:
        """The language of a passage, where it is not the briefing's own."""
        language = known_tag(article.metadata.language) if article else ""
        if rtl and not is_rtl_language(language):
            language = script_language(excerpt.exact)
        return "" if base_language(language) == base_language(self.job.language) else language

    def _in_context(self, block: Block) -> Block:
        """A paragraph with what leads to its passage: under a quote, and where no note has a code that does."""
        item = self.job.brief.item(block.item)
        number = self.numbers.get(item.excerpt, 0) if item else 0
        by_note = self.citations.ours and self.citations.placement is not Placement.INLINE
        if not number or (by_note and not isinstance(block, Quote)):
            return block
        leads = Text(self.words("in-context"), href=f"#{place_of(number)}")
        if item and isinstance(block, Passage) and self.citations.placement is Placement.INLINE:
            return replace(block, inlines=tuple(self._leading(part, item.excerpt, leads) for part in block.inlines))
        return replace(block, context=leads)

    def _leading(self, part: Inline, excerpt: str, leads: Text) -> Inline:
        """The citation of an excerpt with what leads to its passage, before what closes it."""
        if not isinstance(part, Call) or part.excerpt != excerpt or not part.words:
            return part
        *others, last = part.words
        end = self.citations.around[2] if last.text.endswith(self.citations.around[2]) else ""
        cited = replace(last, text=last.text.removesuffix(end))
        return replace(part, words=joined((*others, cited, Text(" · "), leads, Text(end))))


def _graded(article: Article | None) -> str:
    return grade(article.metadata) if article else ""
