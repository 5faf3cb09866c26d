"""What pages carry beside the text: running heads, page numbers, footnotes; and the numbers printed on the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...joining import SENTENCE_END
from .columns import rows_of
from .layout import SAME_LINE, SUPERSCRIPT, Line, Page
from .rows import Row

EDGE = 0.14
"""Of the page's height: heads and feet stand in the outermost part."""

DEEPEST = 4
"""Lines of a head or a foot."""

SMALLER = 0.93
"""Of the text's size: notes are set smaller."""

_NUMBER = re.compile(
    r"(?P<before>.*?)(?:\b(?:page|seite|p\.|стр\.?|página|pagina)\s*)?(?<![\w.,/-])[-–—|\[(]*\s*(?P<number>\d{1,4})"
    r"(?:\s*(?:of|/|von|de|из|sur|di)\s*\d{1,4})?\s*[-–—|\])]*(?![\w.,/-]\w)(?P<after>.*)\Z",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[-–— ]*[ivxl]{1,7}[-–— ]*\Z", re.IGNORECASE)
LEADING = 1.5
"""Of a line's size: the lines of one text stand no further apart."""
MARK = re.compile(r"[\[(]?(?P<mark>\d{1,3}|[*†‡§¶]{1,3})(?:[\])]|[.:](?=\s|\Z))?(?=\D|\Z)")
"""The mark that a footnote begins with."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines of a document that are no text, by page and kind."""

    kinds: Mapping[Line, str]
    numbers: Mapping[int, int | None]
    """By index of the page, the number that it is cited by; None where it has a roman one."""


def find_furniture(pages: Sequence[Page]) -> Furniture:
    """Find heads, feet and page numbers of a document."""
    heads = [_outermost(page, top=True) for page in pages]
    feet = [_outermost(page, top=False) for page in pages]
    offset = _offset(pages, [(*head, *foot) for head, foot in zip(heads, feet, strict=True)])
    repeated = _repeated([*heads, *feet])
    kinds: dict[Line, str] = {}
    for page, head, foot in zip(pages, heads, feet, strict=True):
        number = page.index + 1 + offset if offset is not None else None
        for edge, inside in ((head, _inside(page, head, top=True)), (foot, _inside(page, foot, top=False))):
            kinds |= _kinds_of(edge, inside, number, repeated, len(pages))
    return Furniture(kinds, _numbers(pages, offset))


def _outermost(page: Page, *, top: bool) -> list[Line]:
    """The lines at an edge of the page, the outermost first."""
    lines = sorted(page.lines, key=lambda line: line.base, reverse=top)
    edge = page.height * (1 - EDGE if top else EDGE)
    found = [line for line in lines if (line.base > edge if top else line.base < edge)]
    levels: list[float] = []
    for line in found:
        if not levels or abs(levels[-1] - line.base) > 2:
            levels.append(line.base)
    return [line for line in found if line.base in levels[:DEEPEST] or
            any(abs(line.base - level) <= 2 for level in levels[:DEEPEST])]  # fmt: skip


def _inside(page: Page, edge: Sequence[Line], *, top: bool) -> Line | None:
    """The line behind those at an edge."""
    lines = sorted(page.lines, key=lambda line: line.base, reverse=top)
    return lines[len(edge)] if len(edge) < len(lines) else None


def _pattern(line: Line) -> tuple[str, int, int]:
    """What a line that comes again has in common: its words without figures, and its height on the page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.base / 4), round(line.size)


def _repeated(edges: Iterable[Sequence[Line]]) -> set[tuple[str, int, int]]:
    """Patterns that two pages share at the same height, rounded either way."""
    counts: Counter[tuple[str, int, int]] = Counter()
    for edge in edges:
        for text, height, size in {_pattern(line) for line in edge}:
            for near in (-1, 0, 1):
                counts[text, height + near, size] += 1
    return {pattern for pattern, count in counts.items() if count > 1}


def _offset(pages: Sequence[Page], edges: Sequence[Sequence[Line]]) -> int | None:
    """What the printed page numbers are ahead of the count, where they agree; else `None`."""
    votes: Counter[int] = Counter()
    for page, edge in zip(pages, edges, strict=True):
        votes.update({number - page.index - 1 for line in edge for number in _printed(line)})
    if not votes:
        return None
    ((offset, count), *others) = votes.most_common(2)
    if others and others[0][1] == count:
        return 0 if votes[0] == count and count * 2 > len(pages) else None
    if len(pages) == 1:
        return offset if offset == 0 else None
    return offset if count >= max(2, len(pages) * 0.4) else None


def _printed(line: Line) -> set[int]:
    """The numbers of a line that could be its page's: at its beginning or its end."""
    match = _NUMBER.match(line.text)
    if not match or (match["before"].strip() and match["after"].strip()) or len(line.text.split()) > 14:
        return set()
    return {int(match["number"])}


def _kinds_of(
    edge: Sequence[Line], inside: Line | None, number: int | None, repeated: set[tuple[str, int, int]], pages: int
) -> dict[Line, str]:
    """From the edge inwards, what is furniture; the first line that is not ends it."""
    kinds: dict[Line, str] = {}
    end: Line | None = None
    for line in edge:
        if end is not None and abs(line.base - end.base) > 2:
            break
        kind = _kind_of(line, number, _pattern(line) in repeated, pages)
        if kind:
            kinds[line] = kind
        elif end is None:
            end = line
    text = end or inside
    for line in reversed(list(kinds)):
        if end is not None and abs(line.base - end.base) <= 2:
            del kinds[line]
        elif text is not None and not _carries(line, number) and _goes_on(line, text):
            del kinds[line]
            text = line
    return kinds


def _carries(line: Line, number: int | None) -> bool:
    return number is not None and number in _printed(line)


def _goes_on(line: Line, text: Line) -> bool:
    """Whether a line that comes again is of the text beside it: as large, as near as its lines, at the same edge."""
    near = abs(line.base - text.base) <= LEADING * text.size
    return near and abs(line.size - text.size) < 0.5 and abs(line.left - text.left) <= 2


def _kind_of(line: Line, number: int | None, again: bool, pages: int) -> str:
    carries = _carries(line, number)
    bare = not re.search(r"[^\W\d_]{2,}", re.sub(r"(?i)\b(?:page|seite|of|von)\b", "", line.text))
    if carries and bare:
        return "page-number"
    if carries or (again and pages > 1 and not bare):
        return "running-head"
    if _ROMAN.match(line.text) or (again and bare):
        return "page-number"
    return ""


def _numbers(pages: Sequence[Page], offset: int | None) -> dict[int, int | None]:
    """By index of the page, the number that it is cited by: printed, else the file's label, else its count."""
    labels = {page.index: page.label for page in pages}
    if offset is None and any(labels.values()):
        return {index: int(label) if label.isdecimal() else None for index, label in labels.items()}
    return {index: index + 1 + (offset or 0) if index + 1 + (offset or 0) > 0 else None for index in labels}


def find_notes(
    page: Page, kinds: Mapping[Line, str], body: float, *, unfinished: bool
) -> tuple[list[list[Row]], set[Line]]:
    """The footnotes of a page: lines at the foot of a column, smaller or behind a superscript that the text has too.

    Args:
        page: the page.
        kinds: what of it is furniture already.
        body: the size of the text.
        unfinished: whether a note of the page before goes on here.

    Returns:
        the rows of each note, and the lines of the page that they are.
    """
    left = [line for line in page.lines if line not in kinds]
    called = {piece.text for line in left for piece in line.pieces[1:] if piece.raised}
    tops = [line for line in left if _superscript_mark(line) in called and line.base < page.height / 2]
    text = [line for line in left if line.size >= SMALLER * body and not _is_under(line, tops)]
    foot = [line for line in left if line not in text and not _is_above(line, text)]
    notes: list[list[Row]] = []
    for group in _side_by_side(foot):
        rows = rows_of(group, first=0)
        start = next((i for i, row in enumerate(rows) if is_marked(row.line)), len(rows))
        if unfinished and rows[0].line.base < page.height / 2 and start <= 6:
            start = 0
        if sum(len(row.cells) > 1 for row in rows[start:]) * 2 > len(rows) - start:
            continue  # a table in small type
        for place, row in enumerate(rows[start:]):
            if is_marked(row.line) or not place:
                notes.append([])
            notes[-1].append(row)
        unfinished = start < len(rows) and not SENTENCE_END.search(rows[-1].line.text)
    taken = [row.line for note in notes for row in note]
    return notes, {line for line in foot if any(_is_within(line, other) for other in taken)}


def _superscript_mark(line: Line) -> str:
    """The superscript that a line begins with."""
    first = line.pieces[0]
    high = len(line.pieces) > 1 and first.size <= SUPERSCRIPT * line.size and first.base > line.base
    return first.text if first.raised or high else ""


def _side_by_side(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines in groups that stand beside each other."""
    groups: list[list[Line]] = []
    end = 0.0
    for line in sorted(lines, key=lambda line: line.left):
        if not groups or line.left > end:
            groups.append([])
        groups[-1].append(line)
        end = max(end, line.right)
    return groups


def _is_under(line: Line, tops: Iterable[Line]) -> bool:
    """Whether a line is one of those lines, or stands under one."""
    return any(line.base < t.base + 1 and t.left < line.right and line.left < t.right for t in tops)


def _is_above(line: Line, text: Iterable[Line]) -> bool:
    """Whether lines of the text stand under a line."""
    return any(t.base < line.base + 1 and t.left < line.right and line.left < t.right for t in text)


def _is_within(line: Line, other: Line) -> bool:
    beside = other.left - 0.1 <= line.left and line.right <= other.right + 0.1
    return beside and abs(line.base - other.base) <= SAME_LINE * line.size


def is_marked(line: Line) -> bool:
    """Whether a line begins with the mark of a footnote."""
    return line.pieces[0].raised or bool(MARK.match(line.text))
