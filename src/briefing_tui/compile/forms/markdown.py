"""Markdown as pandoc reads it, with citations as `[@key, para. 4]`, and the sources beside it as BibLaTeX."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from briefing_tui.citations import Citations, Text, plain
from briefing_tui.model import Item, naming
from briefing_tui.model.template import OPEN_POINTS, Part
from briefing_tui.model.web_address import is_web_address, printed_address

from ..document.annex import Shown
from ..document.points import Point, Reference
from ..document.runs import Call, Inline
from ..document.tables import Table
from ..document.tree import Block, Chapter, Document, Quote
from ..exports import export
from ..job import Job
from ..languages.wording import wording
from ..page.back_matter import CUT
from . import Made
from .markdown_cites import Cites, to_note
from .markdown_text import BREAK, escaped, folded, in_lines, run, set_apart, to_place


def make(made: Made) -> dict[str, bytes]:
    """The text and, beside it, the sources."""
    text = "\n\n".join(_Writer(made.job, made.citations).document(made.document)) + "\n"
    return {"md": text.encode("utf-8", "replace"), "bib": export("bibtex", made.job.brief, made.job.articles)}


class _Writer:
    """Writes the document of one job."""

    def __init__(self, job: Job, citations: Citations) -> None:
        self._job = job
        self._citations = citations
        self._cites = Cites(job, citations)

    def document(self, document: Document) -> Iterator[str]:
        """All blocks."""
        yield self._head(document)
        if document.head:
            yield f"**{escaped(document.head)}**"
        if document.notice:
            yield f"**{escaped(' – '.join(document.notice))}**"
        for fact in document.facts:
            yield f"{escaped(fact.named)} {self.inlines([fact.value])}"
        for name in document.parts:
            if name == Part.SOURCES:
                yield from self._cites.notes(document)
            yield from self._part(document, name)
        if Part.SOURCES not in document.parts:
            yield from self._cites.notes(document)
        yield from filter(None, (escaped(document.version),))

    def _part(self, document: Document, name: str) -> Iterator[str]:
        """One part under its heading; nothing where it has nothing to say."""
        heading = f"# {escaped(document.headings.get(name, ''))}"
        if name == Part.JUDGEMENTS and document.points:
            yield heading
            for point in document.points:
                yield from self._point(point)
            yield from self._scale(document)
        elif name == Part.SECTIONS:
            for chapter in document.chapters:
                yield from self._chapter(chapter)
        elif name == Part.DECISION:
            yield heading
            yield "\n".join(f"-   [ ] {escaped(words)}" for words in document.decision)
        elif name == Part.SOURCES and document.sources:
            yield f"{heading}\n\n::: {{#refs}}\n:::"
            yield from self._described(document)
        elif name in _BEHIND:
            written = "\n\n".join(_BEHIND[name](document))
            yield from (heading, written) if written else ()
        elif paragraphs := document.paragraphs(name):
            yield heading
            yield from map(self.inlines, paragraphs)

    def _described(self, document: Document) -> Iterator[str]:
        """What styles do not print of each source, by its key: who republished it, its grade; what the grades mean."""
        known = zip(self._citations.sources, document.sources, strict=True)
        about = [(source.article, list(self._about(source.article, runs))) for source, runs in known]
        lines = [f"-   @{key}: {escaped(' · '.join(said))}" for key, said in about if said]
        yield from ["\n".join(lines)] if lines else []
        yield from [escaped(document.sources_key)] if document.sources_key else []

    def _about(self, key: str, source: Iterable[Text]) -> Iterator[str]:
        article = self._job.articles.get(key)
        if article and article.metadata.republished_by:
            outlet = naming.marked(article.metadata, "republished-by", article.metadata.republished_by)
            yield wording(self._job.language).terms.republished.format(outlet=outlet)
        yield from (run.text.strip(" []") for run in source if run.small)
        if article and article.metadata.url and not is_web_address(printed_address(article.metadata.url)):
            yield article.metadata.url

    def _point(self, point: Point) -> Iterator[str]:
        yield f"**{point.number}.** {self.inlines(point.inlines)}"
        about = [escaped(point.likelihood), self.inlines(point.confidence)]
        about += [
            f"{escaped(s.label)} {s.comma.join(map(self._reference, s.references))}{s.stop}" for s in point.support
        ]
        yield " ".join(filter(None, about))

    def _reference(self, reference: Reference) -> str:
        """The number of a paragraph or, for an excerpt that stands in none, that of its note with the call."""
        label = escaped(reference.label)
        named = to_note(label, reference.note) if reference.note else label
        return named + (self._cites.together([reference.call]) if reference.call else "")

    def _scale(self, document: Document) -> Iterator[str]:
        if document.scale.terms:
            yield escaped(document.scale.said)

    def inlines(self, parts: Iterable[Inline | str], item: Item | None = None) -> str:
        """Inline content with its calls. Each item of a list begins a line, after an empty one."""
        written: list[str] = []
        for called, group in groupby(parts, lambda part: isinstance(part, Call)):
            if called:
                written.append(self._cites.together([part for part in group if isinstance(part, Call)], item))
            else:
                text = "".join(map(run, group))  # a bracket behind a citation would make a link of both
                written += ["\\" * (bool(written) and text.startswith("(")), text]
        return "".join(written)

    def _head(self, document: Document) -> str:
        known: Mapping[str, str] = {
            "title": document.title.text,
            "author": document.author,
            "date": self._job.brief.date,
            "lang": document.language,
            "bibliography": f"{self._job.output.stem}.bib",
        }
        lines = [f"{key}: {json.dumps(escaped(value), ensure_ascii=False)}" for key, value in known.items() if value]
        return "\n".join(("---", *lines, "---"))

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        yield f"{'#' * chapter.level} {escaped(f'{chapter.number} {chapter.title}'.strip())}"
        for block in chapter.blocks:
            yield self._block(block)
            if block.warning:
                yield f"**≠ {escaped(block.warning)}**"

    def _block(self, block: Block) -> str:
        item = self._job.brief.item(block.item)
        context = f" · {to_place(block.context)}" if block.context else ""
        if not isinstance(block, Quote):
            number = f"{block.number}\u2002" if block.number else ""
            return f"{number}{self.inlines(in_lines(block.inlines), item)}{context}"
        opening, closing = block.marks
        words = "\n\n".join(
            "".join(f"*{escaped(text)}*" if bright else escaped(text) for text, bright in stretch.looks)
            for stretch in block.printed
        )
        said = f"{escaped(opening)}{words}{escaped(closing)}{self._cites.after(block.call, item)}"
        said = f"{self.inlines(block.lead)}\n\n{said}" if block.lead else said
        under = self._cites.attribution(block.call, block.attribution, item)
        return "\n".join(set_apart(f"{block.number}\u2002{said}\n\n{under}{context}"))


def _timeline(document: Document) -> Iterator[str]:
    if document.timeline.moments:
        yield _table(document.timeline.table())
        yield from filter(None, [escaped(document.timeline.note)])


def _coverage(document: Document) -> Iterator[str]:
    if document.coverage.rows:
        yield from (escaped(document.coverage.caption), _table(document.coverage))


def _annex(document: Document) -> Iterator[str]:
    for entry in document.annex:
        yield f"## {entry.number}\u2002{''.join(map(run, entry.source))} {{#{entry.place}}}"
        yield escaped(" · ".join(entry.about))
        yield from filter(None, [f"**≠ {escaped(entry.warning)}**" if entry.warning else ""])
        yield from (f"> {_in_context(shown)}" for shown in entry.paragraphs)


def _open(document: Document) -> Iterator[str]:
    """What is open in a draft, as a list; the messages say their language where it is another."""
    listed = document.open
    if not listed.points:
        return
    before, after = ("[", f']{{lang="{listed.language}" dir="ltr"}}') if listed.language else ("", "")
    yield escaped(listed.about)
    for point in listed.points:
        weight = " · ".join(filter(None, (f"**{escaped(point.weight)}**", escaped(plain(point.places)))))
        said = (f"{before}{_in_cell(text)}{after}" for text in (point.message, point.advice))
        yield f"-   {f'{BREAK}    '.join((weight, *said))}"
    yield from map(escaped, filter(None, (listed.rest, listed.later)))


def _in_context(shown: Shown) -> str:
    """A paragraph of a source, the excerpt marked as pandoc's span of class `mark`."""
    words = (folded(escaped(s.text)) for s in shown.stretches)
    said = "".join(f"[{w}]{{.mark}}" if s.marked else w for w, s in zip(words, shown.stretches, strict=True))
    before, after = f"\\{CUT[:-1]}\\{CUT[-1]} " * shown.cut_before, f" \\{CUT[:-1]}\\{CUT[-1]}" * shown.cut_after
    return f"{escaped(shown.label)}\u2002{before}{said}{after}".strip()


def _table(given: Table) -> str:
    """A table with pipes, numbers at the right."""
    rule = ["--:" if isinstance(cell, int) else ":--" for cell in given.rows[0]]
    head, *rows = (map(_in_cell, row) for row in (given.head, *given.rows))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _in_cell(cell: str | int) -> str:
    return folded(escaped(str(cell)))


_BEHIND: Mapping[str, Callable[[Document], Iterator[str]]] = {
    Part.TIMELINE: _timeline,
    Part.COVERAGE: _coverage,
    Part.ANNEX: _annex,
    OPEN_POINTS: _open,
}
"""What writes each part behind the argument."""
