"""Locators: where in a source a passage stands, in the words of a note."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .terms import Terms

_NUMBERS = re.compile(r"\d+(?:–\d+)?")


def locator(
    first: int,
    last: int = 0,
    *,
    terms: Terms,
    heading: bool = False,
    pages: tuple[int, int] | None = None,
    digest: bool = False,
    original: Iterable[int] = (),
) -> str:
    """Name the paragraphs that a passage stands in.

    Args:
        first: its first ¶; for a heading the ¶ after it.
        last: its last ¶, 0 where it is the first.
        terms: of the briefing's language.
        heading: whether it begins in a heading.
        pages: the first and last page of those paragraphs, where the source has pages.
        digest: whether the text is our own summary, so that its ¶ numbers are ours (rule 8).
        original: for a digest, the ¶¶ of the original where the digest records them.

    Returns:
        in English '¶ 4', '¶¶ 4–5', 'p. 3, ¶ 4', 'heading before ¶ 4', 'in our digest, ¶ 4' or
        'original ¶ 7 (our digest, ¶ 4)'.
    """
    place = _paragraphs([(first, max(first, last))], terms)
    if heading:
        place = terms.heading.format(place=terms.paragraph.format(n=first))
    if pages:
        place = terms.within.format(page=_numbered(terms.page, terms.pages, [pages], terms), place=place)
    if not digest:
        return place
    numbers = _ranges(sorted(set(original)))
    if not numbers:
        return terms.digest.format(place=place)
    return terms.original.format(original=_paragraphs(numbers, terms), place=place)


def numbers_of(place: str, terms: Terms) -> str:
    """The numbers of a locator that names paragraphs and nothing else, without the word for them; else nothing."""
    for words in (terms.paragraph, terms.paragraphs, terms.two_paragraphs):
        before, _, after = words.partition("{n}")
        said = place.removeprefix(before).removesuffix(after)
        if words == f"{before}{{n}}{after}" and place == f"{before}{said}{after}" and _NUMBERS.fullmatch(said):
            return said
    return ""


def _paragraphs(ranges: list[tuple[int, int]], terms: Terms) -> str:
    """'¶ 7', '¶¶ 7–9' or '¶¶ 7, 9'; in Arabic two are a dual."""
    two = sum(last - first + 1 for first, last in ranges) == 2
    return _numbered(terms.paragraph, terms.two_paragraphs if two else terms.paragraphs, ranges, terms)


def _numbered(one: str, many: str, ranges: list[tuple[int, int]], terms: Terms) -> str:
    """Numbers with the word for one or for many before them."""
    numbers = terms.several.join(f"{a}" if b <= a else f"{a}–{b}" for a, b in ranges)
    single = len(ranges) == 1 and ranges[0][1] <= ranges[0][0]
    return (one if single else many).format(n=numbers)


def _ranges(numbers: list[int]) -> list[tuple[int, int]]:
    """Neighbours as ranges."""
    ranges: list[tuple[int, int]] = []
    for n in numbers:
        if ranges and n == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], n)
        else:
            ranges.append((n, n))
    return ranges
