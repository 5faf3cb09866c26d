"""Themes by outlet: counted, the most frequent first, never wider than the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.compile.document.tables import NO_TABLE, WIDEST, Table, coverage
from briefing_tui.compile.forms.word_tables import LINE, shares
from briefing_tui.compile.forms.word_tables import table as word_table
from briefing_tui.compile.languages.wording import wording
from briefing_tui.compile.page.back_matter import table
from briefing_tui.model import Article, Metadata

WORDS = wording("en")


def sources(outlets: list[str]) -> list[Article]:
    return [Article(f"a{n}", Metadata(container_title=outlet), "x") for n, outlet in enumerate(outlets)]


def test_articles_of_one_outlet_are_counted_together() -> None:
    themes = {"a0": {"Boats": 2, "Berths": 1}, "a1": {"Boats": 3}, "a2": {"Berths": 1}, "gone": {"Boats": 9}}
    found = coverage(sources(["Gazette", "Gazette", ""]), themes, WORDS)
    assert found.head == ("Theme", "Gazette", "[no outlet stated]", "All")
    assert found.rows == (("Boats", 5, 0, 5), ("Berths", 1, 1, 2))
    assert found.most == 5


def test_no_themes_make_no_table() -> None:
    assert coverage(sources(["Gazette"]), {}, WORDS) == NO_TABLE


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_small_outlets_are_summed_up(counts: list[int]) -> None:
    themes = {f"a{n}": {"Boats": count} for n, count in enumerate(counts)}
    found = coverage(sources([f"Outlet {n}" for n in range(len(counts))]), themes, WORDS)
    assert len(found.head) <= WIDEST + 2
    (row,) = found.rows
    assert sum(row[1:-1]) == row[-1] == sum(counts)  # type: ignore[arg-type]
    if len(counts) > WIDEST:
        assert found.head[-2] == f"Others ({len(counts) - WIDEST + 1})"


def test_its_heads_say_what_they_are_heads_of() -> None:
    found = coverage(sources(["A & B", "<i>"]), {"a0": {"Boats": 4}, "a1": {"Boats": 1}}, WORDS)
    written = table(found, "coverage")
    assert '<th scope="col" class="count">A &amp; B</th>' in written
    assert '<th scope="row">Boats</th>' in written
    four = '<span class="figure" style="min-width: 1ch">4</span>'
    assert f'<td class="count">{four}<span class="bar" style="width: 9mm"></span></td>' in written
    assert "<i>" not in written


def test_in_a_docx_no_column_is_narrower_than_its_longest_word() -> None:
    head = ("Theme", "Grid Resilience Journal", "Северный вестник", "Hafenblatt", "港口日报与航运消息", "All")
    given = Table(head, (("Spare transformers", 2, 1, 10, 3, 16), ("Storage", 0, 0, 1, 0, 1)))
    letters = [round(share * LINE) for share in shares(given)]
    assert sum(shares(given)) == pytest.approx(1)
    for width, longest in zip(
        letters, ("transformers", "Resilience", "Северный", "Hafenblatt", "", "All"), strict=True
    ):
        assert width > len(longest)


def test_in_a_docx_a_number_stays_beside_its_word_in_the_head_of_a_column() -> None:
    made = word_table(Table(("Theme", "אחרים (6)", "Two words", "All"), (("Boats", 1, 2, 3),)))
    assert "(6)" in str(made)
    assert "אחרים (6)" not in str(made)
    assert "Two words" in str(made)
    whole, parted = (shares(Table(("A" * 90, f"Others{space}(6)"), (("B", 1),))) for space in ("\u00a0", " "))
    assert whole[1] > parted[1]


def test_words_that_leave_no_room_share_the_width_of_the_page() -> None:
    given = Table(("A" * 90, "B" * 45), (("C", 1),))
    first, second = shares(given)
    assert first + second == pytest.approx(1)
    assert first > second > 0


def test_the_words_of_names_stand_beside_each_other_unbroken() -> None:
    outlets = [f"Kriegsberichterstattung {n}" for n in range(6)]
    themes = {f"a{n}": {"Boats": 6 - n} for n in range(6)}
    head = coverage(sources(outlets), themes, WORDS).head
    assert head == ("Theme", *outlets[:2], "Others (4)", "All")
    short = coverage(sources(["港口日报每日新闻大报", "Gazette"]), themes, WORDS).head
    assert short == ("Theme", "港口日报每日新闻大报", "Gazette", "All")
