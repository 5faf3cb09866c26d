"""Quotations: what stands between quotation marks, innermost first."""

from __future__ import annotations

import pytest

from briefing_tui.model import Article, Metadata, Span
from briefing_tui.model.signs.quotation_marks import nested_quotations
from briefing_tui.reading import Passages, Quotations


def near(text: str, words: str) -> tuple[Quotations, Span]:
    start = text.index(words)
    here = Span(start, start + len(words))
    return Quotations.near(Passages(Article("a", Metadata(), text)), here), here


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said “we ‘never’ go” and "so".', ["we ‘never’ go", "never", "so"]),
        ("« Il dit “non” », dit-il. „a „b“ c“", [" Il dit “non” ", "non", "a „b“ c", "b"]),
        ("It's 'quoted' here; the dogs' bowl", ["quoted"]),
        ("「あ『い』う」", ["あ『い』う", "い"]),
        ("‘He said “x” there’", ["He said “x” there", "x"]),
        ('»So« sagt ›er‹; צה"ל “כן”', ["So", "er", "כן"]),
        ("no marks at all", []),
    ],
)
def test_nested_quotations(text: str, expected: list[str]) -> None:
    found, unpaired = nested_quotations(text)
    assert [quotation.words.slice(text) for quotation in found] == expected
    assert unpaired is None
    assert all(quotation.span.covers(quotation.words) for quotation in found)


def test_a_mark_without_a_partner() -> None:
    found, unpaired = nested_quotations("He said “we go. And “they” stay.")
    assert unpaired == Span(8, 9)
    assert len(found) <= 1


def test_from_the_words_outwards() -> None:
    text = "First.\n\nThen he said: « we ‘never’ go » again, and “so” on."
    quotations, here = near(text, "never")
    assert quotations.spans[0].slice(text) == "we ‘never’ go"
    steps = []
    found: Span | None = here
    while found is not None and (found := quotations.around(found)) is not None:
        steps.append(found.slice(text))
    assert steps == ["‘never’", "we ‘never’ go", "« we ‘never’ go »"]


def test_within_and_beside() -> None:
    quotations, here = near("He said “yes” and “no”, then left at once.", "He said “yes” and")
    assert quotations.within(here) == Span(9, 12)
    after, there = near("He said “yes” and “no”, then left at once.", "then left")
    assert after.within(there) is None
    assert after.around(there) is None
    assert after.nearest(there) == Span(19, 21)
    nothing, nowhere = near("No marks.", "No")
    assert nothing.nearest(nowhere) is None
