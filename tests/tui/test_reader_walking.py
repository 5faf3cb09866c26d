"""Walking in the reader: from pin to pin, along the theme, from hit to hit, and on into what comes next."""

from __future__ import annotations

from briefing_tui.model import Span
from briefing_tui.reading import find_words
from briefing_tui.tui.reader import messages
from tests.tui.host import TEXT, lit, press, reading, until


async def test_pins_are_marked_and_reached() -> None:
    pins = [(f"e{n}", Span(start := TEXT.index(f"Sentence {n} b"), start + 30)) for n in (2, 30)]
    other = [("another", Span(TEXT.index("Sentence 3 a"), TEXT.index("Sentence 3 b")))]
    async with reading(pins=pins, other_pins=other) as (app, pilot):
        marked = [line for line in app.lines() if line.startswith("▌")]
        assert len(marked) in {1, 2}
        assert marked[0].rstrip().endswith("e2")
        assert [line[0] for line in app.lines() if "Sentence 3 a" in line] == ["┊"]
        await press(pilot, "]")
        assert lit(app).startswith("Sentence 2 b")
        assert app.view.place.pins == ("e2",)
        await press(pilot, "]")
        assert lit(app).startswith("Sentence 30 b")
        assert any(line.startswith("▌") for line in app.lines())
        await press(pilot, "] [")
        await until(pilot, lambda: bool(app.said))
        assert lit(app).startswith("Sentence 2 b")
        app.view.set_pins([], other)
        assert not any(line.startswith("▌") for line in app.lines())


async def test_paragraphs_on_the_theme() -> None:
    async with reading(theme_paragraphs={3, 17}) as (app, pilot):
        await press(pilot, "t")
        assert lit(app).startswith("Sentence 3 a")
        await press(pilot, "t")
        assert lit(app).startswith("Sentence 17 a")
        await press(pilot, "t T")
        await until(pilot, lambda: bool(app.said))
        assert lit(app).startswith("Sentence 3 a")


async def test_hits() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "} }")
        app.view.set_hits(find_words(TEXT, "MIDDLE"))
        assert app.view.place.found == "hit 3 of 40"
        await press(pilot, "n")
        assert app.view.place.found == "hit 4 of 40"
        assert lit(app).startswith("Sentence 4 b")
        await press(pilot, "N N N N")
        assert app.view.place.found == "hit 40 of 40"
        assert app.view.cancel()
        assert not app.view.place.found


async def test_hits_are_gone_to_from_where_one_is() -> None:
    async with reading() as (app, pilot):
        app.view.set_hits(find_words(TEXT, "MIDDLE"))
        app.view.go_to(TEXT.index("Sentence 12 a"))
        assert app.view.place.found == "40 hits", "one is on none of them"
        await press(pilot, "n")
        assert app.view.place.found == "hit 12 of 40"
        app.view.go_to(TEXT.index("Sentence 20 c"))
        await press(pilot, "N")
        assert app.view.place.found == "hit 20 of 40"


async def test_where_one_came_by_a_list_of_articles_a_theme_and_hits_lead_on() -> None:
    async with reading(theme_paragraphs={3}) as (app, pilot):
        app.view.goes_on = app.view.hits_walk = True
        await press(pilot, "t t T")
        app.view.set_hits(find_words(TEXT, "Sentence 3 b"))
        await press(pilot, "n N")
        assert app.view.cancel()
        await press(pilot, "n")
        assert app.said[:-1] == [
            messages.PassageRequested(1, beyond=True), messages.PassageRequested(-1, beyond=True),
            messages.PassageRequested(1, beyond=True, hits=True), messages.PassageRequested(-1, beyond=True, hits=True),
        ]  # fmt: skip
        assert isinstance(app.said[-1], messages.FindRequested), "what is let go of leads nowhere"


async def test_one_stands_on_a_hit_and_selects_it() -> None:
    async with reading() as (app, pilot):
        app.view.set_hits(find_words(TEXT, "MIDDLE"))
        await press(pilot, "n v")
        assert lit(app) == "middle"
        await press(pilot, "> .")
        assert lit(app) == "middle” one,"
        app.view.let_go()
        await press(pilot, "j v")
        await until(pilot, lambda: bool(app.said))
        assert app.said == [messages.Told("No hit in this sentence to select")]
        await press(pilot, "k v")
        assert lit(app) == "middle"


async def test_where_one_came_by_a_list_the_reader_asks_for_the_next_passage() -> None:
    async with reading(theme_paragraphs={3}) as (app, pilot):
        app.view.walks = app.view.hits_walk = True
        await press(pilot, "t T n")
        app.view.set_hits(find_words(TEXT, "Sentence 3 b"))
        await press(pilot, "n N")
        assert app.said == [
            messages.PassageRequested(1), messages.PassageRequested(-1), messages.PassageRequested(1, hits=True),
            messages.PassageRequested(1, beyond=True, hits=True), messages.PassageRequested(-1, beyond=True, hits=True),
        ]  # fmt: skip
