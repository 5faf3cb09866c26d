"""Locators: where in a source a passage stands, in the words of a note."""

from __future__ import annotations

from collections.abc import Iterable

from briefing_tui.model import naming


def locator(
    first: int,
    last: int = 0,
    *,
    heading: bool = False,
    pages: tuple[int, int] | None = None,
    digest: bool = False,
    original: Iterable[int] = (),
) -> str:
    """Name the paragraphs that a passage stands in.

    Args:
        first: its first ¶; for a heading the ¶ after it.
        last: its last ¶, 0 where it is the first.
        heading: whether it begins in a heading.
        pages: the first and last page of those paragraphs, where the source has pages.
        digest: whether the text is our own summary, so that its ¶ numbers are ours (rule 8).
        original: for a digest, the ¶¶ of the original where the digest records them.

    Returns:
        '¶ 4', '¶¶ 4–5', 'p. 3, ¶ 4', 'heading before ¶ 4', 'in our digest, ¶ 4' or 'original ¶ 7 (our digest, ¶ 4)'.
    """
    place = naming.paragraphs(first, last)
    if heading:
        place = f"heading before {naming.paragraphs(first, first)}"
    if pages:
        place = f"{naming.pages(*pages)}, {place}"
    if not digest:
        return place
    numbers = sorted(set(original))
    return f"original {_several(numbers)} (our digest, {place})" if numbers else f"in our digest, {place}"


def _several(numbers: list[int]) -> str:
    """'¶ 7', '¶¶ 7–9' or '¶¶ 7, 9': neighbours as a range."""
    ranges: list[tuple[int, int]] = []
    for n in numbers:
        if ranges and n == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], n)
        else:
            ranges.append((n, n))
    sign = "¶¶" if len(numbers) > 1 else "¶"
    return f"{sign} " + ", ".join(f"{a}" if a == b else f"{a}–{b}" for a, b in ranges)
