"""Rows of passages: they fit, and the words that were looked for are seen and lit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing_tui.model import Passage, Related, Span
from briefing_tui.tui.lines import Piece, flowed, plain
from briefing_tui.tui.screens.searching.passage_rows import PassageRows, lit, near, passage_lines
from briefing_tui.tui.screens.searching.related_rows import RelatedRows

SNIPPET = "…a long way before anything that was looked for comes the line itself, and then more"
MARK = Span(SNIPPET.index("line"), SNIPPET.index("line") + 4)


def hits(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text for piece in pieces if piece.role == "hit"]


@pytest.mark.parametrize("width", [20, 40, 80, 160])
def test_the_words_found_are_in_view_and_lit(width: int) -> None:
    row = PassageRows([Passage("an-article", 12, Span(0, 9), ("line",), 4, SNIPPET, (MARK,))]).line(0, width)
    assert cell_len(plain(row)) <= width
    assert hits(row) == ["line"]
    assert "¶12" in plain(row)
    assert ("an-article" in plain(row)) is (width >= 40)


def test_where_a_row_has_no_room_the_article_is_named_below_it() -> None:
    rows = PassageRows([Passage("an-article", 12, Span(0, 9), ("line",), 4, SNIPPET, (MARK,))])
    assert [plain(part).strip() for part in rows.opened(0, 18)] == ["an-article"]
    assert list(rows.opened(0, 40)) == []


def test_what_is_related_shows_its_words_and_at_the_cursor_why() -> None:
    passage = Passage("an-article", 12, Span(0, 9), ("line",), 4, SNIPPET, (MARK,))
    rows = RelatedRows.of([Related(passage, "the same rare word: line", relation="digest of this article")], {})
    assert hits(rows.line(0, 60)) == ["line"]
    first, second, *words = rows.opened(0, 60)
    assert plain(first).strip() == "digest of this article · the same rare word: line"
    assert plain(second).strip() == "an-article"
    assert " ".join(plain(part).strip() for part in words) == SNIPPET
    assert rows.tallest(60) == 1 + 2 + len(words)


def test_all_of_a_short_snippet_is_kept() -> None:
    assert plain(near(SNIPPET, (MARK,), 200)) == SNIPPET
    assert near(SNIPPET, (), 10) == (Piece(SNIPPET),)


@given(
    st.text("ab ée漢👍\u0301", max_size=60), st.lists(st.integers(0, 60), min_size=2, max_size=6), st.integers(1, 30)
)
def test_wrapping_loses_no_word_and_no_light(text: str, edges: list[int], width: int) -> None:
    edges = sorted(edges)
    marks = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
    pieces = lit(text, marks)
    lines = flowed(pieces, width)
    assert "".join("".join(plain(one).split()) for one in lines) == "".join(text.split())
    assert all(cell_len(plain(one)) <= max(width, 2) for one in lines)
    lit_before = "".join("".join(hits(pieces)).split())
    assert "".join("".join(hit.split()) for one in lines for hit in hits(one)) == lit_before


def test_a_no_break_space_behind_a_light_stays() -> None:
    text = "It is a guarantor\u00a0of them."
    (shown,) = flowed(lit(text, [Span(8, 17)]), 60)
    assert plain(shown) == text


def test_of_a_long_passage_the_part_with_most_of_the_words_is_shown() -> None:
    text = "so one " + "word " * 300 + "the one and the other " + "word " * 300
    at = text.index("the other") + 4
    marks = [Span(3, 6), Span(text.index("one", 9), text.index("one", 9) + 3), Span(at, at + 5)]
    passage = Passage("an-article", 12, Span(0, len(text)))
    lines = passage_lines(passage, None, text, marks, (60, 8), measure=60)
    seen = [hit for one in lines[:8] for hit in hits(one)]
    assert seen == ["one", "other"]
    assert plain(lines[1]).startswith("… word")
    assert len(lines) >= 8
    whole = passage_lines(passage, None, text, marks, (60, 200), measure=60)
    assert plain(whole[1]).startswith("so one")


def test_a_short_row_shows_as_many_different_words_as_fit() -> None:
    snippet = "one is here, one is there, far behind stand one and other"
    marks = [Span(i, i + 3) for i in range(len(snippet)) if snippet.startswith("one", i)]
    marks.append(Span(snippet.index("other"), len(snippet)))
    assert hits(near(snippet, marks, 30)) == ["one", "other"]
