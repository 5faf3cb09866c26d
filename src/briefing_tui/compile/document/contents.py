"""The list of contents of a document that is long enough for one. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing_tui.model import Brief
from briefing_tui.model.length import length_in_words
from briefing_tui.model.template import Part

from .tree import Document, Listed
from .uses import part_place

LONG = 1_400
"""Words of running text from which there is one: with its annex such a document has about four pages."""


def with_contents(document: Document, brief: Brief) -> Document:
    """The same with a list of what follows, where its form has a place for that and the brief is long."""
    if Part.CONTENTS not in document.parts or length_in_words(brief) < LONG:
        return document
    return replace(document, contents=tuple(_listed(document)))


def _listed(document: Document) -> Iterator[Listed]:
    """The sections that have a title, and the parts that have something to say."""
    for part in document.parts[document.parts.index(Part.CONTENTS) + 1 :]:
        if part == Part.SECTIONS:
            for chapter in document.chapters:
                if chapter.title:
                    yield Listed(chapter.title, chapter.id, chapter.number, chapter.level)
        elif document.has(part):
            yield Listed(document.headings[part], part_place(part))
