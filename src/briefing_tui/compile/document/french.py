"""The spaces of French before ; : ! ? and inside « »: no line is broken at one. Pure.

Only spaces are put in the place of others; no letter is changed, and no word of a passage that is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from briefing_tui.citations import Text

from ..languages.scripts import base_language
from .points import Point
from .runs import Call, Gap, Inline
from .tree import Chapter, Document, Quote

LANGUAGE = "fr"
_SPACE = "[ \u00a0\u2009\u202f]"
_NARROW = re.compile(rf"{_SPACE}(?=[;!?»])|(?<![\w.,;!?]«)(?<=«){_SPACE}")
_COLON = re.compile(f"{_SPACE}(?=:)")
_DOUBT = re.compile(r"(?<!\w)(\[[^\[\]]{0,300}[^\s\[\]?!])\?(?=\])")
"""The mark of what is only inferred: [Le Quai?]."""
_Run = TypeVar("_Run", bound=Inline)


def with_french_spaces(document: Document) -> Document:
    """A French document with its spaces held; any other as it is."""
    return _held(document) if base_language(document.language) == LANGUAGE else document


def held(text: str) -> str:
    """A text with narrow no-break spaces where it has any space there, and a no-break one before a colon."""
    return _DOUBT.sub("\\1\u202f?", _COLON.sub("\u00a0", _NARROW.sub("\u202f", text)))


def _held(document: Document) -> Document:
    return replace(
        document,
        title=_run(document.title),
        facts=tuple(replace(fact, value=_run(fact.value)) for fact in document.facts),
        bottom_line=tuple(map(_line, document.bottom_line)),
        prose={name: tuple(map(_line, lines)) for name, lines in document.prose.items()},
        points=tuple(map(_point, document.points)),
        chapters=tuple(map(_chapter, document.chapters)),
        sources=tuple(map(_line, document.sources)),
        contents=tuple(replace(listed, title=held(listed.title)) for listed in document.contents),
        timeline=replace(
            document.timeline,
            moments=tuple(replace(moment, label=held(moment.label)) for moment in document.timeline.moments),
        ),
        coverage=replace(
            document.coverage,
            head=tuple(map(held, document.coverage.head)),
            rows=tuple(tuple(held(c) if isinstance(c, str) else c for c in row) for row in document.coverage.rows),
        ),
        annex=tuple(replace(entry, source=_line(entry.source)) for entry in document.annex),
    )


def _point(point: Point) -> Point:
    support = tuple(
        replace(one, references=tuple(replace(r, call=_run(r.call)) if r.call else r for r in one.references))
        for one in point.support
    )
    return replace(point, inlines=_line(point.inlines), confidence=_line(point.confidence), support=support)


def _chapter(chapter: Chapter) -> Chapter:
    blocks = tuple(
        replace(block, lead=_line(block.lead), attribution=_line(block.attribution), call=_run(block.call))
        if isinstance(block, Quote)
        else replace(block, inlines=_line(block.inlines))
        for block in chapter.blocks
    )
    return replace(chapter, title=held(chapter.title), blocks=blocks)


def _line(parts: Sequence[_Run]) -> tuple[_Run, ...]:
    return tuple(map(_run, parts))


def _run(part: _Run) -> _Run:
    if isinstance(part, Call):
        return replace(part, note=_line(part.note), words=_line(part.words))
    if isinstance(part, Text):
        address = part.text.startswith(("https://", "http://"))
        return part if address else replace(part, text=held(part.text))
    return replace(part, text=held(part.text)) if isinstance(part, Gap) else part
