"""What is wrong with the passages that a brief uses of an article, and where that is seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing_tui.model import (
    Article,
    Brief,
    ExcerptState,
    Finding,
    Item,
    ItemKind,
    Metadata,
    Section,
    Severity,
    Span,
    Speaker,
    Verification,
    take,
)
from briefing_tui.tui.reader.trouble import Trouble, trouble

ARTICLE = Article("a", Metadata(), "One two three.\n\nFour five six.")
E1, E2, E3 = (
    take(ARTICLE, span, excerpt_id=e) for e, span in (("e1", Span(0, 7)), ("e2", Span(16, 25)), ("e3", Span(0, 3)))
)
ELSEWHERE = replace(E1, id="e9", article="b")
ITEMS = (Item("i3", ItemKind.QUOTE, excerpt="e3"), Item("i9", ItemKind.QUOTE, excerpt="e9"))
BRIEF = Brief(
    id="x",
    title="X",
    excerpts={e.id: e for e in (E1, E2, E3, ELSEWHERE)},
    sections=(Section("s1", "S", ITEMS),),
)


def seen(found: Iterable[Trouble]) -> list[tuple[str, Span]]:
    return [(one.label, one.span) for one in found]


def test_what_is_altered_gone_or_used_with_an_error() -> None:
    known = {
        "e1": Verification(ExcerptState.ALTERED, Span(0, 14), "One two three."),
        "e2": Verification(ExcerptState.VANISHED, None),
        "e3": Verification(ExcerptState.IDENTICAL, Span(0, 3), "One"),
        "e9": Verification(ExcerptState.VANISHED, None),
    }
    findings = [
        Finding("item.x", Severity.ERROR, "i3", "has no words"),
        Finding("item.y", Severity.WARNING, "e3", "only a warning"),
        Finding("item.x", Severity.ERROR, "i9", "in another article"),
        Finding("item.x", Severity.ERROR, "i9", "in another article"),
    ]
    assert seen(trouble(ARTICLE, BRIEF, known, findings)) == [
        ("≠ e1 reads otherwise now", Span(0, 14)),
        ("✗ e2 is no longer here", Span(16, 17)),
        ("! i3: has no words", Span(0, 3)),
    ]


def test_a_passage_is_in_doubt_for_its_words_and_not_for_its_source() -> None:
    findings = [
        Finding("source.stale", Severity.WARNING, "e3", "is old"),
        Finding("context.cut", Severity.WARNING, "e3", "leaves out ‘not’"),
        Finding("context.cut", Severity.NOTE, "e1", "is not checked"),
    ]
    assert seen(trouble(ARTICLE, BRIEF, {}, findings)) == [("? e3: leaves out ‘not’", Span(0, 3))]


def test_of_several_things_the_gravest_is_said_and_how_many_more_there_are() -> None:
    cut = Finding("context.cut", Severity.WARNING, "e3", "its cut leaves out ‘not’")
    who = Finding("speaker.unfounded", Severity.WARNING, "e3", "said by A, credited to B")
    words = Finding("item.x", Severity.ERROR, "i3", "has no words")
    old = Finding("source.stale", Severity.WARNING, "e3", "is old")

    def said(*findings: Finding) -> list[str]:
        return [one.label for one in trouble(ARTICLE, BRIEF, {}, findings, key="C")]

    assert said(cut, who, old) == ["? e3 (1 more: C): said by A, credited to B"]
    assert said(cut, who, words) == ["! i3 (2 more: C): has no words"]
    assert said(cut) == ["? e3: its cut leaves out ‘not’"]


def test_two_long_names_are_seen_in_eighty_cells() -> None:
    message = "said by Anna Borshchevskaya, credited to Micky Aharonson"
    findings = [Finding("speaker.unfounded", Severity.WARNING, "e3", message)] * 2
    [(label, *_)] = trouble(ARTICLE, BRIEF, {}, findings, key="C")
    assert label.endswith(message)
    assert len(label) <= 76


def test_where_nothing_is_wrong_nothing_is_said() -> None:
    assert not list(trouble(ARTICLE, BRIEF, {}, []))
    empty = Article("a", Metadata(), "")
    assert seen(trouble(empty, BRIEF, {"e2": Verification(ExcerptState.VANISHED, None)}, [])) == [
        ("✗ e2 is no longer here", Span(0, 0))
    ]


def test_what_was_wrong_with_a_passage_is_not_said_once_it_is_undone_or_used_otherwise() -> None:
    said = Finding("speaker.unfounded", Severity.WARNING, "e3", "credited to B")
    [one] = trouble(ARTICLE, BRIEF, {}, [said])
    assert one.stands_in(BRIEF)
    assert one.stands_in(replace(BRIEF, title="Y"))
    for undone in (
        replace(BRIEF, excerpts={e.id: e for e in (E1, E2, ELSEWHERE)}),
        replace(BRIEF, excerpts={**BRIEF.excerpts, "e3": replace(E3, speaker=Speaker("B"))}),
        replace(BRIEF, sections=()),
    ):
        assert not one.stands_in(undone)
