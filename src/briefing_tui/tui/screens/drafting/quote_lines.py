"""A quote as lines: as it is printed, with what is ours in it, and its words in the source with what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ....model import Alteration, AlterationKind, Span, Stretch
from ....model.display import display_text
from ...lines import Line, Piece, flowed

CHOSEN = "chosen"
GONE = "gone"
ROLES = {
    AlterationKind.OMIT: GONE,
    AlterationKind.EMPHASISE: "strong",
}
"""How words look in the source for what is done to them."""


Marks = tuple[str, str]
"""What opens and closes a quotation."""


def marks_beside(stretches: Sequence[Stretch]) -> Marks:
    """Marks in a list, where no language is asked for: others than the quote has itself."""
    own = any(sign in run.text for stretch in stretches for run in stretch.runs for sign in '“”"')
    return ("‘", "’") if own else ("“", "”")


def printed_pieces(stretches: Sequence[Stretch], marks: Marks) -> Iterator[Piece]:
    """What is printed, with the marks of a quotation: what is ours in another colour, as its brackets say."""
    yield Piece(marks[0])
    for n, stretch in enumerate(stretches):
        if n:
            yield Piece("\n")
        for run in stretch.runs:
            bright = "strong" if run.emphasised or stretch.heading else "plain"
            yield Piece(run.text, "accent" if run.ours else bright)
    yield Piece(marks[1])


@lru_cache(maxsize=16)
def printed_lines(stretches: tuple[Stretch, ...], width: int, marks: Marks) -> tuple[Line, ...]:
    """The same in lines of at most `width` cells; those of a long quote are made once."""
    return tuple(flowed(printed_pieces(stretches, marks), width))


def printed_line(stretches: Sequence[Stretch]) -> str:
    """The same as bare text without line breaks."""
    opening, closing = marks_beside(stretches)
    return f"{opening}{' '.join(stretch.text for stretch in stretches)}{closing}"


def printed_at(exact: str, stretches: Sequence[Stretch], offset: int, marks: Marks) -> int:
    """Where what stands at an offset of the source's words is printed: an offset in the text of `printed_pieces`."""
    at, source, found = len(marks[0]), 0, 0
    for n, stretch in enumerate(stretches):
        at += bool(n)
        for run in stretch.runs:
            begin = -1 if run.ours else exact.find(run.text, source)
            if begin >= 0:
                if begin > offset:
                    return found
                source = begin + len(run.text)
                found = at + min(offset - begin, len(run.text))
            at += len(run.text)
    return found


def source_line(exact: str, place: Span, chosen: Span, alterations: Iterable[Alteration]) -> Line:
    """A line of the source's words.

    Args:
        exact: the source's words.
        place: of the line in them.
        chosen: the words that are chosen.
        alterations: what is done to the words.
    """
    done = [(a.span, ROLES[a.kind]) for a in alterations if a.kind in ROLES and a.span.overlaps(place)]
    looks = [*done, (chosen, CHOSEN)]
    stops = {place.start, place.end, *(o for span, _ in looks for o in (span.start, span.end) if place.contains(o))}
    ordered = sorted(stops)
    pieces = []
    for start, end in pairwise(ordered):
        role = " ".join(role for span, role in looks if span.contains(start))
        pieces.append(Piece(display_text(exact[start:end]), role or "plain"))
    return tuple(pieces)
