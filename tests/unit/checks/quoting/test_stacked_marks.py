"""Marks that would cover other lines: an error in own words, a warning in those of a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject
from briefing_tui.compile.house.page import HousePageError, look_at
from briefing_tui.compile.house.sheet import HouseSheetError, let_through
from briefing_tui.model import Article, Brief, Metadata, Name, Span, Speaker, take

HEAP = "so" + "\u0333" * 9


def found(rule: str, brief: Brief, author: str = "Ida", words: str = "The line manages risk.") -> list[tuple[str, str]]:
    article = Article("a", Metadata(title="A note", author=(Name(literal=author),)), words)
    excerpt = replace(take(article, Span(0, len(words))), id="e1", speaker=Speaker("Ida", role=brief.reference))
    subject = Subject(replace(brief, excerpts={"e1": excerpt}), {"a": article}, {})
    return [(hit.place, hit.message) for hit in RULES[rule].find(subject)]


def test_own_words_under_a_heap_of_marks_are_an_error_at_their_place() -> None:
    assert found("own-words.marks", Brief("b", bottom_line="It is só.")) == []
    ((place, said),) = found("own-words.marks", Brief("b", bottom_line=f"It is {HEAP}."))
    assert (place, RULES["own-words.marks"].severity.value) == ("bottom-line", "error")
    assert "‘o’ bears up to 9 combining marks" in said
    assert {place for place, _ in found("own-words.marks", Brief("b", reference=HEAP))} == {"reference", "e1"}


def test_words_of_a_source_under_one_are_a_warning_and_stay() -> None:
    assert found("quotation.marks", Brief("b")) == []
    assert [place for place, _ in found("quotation.marks", Brief("b"), words=HEAP)] == ["e1"]
    assert [place for place, _ in found("quotation.marks", Brief("b"), author=HEAP)] == ["e1"]


@pytest.mark.parametrize("page", [f"<p>{HEAP}</p>", "<p>o" + "&#x333;" * 9 + "</p>", f'<p title="{HEAP}">x</p>'])
def test_fixed_words_of_a_form_have_none_either(page: str) -> None:
    with pytest.raises(HousePageError, match="more marks"):
        look_at(page)
    with pytest.raises(HouseSheetError, match="cannot be used"):
        let_through(f"@page {{ @top-left {{ content: '{HEAP}' }} }}")
