"""Pronouns whose referent stands outside."""

from __future__ import annotations

import pytest

from briefing_tui.checks.context import ContextKind, context_warnings
from briefing_tui.model import Article, Metadata, Span


@pytest.mark.parametrize(
    ("before", "kept", "named"),
    [
        ("Nobody asked Arkady Mil-Dan. ", "Mil-Dan, however, disagreed. “It will go,” he said.", ""),
        ("It was safe, said Berg. ", "Berg, however, disagreed. “It will go,” he said.", ""),
        ("", "Berg, however, disagreed. “It will go,” he said.", "he"),
        ("It rained on Monday. ", "Monday, however, was dry. “It will go,” he said.", "he"),
    ],
)
def test_the_first_word_is_somebody_where_the_article_has_it_as_a_name(before: str, kept: str, named: str) -> None:
    found = context_warnings(
        Article("a", Metadata(language="en"), before + kept), Span(len(before), len(before) + len(kept))
    )
    assert [w.words for w in found.warnings if w.kind is ContextKind.REFERENCE] == ([named] if named else [])


@pytest.mark.parametrize(
    ("text", "kept", "named"),
    [
        ("They claim that the harbour belongs to them.", "the harbour belongs to them", "them"),
        ("They say the ship is in their port.", "the ship is in their port", "their"),
        ("They say the rebels laid down their arms.", "the rebels laid down their arms", ""),
        ("They say that Norway and Chile met in their embassies.", "Norway and Chile met in their embassies", ""),
        ("The port is theirs, and the harbour belongs to it.", "the harbour belongs to it", ""),
    ],
)
def test_whom_the_dropped_words_speak_of(text: str, kept: str, named: str) -> None:
    start = text.index(kept)
    found = context_warnings(Article("a", Metadata(language="en"), text), Span(start, start + len(kept)))
    assert [w.words for w in found.warnings if w.kind is ContextKind.REFERENCE] == ([named] if named else [])
