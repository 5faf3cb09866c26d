"""Rows of passages: where each stands, and its words with those lit that it was found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from ....model import Header, Passage, Span, densest
from ...lines import Line, Piece, cut, fit, flowed, harmless, line, trim
from ..library.article_rows import dated, fit_value, titled

TITLE, WIDE_TITLE, OUTLET = 24, 36, 18
"""Cells for the title of the article, in a short row and in a long one, and there for the outlet."""
WIDE, BARE = 110, 40
"""Cells from which a row names the outlet, and below which the article is named at the cursor alone."""
LONG = 4_000
"""Characters that are shown of a passage at most: more than any screen has."""
CONTEXT = 16
"""Characters of a snippet before the first lit word that a short row keeps."""


@dataclass(frozen=True)
class PassageRows:
    """One row a passage: article, paragraph, the words around the first that it was found by."""

    passages: Sequence[Passage]
    headers: Mapping[str, Header] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.passages)

    def key(self, index: int) -> str:
        """The place of the passage; a list has each place once."""
        return key_of(self.passages[index])

    def line(self, index: int, width: int) -> Line:
        """Title, outlet, paragraph, snippet."""
        passage = self.passages[index]
        where = fit(place_of(passage), 5, right=True)
        source = "" if width < BARE else self._source(passage, width)
        again = index > 0 and self.passages[index - 1].article == passage.article
        room = max(0, width - len(where) - cell_len(source) - 2)
        words = trim(near(passage.snippet, passage.marks, room), room)
        return (Piece(source, "dim" if again else "plain"), Piece(where, "dim"), Piece("  "), *words)

    def _source(self, passage: Passage, width: int) -> str:
        header = self.headers.get(passage.article)
        title = header.title or header.outlet or header.stand_in if header else passage.article
        if width < WIDE:
            return titled(title, header, min(TITLE, width // 3))
        outlet = fit_value(header, header.outlet_field, header.outlet, OUTLET) if header else " " * OUTLET
        return f"{titled(header.stand_in if header else title, header, WIDE_TITLE)} {outlet}"

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The article where a row has no room for it; the passage is shown below the list."""
        if width >= BARE:
            return ()
        header = self.headers.get(self.passages[index].article)
        title = header.stand_in if header else self.passages[index].article
        return [line(Piece(titled(title, header, width), "dim"))]


def key_of(passage: Passage) -> str:
    """What tells a passage from every other in a list."""
    return f"{passage.article}:{passage.at}"


def place_of(passage: Passage) -> str:
    """Where it stands in its article."""
    return f"¶{passage.paragraph}" if len(passage.span) else "title"


def near(snippet: str, marks: Sequence[Span], room: int) -> Line:
    """A snippet with its marked words lit, from a little before those that fit where all would not."""
    context = min(CONTEXT, room // 3)
    kept = densest(snippet, marks, room - 2 - context // 2)
    if not kept or cell_len(snippet) <= room or kept[-1].end <= room - 1:
        return lit(snippet, marks)
    start = max(0, kept[0].start - max(0, min(context, room - 2 - (kept[-1].end - kept[0].start))))
    start = snippet.find(" ", start, kept[0].start) + 1 or start
    return (Piece("…"), *lit(snippet[start:], _moved(marks, start))) if start else lit(snippet, marks)


def _moved(marks: Sequence[Span], start: int) -> list[Span]:
    """The marks in what begins at `start`."""
    return [Span(max(0, mark.start - start), mark.end - start) for mark in marks if mark.end > start]


def lit(text: str, marks: Sequence[Span]) -> Line:
    """A text as pieces, the marked ones lit."""
    pieces, at = [], 0
    for mark in sorted(marks):
        start, end = max(at, mark.start), min(mark.end, len(text))
        if start < end:
            pieces += [Piece(text[at:start]), Piece(text[start:end], "hit")]
            at = end
    pieces.append(Piece(text[at:]))
    return line(*(Piece(harmless(piece.text), piece.role) for piece in pieces if piece.text))


def passage_lines(
    passage: Passage,
    header: Header | None,
    text: str,
    marks: Sequence[Span],
    size: tuple[int, int],
    *,
    measure: int,
) -> list[Line]:
    """Where a passage is from, all of it with its words lit; of one too long for the size, what is around them.

    Args:
        passage: the passage.
        header: its article's.
        text: its words.
        marks: what of them is lit.
        size: cells and lines that there are.
        measure: cells of a line of text at most.
    """
    width, height = size
    title = header.stand_in if header else passage.article
    facts = [place_of(passage), title, *((header.outlet, dated(header)) if header else ())]
    return [
        line(Piece(cut(" · ".join(filter(None, facts)), width), "accent")),
        *_around(text, marks, min(width, measure), height - 1),
    ]


def _around(text: str, marks: Sequence[Span], width: int, height: int) -> list[Line]:
    """A text in lines, or the part of it in which the most different of its words stand."""
    if len(text) <= LONG:
        lines = flowed(lit(text, marks), width)
        if len(lines) <= height:
            return lines
    room = max(width, height * width) * len(text[:LONG]) // max(1, cell_len(text[:LONG]))
    kept = densest(text, marks, room * 3 // 4)
    start = max(0, min(kept[0].start - room // 8, len(text) - room * 4 // 5)) if kept else 0
    start = text.find(" ", start, kept[0].start) + 1 or start if start else 0
    shown = lit(text[start : start + LONG], _moved(marks, start))
    return flowed((Piece("… "), *shown) if start else shown, width)
