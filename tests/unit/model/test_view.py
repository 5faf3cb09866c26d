"""Views: values that are narrowed, widened and said in words."""

from __future__ import annotations

from briefing_tui.model import Facet, Filter, Filters, Sort, View

IRAN, ARMS = Filter(Facet.THEME, "iran"), Filter(Facet.THEME, "arms")
LABELS = {"iran": "Iran", "arms": "Arms trade"}


def test_it_says_what_it_shows() -> None:
    view = View() & IRAN & ARMS & Filter(Facet.YEAR, "2019") & Filter(Facet.READING, "unread")
    assert view.describe(LABELS) == "Iran or Arms trade · 2019 · unread · newest first"
    view = View() & Filter(Facet.AUTHOR, "Jane Doe") & Filter(Facet.PINNED, "this brief")
    assert view.asking("red line").describe() == (
        "by Jane Doe · pinned in this brief · texts with ‘red line’ · best first"
    )


def test_many_alternatives_are_counted() -> None:
    years = [Filter(Facet.YEAR, str(year)) for year in range(2010, 2020)]
    assert Filters(tuple(years)).describe() == "2010 or 2011 or 8 others"


def test_one_theme_takes_the_place_of_all_others() -> None:
    view = View() & IRAN & ARMS
    assert view.theme == ""
    assert view.on_theme("arms").theme == "arms"
    assert view.on_theme("").filters == Filters()


def test_what_narrows_most_goes_first() -> None:
    narrowed = View(sort=Sort.TITLE) & IRAN & Filter(Facet.YEAR, "2019") & Filter(Facet.GENRE, "report")
    view = narrowed.asking("x").with_words("put")
    steps = []
    while view != (wider := view.wider()):
        view = wider
        steps.append(view)
    assert [(s.filters.words, s.query, [c.value for c in s.filters.conditions]) for s in steps] == [
        ("", "x", ["iran", "2019", "report"]),
        ("", "", ["iran", "2019", "report"]),
        ("", "", ["iran", "2019"]),
        ("", "", ["iran"]),
        ("", "", []),
    ]


def test_relevance_is_an_order_only_where_something_is_asked() -> None:
    assert Sort.RELEVANCE not in {View(sort=sort).next_sort().sort for sort in Sort if sort is not Sort.RELEVANCE}
    asked = View().with_words("put")
    assert Sort.RELEVANCE in {View(asked.filters, sort=sort).next_sort().sort for sort in Sort}
    best = View().asking("x")
    assert best.sort is Sort.RELEVANCE
    assert best.asking("").sort is Sort.DATE


def test_a_condition_is_put_in_and_out() -> None:
    view = View().toggled(IRAN).toggled(ARMS)
    assert view.filters.chosen(Facet.THEME) == ("iran", "arms")
    assert view.toggled(IRAN).filters.chosen(Facet.THEME) == ("arms",)
    assert view.without(Facet.THEME) == View()
