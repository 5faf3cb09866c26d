"""A PDF as blocks of text, in reading order.

What is changed in the words, each with a warning that counts it: hyphens of line ends (`hyphens`) and the numbers that
call footnotes (`calls`). Ligatures, soft hyphens within a line and no-break spaces stay as the file's tables give them.
What the pages carry beside the text is reported with its kind: running-head, page-number, footnote, caption, contents,
margin-note, title, byline, kicker. A block's pages are the printed numbers where they agree, else the file's labels,
else the count; pages with roman numbers give none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...document import Shape, Source
from ...joining import SENTENCE_END
from ...rules.language import language_of
from .calls import find_calls
from .columns import is_rtl, rows_of
from .contents import contents
from .edges import Edges
from .furniture import MARK, find_furniture, find_notes
from .hyphens import Hyphens
from .layout import Line as Placed
from .layout import Page, weighted
from .pages import first_bookmark, mirrored, open_document, read_pages
from .paragraphs import Draft, Style, drafts_of, join_drafts, style_of
from .properties import read_properties
from .rows import Row
from .shapes import Shaping
from .tables import split_tables
from .textlayer import check_text

RIGHT_TO_LEFT = (
    "text from right to left: letters may be swapped (lam and alef, which are one sign in print), figures and brackets "
    "may have changed places: compare every quotation with its page"
)


def read_pdf(name: str, data: bytes) -> Source:
    """Read a PDF by its text layer.

    Raises:
        ImportFailedError: where it is encrypted, broken, or has no text that can be read.
    """
    document = open_document(name, data)
    try:
        pages = list(read_pages(document))
        properties = document.get_metadata_dict()
        bookmark = first_bookmark(document)
    finally:
        document.close()
    warnings = check_text(name, data, pages)
    if is_rtl(line for page in pages for line in page.lines):
        pages = [mirrored(page) for page in pages]
        warnings.append(RIGHT_TO_LEFT)
    layout = _Layout(pages)
    shaping = Shaping(layout.style, layout.drafts, layout.hyphens, layout.calls, layout.numbers)
    blocks = shaping.blocks()
    clues, taken = read_properties(
        blocks,
        shaping.displays,
        shaping.sizes(),
        body=layout.style.size,
        properties=properties,
        data=data,
        bookmark=bookmark,
    )
    for place, kind in (*taken.items(), *((place, "navigation") for place in contents(blocks))):
        blocks[place] = replace(blocks[place], shape=Shape.FURNITURE, kind=kind, level=0)
    return Source(tuple(blocks), clues=clues, markup=True, warnings=(*warnings, *shaping.warnings()))


class _Layout:
    """The drafts of a document, with what tells how to write them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        found = find_furniture(pages)
        self.numbers = found.numbers
        open_lines = [line for page in pages for line in page.lines if line not in found.kinds]
        size = weighted((line.size, len(line.text)) for line in open_lines) if open_lines else 0
        rows: dict[int, list[Row]] = {}
        notes: dict[int, list[list[Row]]] = {}
        column = 0
        unfinished = False
        for page in pages:
            notes[page.index], taken = find_notes(page, found.kinds, size, unfinished=unfinished)
            unfinished = bool(notes[page.index]) and not SENTENCE_END.search(notes[page.index][-1][-1].line.text)
            text = [line for line in page.lines if line not in found.kinds and line not in taken]
            rows[page.index] = rows_of(text, first=column)
            column = rows[page.index][-1].column + 1 if rows[page.index] else column
        every = [row for page_rows in rows.values() for row in page_rows]
        self.style = style_of(every) if every else Style(size, False, {})
        edges = Edges(every, self.style.size)
        drafts: list[Draft] = []
        for page in pages:
            edge = sorted((line for line in page.lines if line in found.kinds), key=lambda line: -line.base)
            heads = [line for line in edge if line.base > page.height / 2]
            drafts += (_single(line, found.kinds[line]) for line in heads)
            drafts += (_single(line, "margin-note") for line in page.turned)
            for table, run in split_tables(rows[page.index]):
                drafts += [Draft(tuple(run), table=True)] if table else drafts_of(run, self.style, edges)
            drafts += (Draft(tuple(note), kind="footnote") for note in notes[page.index])
            drafts += (_single(line, found.kinds[line]) for line in edge if line not in heads)
        self.drafts = join_drafts(drafts, edges)
        lines = [row.line for row in every]
        sample = "\n".join(line.text for line in lines[:400])
        self.hyphens = Hyphens((line.text for line in lines), english=language_of(sample) == "en")
        self.calls = find_calls(lines, {index: {_mark(note) for note in found} for index, found in notes.items()})


def _mark(note: Sequence[Row]) -> str:
    line = note[0].line
    match = MARK.match(line.text)
    return match["mark"] if match else line.pieces[0].text


def _single(line: Placed, kind: str) -> Draft:
    """A line that is furniture by itself."""
    return Draft((Row((line,), line.left, line.right, -1),), kind=kind)
