"""The contract on quotations: how an excerpt is compared with its source, and nothing else is folded."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .span import Span

CONTEXT = 32
"""Characters kept on either side of an excerpt."""

_SPACE = re.compile(r"\s+")
_FOLDS = re.compile(r"\s\s|[^\S ]")
_SPACE_OR_RUN = re.compile(r"\s+|\S+")


def normalise(text: str) -> str:
    """NFC, and each run of white space as one space (rule 1).

    No case, no punctuation, no quotation marks, no dashes are folded.
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text))


def same(a: str, b: str) -> bool:
    """Whether two texts are the same words by rule 1; white space at either end does not count."""
    return a == b or normalise(a).strip() == normalise(b).strip()


def find_all(quote: str, text: str) -> tuple[Span, ...]:
    """Every place where `quote` stands in `text`, by rule 1.

    Returns:
        spans in the text as it is (not normalised), in order, possibly overlapping.
    """
    wanted = normalise(quote).strip()
    if not wanted:
        return ()
    folded, origin = _folded_with_origin(text)
    places = []
    at = folded.find(wanted)
    while at >= 0:
        last = at + len(wanted) - 1
        after = last + 1
        while origin[after] == origin[last]:
            after += 1
        place = _trim_end(Span(origin[at], origin[after]), text)
        if same(place.slice(text), quote):  # not where only a part of a composed letter would be meant
            places.append(place)
        at = folded.find(wanted, at + 1)
    return tuple(places)


def nearest(places: tuple[Span, ...], text: str, *, prefix: str, suffix: str, start: int) -> Span:
    """The place that most resembles where an excerpt stood: first by its context, then by distance."""

    def score(place: Span) -> tuple[int, int]:
        before, after = context(text, place)
        return -_common_suffix(before, prefix) - _common_prefix(after, suffix), abs(place.start - start)

    return min(places, key=score)


def context(text: str, span: Span) -> tuple[str, str]:
    """The 32 characters before and after a span."""
    return text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]


@lru_cache(maxsize=4)
def _folded_with_origin(text: str) -> tuple[str, Sequence[int]]:
    """The normalised text and, for each of its characters and for its end, the offset it came from."""
    if unicodedata.is_normalized("NFC", text) and not _FOLDS.search(text):
        return text, range(len(text) + 1)
    folded: list[str] = []
    origin = array("L")
    for match in _SPACE_OR_RUN.finditer(text):
        if match.group().isspace():
            folded.append(" ")
            origin.append(match.start())
        else:
            for start, cluster in _clusters(match.group(), match.start()):
                folded.append(cluster)
                kept = text.startswith(cluster, start)
                origin.extend(range(start, start + len(cluster)) if kept else [start] * len(cluster))
    origin.append(len(text))
    return "".join(folded), origin


def _clusters(run: str, start: int) -> Iterator[tuple[int, str]]:
    """The NFC of a run without white space, in the smallest pieces that do not influence each other."""
    if unicodedata.is_normalized("NFC", run):
        yield from ((start + i, c) for i, c in enumerate(run))
        return
    begin = 0
    composed = unicodedata.normalize("NFC", run[:1])
    for i, char in enumerate(run[1:], 1):
        joined = unicodedata.normalize("NFC", run[begin : i + 1])
        if unicodedata.combining(char) or joined != composed + unicodedata.normalize("NFC", char):
            composed = joined
        else:
            yield start + begin, composed
            begin, composed = i, unicodedata.normalize("NFC", char)
    yield start + begin, composed


def _trim_end(span: Span, text: str) -> Span:
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _common_prefix(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _common_suffix(a: str, b: str) -> int:
    return _common_prefix(a[::-1], b[::-1])
