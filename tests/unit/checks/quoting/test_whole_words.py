"""A quote that begins or ends inside a word says so, and lends no words to the author's own text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing_tui.checks import Subject, check, checklist, verify
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
    Suppression,
    take,
)

CUT, PARTED = "quotation.cut-word", "quotation.cut-prefix"


def brief_of(marked: str, kind: ItemKind = ItemKind.QUOTE, **changes: Any) -> tuple[Brief, Article]:
    """A brief that has pinned what stands between two bars."""
    start, end = marked.index("|"), marked.rindex("|") - 1
    article = Article("a", Metadata(title="A"), marked.replace("|", ""))
    passage = take(article, Span(start, end), excerpt_id="e1")
    text = "" if kind is ItemKind.QUOTE else "Ours."
    section = Section("s1", "One", (Item("i1", kind, "e1", text=text),))
    return replace(Brief("b", excerpts={"e1": passage}, sections=(section,)), **changes), article


def found(brief: Brief, article: Article) -> list[tuple[str, str, str]]:
    subject = Subject(brief, {"a": article}, {e.id: verify(e, article) for e in brief.excerpts.values()})
    return [(f.rule, f.place, f.message) for f in check(subject) if f.rule in (CUT, PARTED)]


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("It is un|likely| now.", "“un|likely”"),
        ("It is un-|likely| now.", "“un-|likely”"),
        ("They |can|'t go.", "“can|'t”"),
        ("It rose by |3|.5 per cent.", "“3|.5”"),
        ("Это не|возможно| теперь.", "“не|возможно”"),
        ("Il n'|est plus| là.", "“n'|est”"),
        ("A cafe|\u0301 is| open.", "“cafe|\u0301”"),
    ],
)
def test_a_quote_that_divides_a_word_is_an_error_that_shows_it(marked: str, said: str) -> None:
    ((rule, place, message),) = found(*brief_of(marked))
    assert (rule, place) == (CUT, "i1")
    assert said in message


def test_both_ends_are_told() -> None:
    assert [message.split()[3] for _, _, message in found(*brief_of("An un|likely end|ing."))] == ["begins", "ends"]


@pytest.mark.parametrize(
    "marked",
    ["He left ב|מאי 2019| there.", "قال إن |السلام|هم هنا.", "C'est l'|accord| final.", "Qu'|il vienne| ici."],
)
def test_a_particle_that_is_written_with_its_word_is_a_warning(marked: str) -> None:
    ((rule, place, _),) = found(*brief_of(marked))
    assert (rule, place) == (PARTED, "i1")


@pytest.mark.parametrize("marked", ["It is |likely| now.", "It is| likely |now.", "|All of it.|", "他们|不可能|来。"])
def test_whole_words_are_no_finding(marked: str) -> None:
    assert found(*brief_of(marked)) == []


def test_a_paraphrase_may_rest_on_a_part_of_a_word() -> None:
    assert found(*brief_of("It is un|likely| now.", ItemKind.PARAPHRASE)) == []


def test_a_person_may_let_it_stand_with_a_reason() -> None:
    reason = Suppression(CUT, "i1", "The speaker broke off there.")
    brief, article = brief_of("It is un|likely| now.", suppressed=(reason,))
    assert [f.severity for f in check(_subject(*brief_of("It is un|likely| now."))) if f.rule == CUT] == [
        Severity.ERROR
    ]
    assert [s.finding.rule for s in checklist(_subject(brief, article)).suppressed] == [CUT]


def _subject(brief: Brief, article: Article) -> Subject:
    return Subject(brief, {"a": article}, {e.id: verify(e, article) for e in brief.excerpts.values()})


@pytest.mark.parametrize(
    ("marked", "own", "fits"),
    [
        ("It is un|likely to end| now.", "likely to", False),
        ("It is un|likely to end| now.", "to end", True),
        ("It was |to be un|likely.", "un", False),
        ("It was |to be un|likely.", "to be", True),
        ("It is |likely to end| now.", "likely to", True),
    ],
)
def test_own_words_quote_no_part_of_a_divided_word(marked: str, own: str, fits: bool) -> None:
    brief, article = brief_of(marked, bottom_line=f"They called it “{own}”.")
    assert ("own-words.quotation" not in {f.rule for f in check(_subject(brief, article))}) is fits


@pytest.mark.parametrize(
    ("own", "fits"), [("[now] likely to end", False), ("likely to", False), ("to end", True), ("to [soon] end", False)]
)
def test_nor_from_an_altered_quote(own: str, fits: bool) -> None:
    brief, article = brief_of("It is un|likely to end| now.", bottom_line=f"They called it “{own}”.")
    insert = Alteration(AlterationKind.INSERT, Span(0, 0), "", "now")
    excerpt = replace(brief.excerpts["e1"], alterations=(insert,))
    changed = replace(brief, excerpts={"e1": excerpt})
    assert ("own-words.quotation" not in {f.rule for f in check(_subject(changed, article))}) is fits
