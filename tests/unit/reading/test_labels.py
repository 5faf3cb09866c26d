"""Labels of two letters: the nearest words have those under the fingers."""

from __future__ import annotations

from briefing_tui.model import Span
from briefing_tui.reading import LETTERS, labels

HOME = set("asdfghjkl")


def test_the_nearest_words_have_the_easiest_labels() -> None:
    found = [Span(n * 5, n * 5 + 3) for n in range(400)]
    by_label = labels(found, 1000)
    assert len(by_label) == 400
    assert all(len(label) == 2 for label in by_label)
    order = list(by_label)
    assert by_label[order[0]] == Span(1000, 1003)
    assert all(set(label) <= HOME for label in order[:64])


def test_no_more_labels_than_there_are() -> None:
    by_label = labels([Span(n, n + 1) for n in range(2000)], 0)
    assert len(by_label) == len(LETTERS) ** 2
    assert len(set(by_label.values())) == len(by_label)
    assert labels([], 0) == {}
