"""What drafts are: headings, paragraphs, lists and verse, tables, captions, contents; and their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...document import Block, Line, Shape
from ...joining import SENTENCE_END, join_all
from .hyphens import Hyphens
from .layout import Piece, words
from .paragraphs import BULLET, LARGER, Draft, Style, is_item
from .properties import Display
from .rows import Row
from .tables import table_lines

LONGEST_HEADING = 30
"""Words."""

_CAPTION = re.compile(
    r"(?:fig(?:ure|\.)?|table|chart|box|map|photo|exhibit|graph|abb(?:ildung|\.)|tab(?:elle|leau|\.)|рис(?:унок|\.)|"
    r"таблица|图|表|図)\s*[A-Z]?[\dIVX]+(?:[.-]\d+)?\s*(?P<end>[.:–—|-]|\Z)?",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:source|sources|quelle|fuente|источник|note|notes)\s*:", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.\s?){4,}\s*[\divxl]+\Z|…{2,}\s*[\divxl]+\Z", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?\s+\S")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_a-z]")

LONGEST_ITEM = 6
"""Lines of a list's item; longer ones are numbered paragraphs."""


class Shaping:
    """Writes drafts as blocks, numbered in reading order."""

    def __init__(
        self,
        style: Style,
        drafts: Sequence[Draft],
        hyphens: Hyphens,
        calls: set[Piece],
        numbers: Mapping[int, int | None],
    ) -> None:
        self._style = style
        self._drafts = drafts
        self._hyphens = hyphens
        self._calls = calls
        self._numbers = numbers
        self.displays: list[Display] = []
        self._levels = self._looks()

    def blocks(self) -> list[Block]:
        """The blocks of the document; what of the first page is set as a heading is kept in `displays`."""
        blocks: list[Block] = []
        for drafts, shape, kind in self._grouped():
            text = "\n".join(self._lines(drafts) if shape is Shape.LINES else [self.text(drafts[0])])
            if not text.strip():
                continue
            if shape is Shape.HEADING and drafts[0].first.page == self._drafts[0].first.page:
                self.displays.append(Display(len(blocks), drafts[0].first.size))
            blocks.append(self._block(drafts, shape, kind, text, len(blocks) + 1))
        return blocks

    def _block(self, drafts: Sequence[Draft], shape: Shape, kind: str, text: str, number: int) -> Block:
        first, last = drafts[0], drafts[-1]
        bold = first.first.bold and last.last.bold and not self._style.bold
        return Block(
            text,
            tuple(Line(number, line) for line in text.split("\n")),
            Shape.FURNITURE if kind else shape,
            level=self._level(first) if shape is Shape.HEADING else 0,
            kind=kind,
            emphasised=bold and shape is Shape.PARAGRAPH,
            pages=self._pages(first, last),
        )

    def warnings(self) -> list[str]:
        """What was changed in the text."""
        found = []
        if joined := self._hyphens.joined:
            found.append(
                f"hyphens of line ends taken out of {joined} word{'s' * (joined > 1)}: compare where it matters"
            )
        if kept := self._hyphens.kept:
            found.append(f"{kept} hyphen{'s' * (kept > 1)} at line ends kept, as parts of their words")
        if self._calls:
            found.append(f"{len(self._calls)} numbers of footnotes left out of the text")
        return found

    def text(self, draft: Draft) -> str:
        """The words of a draft as one paragraph."""
        text = ""
        for row in draft.rows:
            line = self._words(row)
            if not line:
                continue
            joined = self._hyphens.join(text, line) if text else line
            text = joined if joined is not None else join_all((text, line))
        return text

    def _words(self, row: Row) -> str:
        pieces = [piece for piece in row.line.pieces if piece not in self._calls]
        return words(pieces).strip()

    def _lines(self, drafts: Sequence[Draft]) -> list[str]:
        if drafts[0].table:
            return table_lines(drafts[0].rows)
        return [BULLET.sub("- ", self.text(draft)) for draft in drafts]

    def _pages(self, first: Draft, last: Draft) -> tuple[int, int] | None:
        begin, end = self._numbers.get(first.first.page), self._numbers.get(last.last.page)
        return (begin, max(begin, end)) if begin is not None and end is not None else None

    def _grouped(self) -> Iterator[tuple[list[Draft], Shape, str]]:
        """Drafts with what they are; the items of a list, and lines of verse or of an address, are one."""
        run: list[Draft] = []
        for draft, shape, kind in self._kinds():
            plain = shape is Shape.PARAGRAPH and not kind
            if run and not (plain and self._is_next(run, draft)):
                yield from self._settled(run)
                run = []
            if plain:
                run.append(draft)
            else:
                yield [draft], shape, kind
        yield from self._settled(run)

    def _is_next(self, run: Sequence[Draft], draft: Draft) -> bool:
        """Whether a draft goes on with a list, or is the next line of a verse."""
        last = run[-1]
        if is_item(last.first.text) or is_item(draft.first.text):
            return is_item(last.first.text) and is_item(draft.first.text)
        near = draft.gap <= 1.2 * self._style.distance(draft.first.size) and not draft.opens
        return near and _is_verse(last) and _is_verse(draft) and abs(last.first.left - draft.first.left) < 1

    def _settled(self, run: Sequence[Draft]) -> Iterator[tuple[list[Draft], Shape, str]]:
        items = len(run) > 1 and all(is_item(draft.first.text) and len(draft.rows) <= LONGEST_ITEM for draft in run)
        verse = len(run) > 2 and not is_item(run[0].first.text)
        if items or verse:
            yield list(run), Shape.LINES, ""
        else:
            yield from (([draft], Shape.PARAGRAPH, "") for draft in run)

    def _kinds(self) -> Iterator[tuple[Draft, Shape, str]]:
        for draft in self._drafts:
            if draft.kind:
                yield draft, Shape.PARAGRAPH, draft.kind
            elif draft.table:
                yield draft, Shape.LINES, ""
            elif self._is_contents(draft):
                yield draft, Shape.PARAGRAPH, "contents"
            elif self._is_caption(draft):
                yield draft, Shape.PARAGRAPH, "caption"
            elif self.is_heading(draft):
                yield draft, Shape.HEADING, ""
            else:
                yield draft, Shape.PARAGRAPH, ""

    def _is_contents(self, draft: Draft) -> bool:
        return bool(_LEADER.search(draft.last.text))

    def _is_caption(self, draft: Draft) -> bool:
        match = _CAPTION.match(draft.first.text)
        small = draft.first.size < 0.97 * self._style.size
        if match:
            return len(draft.rows) <= 8 and (bool(match["end"]) or small)
        return small and bool(_SOURCE.match(draft.first.text))

    def is_heading(self, draft: Draft) -> bool:
        """Whether a draft is set as a heading is: larger, bold, in capitals or numbered; short, and no sentence."""
        line, text = draft.first, " ".join(row.line.text for row in draft.rows)
        count = len(text.split())
        if count > LONGEST_HEADING or len(text) > 220 or len(draft.rows) > 5 or not re.search(r"[^\W\d_]", text):
            return False
        if line.size >= LARGER * self._style.size:
            return not (
                text.endswith((",", ";"))
                or (SENTENCE_END.search(text) and count > 12 and line.size < 1.3 * self._style.size)
            )
        if (is_item(text) and not _NUMBERED.match(text)) or SENTENCE_END.search(text.rstrip("?!")):
            return False
        if all(row.line.bold for row in draft.rows) and not self._style.bold and line.size > 0.9 * self._style.size:
            return True
        if len(draft.rows) > 1 or draft.full:
            return False
        apart = draft.opens or draft.gap > 1.2 * self._style.distance(line.size)
        capitals = text.isupper() and sum(c.isalpha() for c in text) >= 4 and count <= 10
        return apart and line.size > 0.9 * self._style.size and (capitals or bool(_SECTION.match(text)))

    def _looks(self) -> list[tuple[float, bool]]:
        """The types of headings, the most prominent first."""
        return sorted({self._look(draft) for draft in self._headings()}, reverse=True)

    def _headings(self) -> list[Draft]:
        return [draft for draft, shape, _ in self._kinds() if shape is Shape.HEADING]

    def sizes(self) -> list[float]:
        """The sizes of all headings."""
        return [draft.first.size for draft in self._headings()]

    def _look(self, draft: Draft) -> tuple[float, bool]:
        return round(draft.first.size), draft.first.bold

    def _level(self, draft: Draft) -> int:
        """1 is kept for the title."""
        return min(self._levels.index(self._look(draft)) + 2, 6)


def _is_verse(draft: Draft) -> bool:
    """Whether a draft is a line that ends early, and no sentence with it."""
    return len(draft.rows) == 1 and not draft.full and not re.search(r"[.!?…。]\W*\Z", draft.first.text)
