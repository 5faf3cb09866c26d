"""A quote that prints one of a pair of marks of its source is told, and one that its source leaves open is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject, verify
from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Item,
    ItemKind,
    Metadata,
    Section,
    Severity,
    Span,
    take,
)

TEXT = (
    "He spoke of “a new line of ‘thought’ there” and left. “I hope so. I wait,” he said.\n\n"
    "“The road is long.\n\n“It is cold too,” he said. « Le pont » tient. The '70s weren't bad.\n\n"
    'He said "we will go. The minister "agreed" to it. They "left".\n\nDie „Zeit"-Leser. Der „Spiegel" auch.'
)


def told(words: str, left_out: str = "", kind: ItemKind = ItemKind.QUOTE) -> list[str]:
    start = TEXT.index(words)
    article = Article("a", Metadata(language="en"), TEXT)
    excerpt = take(article, Span(start, start + len(words)), excerpt_id="e1")
    if left_out:
        at = words.index(left_out)
        one = Alteration(AlterationKind.OMIT, Span(at, at + len(left_out)), left_out)
        excerpt = replace(excerpt, alterations=(one,))
    item = Item("i1", kind, "e1", text="So it is." * (kind is not ItemKind.QUOTE))
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", (item,)),))
    subject = Subject(brief, {"a": article}, {"e1": verify(excerpt, article)})
    return [hit.message for hit in RULES["quotation.half-mark"].find(subject)]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("spoke of “a new line", "“a new line"),
        ("line of ‘thought’ there” and left", "”and left"),
        ("“I hope so.", "“I hope so."),
        ("I wait,”", "” behind I wait,"),
        ("new line of ‘thought", "‘thought"),
        ("« Le pont", "«Le pont"),
    ],
)
def test_a_mark_whose_partner_is_cut_off_is_told(words: str, mark: str) -> None:
    (message,) = told(words)
    assert f"the mark of ‘{mark}’ without its partner" in message


@pytest.mark.parametrize(
    "words",
    [
        "a new line",
        "“a new line of ‘thought’ there”",
        "I hope so. I wait",
        "“The road is long.",
        "The '70s weren't bad",
        'The minister "agreed" to it.',
        'Die „Zeit"-Leser.',
    ],
)
def test_both_marks_none_and_one_that_the_source_leaves_open_are_fine(words: str) -> None:
    assert not told(words)


def test_what_is_left_out_counts_as_cut_off() -> None:
    whole = "of “a new line of ‘thought’ there” and"
    assert told(whole, "there”")
    assert not told(whole, "of ‘thought’")
    assert not told("spoke of “a new line", "“a")


def test_only_what_is_printed_counts_and_no_final_briefing_has_it() -> None:
    assert not told("spoke of “a new line", kind=ItemKind.PARAPHRASE)
    assert RULES["quotation.half-mark"].severity is Severity.ERROR
