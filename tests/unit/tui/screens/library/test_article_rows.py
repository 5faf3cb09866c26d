"""How a row of the library makes use of its width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.model import Header
from briefing_tui.tui.lines import plain
from briefing_tui.tui.screens.library.article_rows import ArticleRows, ThemeRows, headline

HEADER = Header(
    "far",
    "A title of some length",
    "A title of some length",
    (),
    "The Far Away Observer of Everything",
    "2019-11-20",
    "long analysis",
    "en",
    "full",
    300,
    12,
    (),
    states=(("container-title", "inferred"), ("issued", "inferred"), ("genre", "inferred")),
)


def row_of(width: int, **fields: object) -> str:
    header = replace(HEADER, **fields)  # type: ignore[arg-type]
    return plain(ArticleRows([header]).line(0, width))


@pytest.mark.parametrize("width", [16, 38, 60, 78, 100, 110])
def test_a_row_fits_keeps_its_title_and_its_doubts(width: int) -> None:
    row = row_of(width)
    assert len(row) == width
    assert "A title of" in row
    assert ("The Far Away" in row) is (width >= 60)
    assert row.count("?") == (0 if width < 38 else 2 if width >= 60 else 1) + (width >= 100)


@pytest.mark.parametrize("width", [38, 60, 78, 110])
@pytest.mark.parametrize("paragraphs", [7, 9_999, 11_000, 1_234_567])
def test_a_number_of_paragraphs_is_never_cut(width: int, paragraphs: int) -> None:
    row = row_of(width, paragraphs=paragraphs)
    assert f" {paragraphs}¶" in row
    assert len(row) == width


@pytest.mark.parametrize("width", [24, 38, 50, 60, 78])
def test_a_digest_is_told_from_a_full_text_of_the_same_title(width: int) -> None:
    assert len(row_of(width, text="digest", stand_in="A title " * 20)) == width
    assert "… · digest" in row_of(width, text="digest", stand_in="A title " * 20)
    assert "digest" not in row_of(width)


def test_a_kind_that_the_outlet_says_already_is_left_out() -> None:
    inferred = (("container-title", "inferred"),)
    assert (
        "note" not in row_of(110, container_title="Background notes", genre="background note", states=inferred)[70:88]
    )
    assert row_of(110, container_title="The Paper", genre="background note").count("note?") == 1


def test_of_many_passages_the_first_ones_and_a_sign_for_more_are_shown() -> None:
    rows = ArticleRows([HEADER], pins={"far": ["e2", "e3", "e15"]})
    more = ArticleRows([HEADER], pins={"far": ["e2", "e3", "e15", "e16"]})
    assert plain(more.line(0, 100)).endswith(" e2 e3 e15+ ")
    assert plain(rows.line(0, 100)).endswith(" e2 e3 e15  ")
    assert plain(rows.line(0, 78)).endswith(" e2+  ")


def test_where_there_is_no_theme_the_pane_says_how_to_make_one() -> None:
    said = "No theme yet: e on an article makes one"
    rows = ThemeRows((), 0, 0, hint=said)
    assert [plain(part) for part in rows.opened(0, 80)] == [said]
    assert list(ThemeRows((), 0, 0).opened(0, 80)) == []


def test_without_an_outlet_the_publisher_is_shown() -> None:
    published = replace(HEADER, container_title="", publisher="Quay Press", states=(("publisher", "inferred"),))
    shown = headline(published, 100)
    assert "Quay Press?" in plain(shown)
