"""A quote that prints one of a pair of marks of its source is told, and one that its source leaves open is not."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import category

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
from briefing_tui.model.signs.brackets import BRACKETS, bracket_pairs
from briefing_tui.model.signs.quote_signs import CLOSERS

TEXT = (
    "He spoke of “a new line of ‘thought’ there” and left. “I hope so. I wait,” he said.\n\n"
    "“The road is long.\n\n“It is cold too,” he said. « Le pont » tient. The '70s weren't bad.\n\n"
    'He said "we will go. The minister "agreed" to it. They "left".\n\nDie „Zeit"-Leser. Der „Spiegel" auch.'
)


BRACKETED = (
    "The line (a new one) holds. It [the pass] is shut, and so is the weir (see a) and the 【old】 ford.\n\n"
    "a) The bridge (built in 1901 [or later]) stands. b) It is safe :-)\n\nהגשר (החדש) פתוח. 「橋（新）は」"
)


def told(
    words: str, left_out: str = "", kind: ItemKind = ItemKind.QUOTE, rule: str = "quotation.half-mark", text: str = TEXT
) -> list[str]:
    start = text.index(words)
    article = Article("a", Metadata(language="en"), text)
    excerpt = take(article, Span(start, start + len(words)), excerpt_id="e1")
    if left_out:
        at = words.index(left_out)
        one = Alteration(AlterationKind.OMIT, Span(at, at + len(left_out)), left_out)
        excerpt = replace(excerpt, alterations=(one,))
    item = Item("i1", kind, "e1", text="So it is." * (kind is not ItemKind.QUOTE))
    brief = Brief("b", excerpts={"e1": excerpt}, sections=(Section("s1", "One", (item,)),))
    subject = Subject(brief, {"a": article}, {"e1": verify(excerpt, article)})
    return [hit.message for hit in RULES[rule].find(subject)]


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


def half(words: str, left_out: str = "") -> list[str]:
    return told(words, left_out, rule="quotation.half-bracket", text=BRACKETED)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The line (a new", "(a new"),
        ("one) holds.", ")holds."),
        ("It [the", "[the"),
        ("the 【old", "【old"),
        ("(built in 1901 [or later", "(built in 1901 [or"),
        ("הגשר (החדש", "(החדש"),
        ("橋（新", "（新"),
    ],
)
def test_a_bracket_whose_partner_is_cut_off_is_told(words: str, shown: str) -> None:
    assert any(f"the bracket of ‘{shown}’ without its partner" in message for message in half(words))


@pytest.mark.parametrize(
    "words",
    [
        "(a new one)",
        "a new one",
        "a) The bridge",
        "b) It is safe :-)",
        "is shut, and so is",
        "(built in 1901 [or later]) stands",
    ],
)
def test_whole_brackets_and_those_that_the_source_leaves_alone_are_fine(words: str) -> None:
    assert not half(words)


def test_a_bracket_that_an_omission_parts_from_its_partner_is_told_as_a_warning() -> None:
    assert half("The line (a new one) holds", "new one)")
    assert not half("The line (a new one) holds", "(a new one)")
    assert RULES["quotation.half-bracket"].severity is Severity.WARNING


def test_the_brackets_are_all_that_unicode_opens_and_closes_but_for_quotation_marks() -> None:
    marks = {*CLOSERS, *"".join(CLOSERS.values())}
    for opening, closing in BRACKETS.items():
        assert (category(opening), category(closing)) == ("Ps", "Pe")
    for code in range(0x10000):
        near = (chr(code + step) for step in (1, 2, -1) if 0 <= code + step < 0x110000)
        if category(chr(code)) == "Ps" and chr(code) not in marks:
            closing = next((sign for sign in near if category(sign) == "Pe" and sign not in marks), "")
            assert not closing or BRACKETS.get(chr(code)) == closing


def test_pairs_are_found_in_time_that_grows_with_the_text() -> None:
    assert len(list(bracket_pairs("([" * 30_000 + ")" * 60_000))) == 30_000
    assert not list(bracket_pairs("(" * 50_000 + "]" * 50_000))
