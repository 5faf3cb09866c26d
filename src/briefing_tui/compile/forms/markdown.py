"""Markdown as pandoc reads it, with citations as `[@key, para. 4]`, and the sources beside it as BibLaTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefing_tui.citations import Citations, Text, plain
from briefing_tui.model import Item, ItemKind, naming
from briefing_tui.model.own_text import pieces
from briefing_tui.model.template import OPEN_POINTS, Part

from ..annex import Shown
from ..attribution import place
from ..document import Block, Bullet, Call, Chapter, Document, Inline, Point, Quote
from ..exports import export
from ..html_back import CUT
from ..inline import with_remark
from ..job import Job
from ..quoted import remark
from ..scripts import printable
from ..tables import Table
from ..wording import wording
from . import Made

_SPECIAL = re.compile(
    r"""(?x) [\\`*_{}\[\]<>\#@$~^|"']  # what marks, opens or closes something
    | &(?=[\#\w])  # an entity
    | -(?=-) | (?<=-)- | \.(?=\.) | (?<=\.)\.  # dashes and an ellipsis
    """
)
_START = re.compile(r"^(\s*)(?=[-+:=%])|^(\s*\(?(?:\d+|[A-Za-z]|[IVXLCDMivxlcdm]+))(?=[.)](?:\s|$))", re.MULTILINE)
"""What would begin a list, a definition, a table, or underline a heading."""
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_ABBREVIATED = (
    "aet aetat al Apr Aug bk Bros c Capt cf ch chap chs Co col Corp cp d Dec Dr e.g ed eds esp f fasc Feb ff fig fl "
    "fol fols Fr Gen Gov Hon i.e ill Inc incl Jan Jr Jul Jun Ltd M.A M.D Mar Mr Mrs Ms n n.b nn No Nov Oct p Ph.D pp "
    "Pres Prof pt q.v Rep Rev s.v s.vv saec sec Sen Sep Sept Sgt Sr St univ viz vol vs"
)
_ABBREVIATION = re.compile(rf"\b({'|'.join(map(re.escape, _ABBREVIATED.split()))})\.(?=\s)")
"""After these pandoc would bind the next word with a space that does not break."""
_PARAGRAPHS = re.compile("¶¶? ")
_BREAK = "\\\n"
"""Ends a line and no paragraph."""
_FOLD = re.compile(r"\s+")


def make(made: Made) -> dict[str, bytes]:
    """The text and, beside it, the sources."""
    text = "\n\n".join(_Writer(made.job, made.citations).document(made.document)) + "\n"
    return {"md": text.encode("utf-8", "replace"), "bib": export("bibtex", made.job.brief, made.job.articles)}


class _Writer:
    """Writes the document of one job."""

    def __init__(self, job: Job, citations: Citations) -> None:
        self._job = job
        self._citations = citations
        self._told: set[str] = set()

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
            yield from self._part(document, name)
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

    def _point(self, point: Point) -> Iterator[str]:
        yield f"**{point.number}.** {self.inlines(point.inlines)}"
        about = [escaped(point.likelihood), self.inlines(point.confidence)]
        about += [f"{escaped(s.label)} {s.comma.join(escaped(r.label) for r in s.references)}." for s in point.support]
        yield " ".join(filter(None, about))

    def _scale(self, document: Document) -> Iterator[str]:
        if document.scale.terms:
            yield escaped(document.scale.said)

    def inlines(self, parts: Iterable[Inline | str], item: Item | None = None) -> str:
        """Inline content; a call is a citation. Each item of a list begins a line, after an empty one."""
        written = "".join(self._cite(part, item) if isinstance(part, Call) else _run(part) for part in parts)
        return written.replace("](", "]\\(")  # a bracket beside a citation would make a link of both

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
        if not isinstance(block, Quote):
            return f"{block.number}\u2002{self.inlines(_in_lines(block.inlines), item)}"
        opening, closing = block.marks
        words = "\n\n".join(
            "".join(f"*{escaped(text)}*" if bright else escaped(text) for text, bright in stretch.looks)
            for stretch in block.printed
        )
        said = f"{escaped(opening)}{words}{escaped(closing)}{self._cite(block.call, item)}"
        said = f"{self.inlines(block.lead)}\n\n{said}" if block.lead else said
        return "\n".join(f"> {line}".rstrip() for line in f"{block.number}\u2002{said}".split("\n"))

    def _cite(self, call: Call, item: Item | None) -> str:
        """` [N. N., quoted in @key, para. 4]`, as pandoc's locale terms have it in English."""
        excerpt = self._job.brief.excerpts[call.excerpt]
        terms = wording("en").terms
        where = place(excerpt, self._job.articles.get(excerpt.article), self._job.verifications.get(excerpt.id), terms)
        locator = _in_citation(_PARAGRAPHS.sub(lambda m: "paras. " if m.group().startswith("¶¶") else "para. ", where))
        speaker = f"{_in_citation(excerpt.speaker.name)}, quoted in " if excerpt.speaker else ""
        remark = self._remark(item) if item and item.excerpt == excerpt.id else ""
        if remark and locator.startswith("para"):
            locator = f"{{{locator}}}"  # where the locator ends and the suffix begins
        return f" [{speaker}@{excerpt.article}{', ' + locator if locator else ''}{remark}]"

    def _remark(self, item: Item) -> str:
        """What is said of a quotation, and what the author adds at its item: once, as a suffix of the citation."""
        if item.id in self._told:
            return ""
        self._told.add(item.id)
        excerpt = self._job.brief.excerpts[item.excerpt]
        altered = remark(excerpt, wording(self._job.language)) if item.kind is ItemKind.QUOTE else ""
        added = "".join(piece.text for piece in pieces(item.note.strip()))
        said = " ".join(note for note in (altered, _FOLD.sub(" ", added)) if note)
        return _in_citation(plain(with_remark((), (Text(said),)))) if said else ""


def escaped(text: str) -> str:
    """A text that Markdown takes for nothing else."""
    text = _ABBREVIATION.sub(r"\1\\.", _SPECIAL.sub(r"\\\g<0>", _LINE_END.sub("\n", printable(text))))
    return _START.sub(r"\g<0>\\", text)


def _in_citation(text: str) -> str:
    """A text in the brackets of a citation, where a semicolon would begin another one."""
    return escaped(_FOLD.sub(" ", text)).replace(";", r"\;")


def _in_lines(parts: Sequence[Inline]) -> Iterable[Inline | str]:
    """A text that begins with a list, as lines: its first item stands on the line of its number."""
    if not isinstance(parts[0], Bullet):
        return parts
    signs = (
        f"{_BREAK}{part.number}\\. " if part.number else f"{_BREAK}•\u00a0"
        for part in parts
        if isinstance(part, Bullet)
    )
    lines = [next(signs) if isinstance(part, Bullet) else part for part in parts]
    return [str(lines[0]).removeprefix(_BREAK), *lines[1:]]


def _run(part: Inline | str) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Bullet):
        return f"\n\n{part.number}.  " if part.number else "\n\n-   "
    if not isinstance(part, Text):
        return f"**{escaped(part.text)}**" if not isinstance(part, Call) else ""
    text = escaped(_FOLD.sub(" ", part.text))
    bare = text.strip()
    mark = "***" if part.italic and part.bold else "**" if part.bold else "*" if part.italic else ""
    if not (mark and bare):
        return text
    before, _, after = text.partition(bare)
    return f"{before}{mark}{bare}{mark}{after}"


def _timeline(document: Document) -> Iterator[str]:
    if document.timeline.moments:
        yield _table(document.timeline.table())
        yield from filter(None, [escaped(document.timeline.note)])


def _coverage(document: Document) -> Iterator[str]:
    if document.coverage.rows:
        yield from (escaped(document.coverage.caption), _table(document.coverage))


def _annex(document: Document) -> Iterator[str]:
    for entry in document.annex:
        yield f"## {entry.number}\u2002{''.join(map(_run, entry.source))} {{#{entry.place}}}"
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
        yield f"-   {f'{_BREAK}    '.join((weight, *said))}"
    yield from map(escaped, filter(None, (listed.rest, listed.later)))


def _in_context(shown: Shown) -> str:
    """A paragraph of a source, the excerpt marked as pandoc's span of class `mark`."""
    words = (_FOLD.sub(" ", escaped(s.text)) for s in shown.stretches)
    said = "".join(f"[{w}]{{.mark}}" if s.marked else w for w, s in zip(words, shown.stretches, strict=True))
    before, after = f"\\{CUT[:-1]}\\{CUT[-1]} " * shown.cut_before, f" \\{CUT[:-1]}\\{CUT[-1]}" * shown.cut_after
    return f"{escaped(shown.label)}\u2002{before}{said}{after}".strip()


def _table(given: Table) -> str:
    """A table with pipes, numbers at the right."""
    rule = ["--:" if isinstance(cell, int) else ":--" for cell in given.rows[0]]
    head, *rows = (map(_in_cell, row) for row in (given.head, *given.rows))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _in_cell(cell: str | int) -> str:
    return _FOLD.sub(" ", escaped(str(cell)))


_BEHIND: Mapping[str, Callable[[Document], Iterator[str]]] = {
    Part.TIMELINE: _timeline,
    Part.COVERAGE: _coverage,
    Part.ANNEX: _annex,
    OPEN_POINTS: _open,
}
"""What writes each part behind the argument."""
