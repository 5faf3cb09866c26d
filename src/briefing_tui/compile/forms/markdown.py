"""Markdown as pandoc reads it, with citations as `[@key, para. 4]`, and the sources beside it as BibLaTeX."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from briefing_tui.citations import Text

from ..attribution import place
from ..document import Block, Call, Chapter, Document, Inline, Quote
from ..exports import export
from ..job import Job
from ..markup import quoted_parts
from ..scripts import printable
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
_FOLD = re.compile(r"\s+")


def make(made: Made) -> dict[str, bytes]:
    """The text and, beside it, the sources."""
    text = "\n\n".join(_Writer(made.job).document(made.document)) + "\n"
    return {"md": text.encode("utf-8", "replace"), "bib": export("bibtex", made.job.brief, made.job.articles)}


class _Writer:
    """Writes the document of one job."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def document(self, document: Document) -> Iterator[str]:
        """All blocks."""
        yield self._head(document)
        if document.marking:
            yield f"**{escaped(document.marking)}**"
        if document.notice:
            yield f"**{escaped(' – '.join(document.notice))}**"
        for fact in document.facts:
            yield f"{escaped(fact.label)}: {self.inlines([fact.value])}"
        yield f"# {escaped(document.headings['bottom-line'])}"
        yield from map(self.inlines, document.bottom_line)
        if document.points:
            yield f"# {escaped(document.headings['judgements'])}"
        for point in document.points:
            yield f"**{point.number}.** {self.inlines(point.inlines)}"
            about = [escaped(point.likelihood), self.inlines(point.confidence)]
            about += [f"{escaped(s.label)} {', '.join(escaped(r.label) for r in s.references)}." for s in point.support]
            yield " ".join(filter(None, about))
        for chapter in document.chapters:
            yield from self._chapter(chapter)
        if document.sources:
            yield f"# {escaped(document.headings['sources'])}\n\n::: {{#refs}}\n:::"

    def inlines(self, parts: Iterable[Inline]) -> str:
        """Inline content; a call is a citation."""
        written = "".join(self._cite(part) if isinstance(part, Call) else _run(part) for part in parts)
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
        if not isinstance(block, Quote):
            return f"{block.number}\u2002{self.inlines(block.inlines)}"
        opening, closing = block.marks
        words = "\n\n".join(escaped(part.strip()) for _, part in quoted_parts(block.text))
        said = f"{block.number}\u2002{escaped(opening)}{words}{escaped(closing)}{self._cite(block.call)}"
        return "\n".join(f"> {line}".rstrip() for line in said.split("\n"))

    def _cite(self, call: Call) -> str:
        """` [N. N., quoted in @key, para. 4]`, as pandoc's locale terms have it in English."""
        excerpt = self._job.brief.excerpts[call.excerpt]
        where = place(excerpt, self._job.articles.get(excerpt.article), self._job.verifications.get(excerpt.id))
        locator = _PARAGRAPHS.sub(lambda m: "paras. " if m.group().startswith("¶¶") else "para. ", where)
        speaker = f"{_in_citation(excerpt.speaker.name)}, quoted in " if excerpt.speaker else ""
        return f" [{speaker}@{excerpt.article}{', ' + _in_citation(locator) if locator else ''}]"


def escaped(text: str) -> str:
    """A text that Markdown takes for nothing else."""
    text = _ABBREVIATION.sub(r"\1\\.", _SPECIAL.sub(r"\\\g<0>", _LINE_END.sub("\n", printable(text))))
    return _START.sub(r"\g<0>\\", text)


def _in_citation(text: str) -> str:
    """A text in the brackets of a citation, where a semicolon would begin another one."""
    return escaped(_FOLD.sub(" ", text)).replace(";", r"\;")


def _run(part: Inline) -> str:
    if not isinstance(part, Text):
        return f"**{escaped(part.text)}**" if not isinstance(part, Call) else ""
    text = escaped(_FOLD.sub(" ", part.text))
    bare = text.strip()
    mark = "***" if part.italic and part.bold else "**" if part.bold else "*" if part.italic else ""
    if not (mark and bare):
        return text
    before, _, after = text.partition(bare)
    return f"{before}{mark}{bare}{mark}{after}"
