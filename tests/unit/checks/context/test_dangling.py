"""Pronouns whose referent stands outside."""

from __future__ import annotations

import pytest

from briefing_tui.checks.context import ContextKind, context_warnings
from briefing_tui.model import Article, Metadata, Span


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
