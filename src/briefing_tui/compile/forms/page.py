"""One HTML file for a screen: responsive, printable, dark where the reader's is, notes beside the text, no script."""

from __future__ import annotations

import re
from pathlib import Path

from ..page.html import page
from . import Made

STYLE = Path(__file__).with_name("page.css")
_NOTE = '<span class="note" '
_BLOCKS = (
    "p|ul|ol|li|dl|dt|dd|div|blockquote|section|header|footer|article|aside|figure|figcaption|table|caption|thead"
    "|tbody|tfoot|tr|td|th|h[1-6]|hr|pre|body"
)
"""What begins or ends a paragraph, as HTML has it."""
_NOTE_OR_BLOCK = re.compile(rf"{_NOTE}|</?(?:{_BLOCKS})\b")
_SPAN = re.compile(r"<(/?)span\b")


def make(made: Made) -> dict[str, bytes]:
    """The page with its style in it, UTF-8."""
    css = STYLE.read_text(encoding="utf-8")
    html = notes_behind(page(made.document, css=css, generator=made.generator))
    return {"html": html.encode("utf-8", "replace")}


def notes_behind(html: str) -> str:
    """A page with the notes of each paragraph behind its last word, so that none stands in the middle of a sentence.

    A paragraph is what stands between two tags of blocks: in a cell or an item of a list as well.
    """
    parts: list[str] = []
    notes, position = "", 0
    while found := _NOTE_OR_BLOCK.search(html, position):
        parts.append(html[position : found.start()])
        if found[0] == _NOTE:
            position = _end_of_span(html, found.start())
            notes += html[found.start() : position]
        else:
            parts += [notes, found[0]]
            notes, position = "", found.end()
    return "".join((*parts, html[position:], notes))


def _end_of_span(html: str, start: int) -> int:
    """Where the element ends that begins at a place, behind its last sign."""
    depth = 0
    for tag in _SPAN.finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return html.index(">", tag.start()) + 1
    return len(html)
