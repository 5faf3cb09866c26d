"""What the question before a pin shows of the text around a passage: whole words."""

from __future__ import annotations

import pytest

from briefing_tui.tui.screens.reading.guarding import WORD, word_at


@pytest.mark.parametrize(
    ("at", "word"),
    [(0, ""), (1, "ne "), (4, ""), (6, "two "), (7, "two "), (8, ""), (10, "th"), (13, ""), (99, "")],
)
def test_a_word_is_not_cut(at: int, word: str) -> None:
    text = "One two three"
    assert word_at(text, at).slice(text) == word


def test_a_script_without_spaces_is_cut_anywhere() -> None:
    text = "橋" * 4 * WORD
    assert not word_at(text, 2 * WORD).slice(text)
