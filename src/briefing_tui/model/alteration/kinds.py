"""What can be done to a quote, as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ..edges import Cut, cut
from ..segments import Segments, segment
from ..span import Span

OMITTED = "[…]"
SIC = "[sic]"

_SIGN = re.compile(r"[^\W_]")


class AlterationKind(StrEnum):
    """What is done to a quote, and what is printed for it."""

    OMIT = "omit"
    """Words left out: `[…]` in their place."""
    INSERT = "insert"
    """Words of ours, in brackets, after words of the source."""
    SIC = "sic"
    """`[sic]` after words that are so in the source."""
    EMPHASISE = "emphasise"
    """Words set in another type; the note says 'emphasis added'."""
    CASE = "case"
    """The first letter as a capital or a small one, in brackets."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """One operation on a quote."""

    kind: AlterationKind
    span: Span
    """The words that it is about, as code points of the excerpt's text. An insertion stands after them; one before
    the first word has an empty span at 0."""
    exact: str = ""
    """What stands there: an alteration whose words are no longer there is not applied."""
    text: str = ""
    """What is inserted, without its brackets."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Fields that the program does not know, kept as they came."""


def altered(exact: str, kind: AlterationKind, span: Span, text: str = "") -> Alteration:
    """An operation on the words at a span of an excerpt's text, without white space and markers at its ends."""
    start, end = span.start, min(span.end, len(exact))
    within = [block for block in blocks(exact) if block.overlaps(Span(start, max(start, end)))]
    if within:
        start, end = max(start, within[0].start), min(end, within[-1].end)
    words = exact[start:end]
    start = min(end, start + len(words) - len(words.lstrip()))
    place = Span(start, max(start, end - len(words) + len(words.rstrip())))
    return Alteration(kind, place, place.slice(exact), " ".join(text.split()))


def first_letter(exact: str) -> Span | None:
    """The letter that the first word of a quote begins with, with its accents, where it has another case."""
    match = _SIGN.search(exact)
    if match is None:
        return None
    end = match.end()
    while cut(exact, end) is Cut.LETTER:
        end += 1
    span = Span(match.start(), end)
    return span if other_case(span.slice(exact)) else None


def other_case(letter: str) -> str:
    """A letter as a capital or, where it is one, as a small one; empty where that is not one letter."""
    other = letter.title() if letter.islower() else letter.lower()
    return other if other != letter and len(other) == len(letter) else ""


def blocks(exact: str) -> list[Span]:
    """The headings and paragraphs of a quote without the markers of our files, in order."""
    return [span for span, _ in headed(segment(exact))]


def headed(segments: Segments) -> list[tuple[Span, bool]]:
    """The blocks of a text in order, each with whether it is a heading."""
    found = [(h.span, True) for h in segments.headings] + [(p.span, False) for p in segments.paragraphs]
    return sorted(pair for pair in found if len(pair[0]))
