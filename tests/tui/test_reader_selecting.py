"""Selecting a passage in the reader, by keys alone."""

from __future__ import annotations

from briefing_tui.model import Article, Metadata
from tests.tui.host import lit, press, reading

SELECTIONS = [
    ("s", "Sentence 1 a opens here."),
    ("s s", "Sentence 1 a opens here."),
    (
        "s + < <",
        "Sentence 1 a opens here. Sentence 1 b, the “middle” one, is rather longer than it has to be so that it",
    ),
    ("s <", "Sentence 1 a opens here"),
    ("s < <", "Sentence 1 a opens"),
    ("s < < >", "Sentence 1 a opens here"),
    ("s comma comma", "Sentence 1 a opens her"),
    ("s comma comma .", "Sentence 1 a opens here"),
    ("s o >", "1 a opens here."),
    ("s o > > <", "1 a opens here."),
    ("s + -", "Sentence 1 a opens here."),
    ("s j k", "Sentence 1 a opens here."),
    ("s o >  w", "Sentence 1 a opens here."),
    ("< <", "Sentence 1 a opens"),
    (
        "j j s k",
        "Sentence 1 b, the “middle” one, is rather longer than it has to be so that it wraps. Sentence 1 c ends.",
    ),
]


async def test_selecting() -> None:
    async with reading() as (app, pilot):
        for keys, expected in SELECTIONS:
            app.view.let_go()
            app.view.go_to_paragraph(1)
            await press(pilot, keys)
            assert lit(app) == expected, keys


async def test_selecting_a_paragraph_and_letting_go() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "s }")
        assert lit(app).startswith("Sentence 1 a")
        assert lit(app).endswith("Sentence 2 a opens here.")
        assert app.view.cancel()
        assert not app.view.selecting
        assert lit(app) == "Sentence 2 a opens here."
        assert not app.view.cancel()


async def test_what_is_selected_is_said() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "s j")
        place = app.view.place
        assert place.paragraph == "¶ 1 of 40"
        assert (place.opening, place.closing) == ("Sentence 1 a", "that it wraps.")
        assert place.words == len(lit(app).split())


OVER = "Before it stands this.\n\n## The heading\n\n\\## Kept as words. And more.\n\nThe last one. It ends."
BARRED = "a heading stands between"
STOPS = [
    ("+", "Before it stands this.", True),
    ("s j", "Before it stands this.", True),
    ("s }", "Before it stands this.", True),
    ("s )", "Before it stands this.", True),
    ("s < >", "Before it stands this", True),
    ("s < > .", "Before it stands this.", False),
    ("s .", "Before it stands this.", True),
    ("s . <", "Before it stands this", False),
    ("} s o <", "## Kept as words.", True),
    ("} s o comma", "## Kept as words.", True),
    ("} s k", "## Kept as words.", True),
    ("} s o > o <", "Kept as words", False),
    ("} j s o comma", ". And more.", False),
    ("} j s .", "And more.\n\nT", False),
    ("} j s . comma", "And more.", False),
    (") s + +", "The heading", True),
    (") s <", "The", False),
]


async def test_a_selection_never_runs_over_a_heading_and_has_words_at_both_ends() -> None:
    article = Article("over", Metadata(), OVER)
    async with reading(article) as (app, pilot):
        for keys, expected, stopped in STOPS:
            app.view.let_go()
            app.view.go_to(0)
            await press(pilot, keys)
            assert lit(app) == expected, keys
            assert (BARRED in app.view.place.selected) is stopped, keys
