"""The rows of the facets: headings, counts, what is chosen, what is folded away."""

from __future__ import annotations

import pytest

from briefing_tui.model import Facet, Filter, Filters, Theme
from briefing_tui.tui.lines import plain
from briefing_tui.tui.screens.library.facet_rows import FEW, FacetRows

OUTLETS = [(f"Outlet {n}", 40 - n) for n in range(FEW + 5)]
THEMES = [Theme("arms", "Arms"), Theme("missiles", "Missiles", broader="arms"), Theme("iran", "Iran")]
COUNTS = {
    Facet.READING: [("unread", 9), ("read", 3)],
    Facet.THEME: [("missiles", 2), ("arms", 5)],
    Facet.OUTLET: OUTLETS,
    Facet.YEAR: [("undated", 8), ("2018", 7), ("2019", 5)],
}


def rows(**more: object) -> FacetRows:
    return FacetRows(COUNTS, themes=THEMES, **more)  # type: ignore[arg-type]


def texts(shown: FacetRows, width: int = 40) -> list[str]:
    return [plain(shown.line(n, width)).rstrip() for n in range(len(shown))]


def test_each_facet_has_its_heading_and_its_values() -> None:
    said = [" ".join(text.split()) for text in texts(rows())]
    assert said[:3] == ["Yours", "unread 9", "read 3"]
    assert said[3:7] == ["Theme", "Arms 5", "Missiles 2", "Iran 0"]
    assert said[7:11] == ["Year", "2019 5", "2018 7", "undated 8"]
    assert said[11] == "Outlet"
    assert said[-1] == f"… {len(OUTLETS) - FEW} more"
    assert texts(rows())[5].startswith("    Missiles")  # below the broader one


def test_what_is_chosen_is_marked_and_never_folded_away() -> None:
    last = OUTLETS[-1][0]
    chosen = Filters((Filter(Facet.OUTLET, last), Filter(Facet.YEAR, "1999")))
    shown = rows(filters=chosen)
    assert any(text.startswith(f"✓ {last}") for text in texts(shown))
    assert any(text.split() == ["✓", "1999", "0"] for text in texts(shown))


def test_a_heading_shows_all_and_letters_find_any() -> None:
    assert len(rows(whole=frozenset({Facet.OUTLET}))) == len(rows()) + len(OUTLETS) - FEW - 1
    found = rows(words="outlet 11")
    assert [" ".join(text.split()) for text in texts(found)] == ["Outlet", "Outlet 11 29"]
    assert found.condition(found.key(1)) == Filter(Facet.OUTLET, "Outlet 11")
    assert found.condition(found.key(0)) is None


@pytest.mark.parametrize("width", [1, 9, 20, 80])
def test_it_fits(width: int) -> None:
    assert all(len(plain(rows().line(n, width))) <= max(width, 8) for n in range(len(rows())))


def test_each_row_has_its_own_key() -> None:
    keys = [rows().key(n) for n in range(len(rows()))]
    assert len(keys) == len(set(keys))


def test_what_is_yours_stands_in_one_order_whatever_the_numbers() -> None:
    more_read = {Facet.READING: [("read", 9), ("unread", 3)], Facet.PINNED: [("no brief", 9), ("this brief", 1)]}
    said = [" ".join(text.split()) for text in texts(FacetRows(more_read))]
    assert said == ["Yours", "unread 3", "read 9", "pinned in this brief 1", "pinned in no brief 9"]
