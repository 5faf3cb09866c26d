"""How the reader shows what is pinned, found, wrong or written from right to left."""

from __future__ import annotations

import pytest

from briefing_tui.model import Article, Metadata, Span
from briefing_tui.reading import find_words
from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.reader.span_set import SpanSet
from tests.tui.host import TEXT, lit, press, reading


async def test_findings_are_marked_and_said() -> None:
    span = Span(TEXT.index("Sentence 2 b"), TEXT.index("Sentence 2 c"))
    async with reading(pins=[("e1", span)]) as (app, pilot):
        app.view.set_findings(SpanSet([("≠ e4 reads otherwise now", span)]))
        assert [line[0] for line in app.lines() if "Sentence 2 b" in line] == ["≠"]
        await press(pilot, "} j")
        assert app.view.place.findings == ("≠ e4 reads otherwise now",)
        app.view.set_findings(SpanSet())
        assert [line[0] for line in app.lines() if "Sentence 2 b" in line] == ["▌"]


async def test_signs_and_colours_can_be_a_persons_own() -> None:
    async with reading(pins=[("e1", Span(3, 9))]) as (app, pilot):
        app.view.set_looks({"selection": "bold #123456 on #ffd700"}, {"pin": "*", "pointer": ">"})
        await press(pilot, "s")
        assert app.lines()[0].startswith("*")
        assert app.lines()[2].startswith(" >")
        style = next(s.style for s in app.view.render_line(2) if "Sentence 1 a" in s.text)
        assert style
        assert style.color
        assert style.bgcolor
        assert (style.color.name, style.bgcolor.name) == ("#123456", "#ffd700")


async def test_words_from_right_to_left_are_reordered_on_demand() -> None:
    article = Article("he", Metadata(), "הוא אמר (אז) כן. וזה הסוף.\n\nabc שלום.")
    async with reading(article) as (app, pilot):
        assert "הוא אמר (אז)" in app.lines()[0]
        await press(pilot, "percent_sign s <")
        assert lit(app) == "הוא אמר (אז"
        assert app.lines()[0].rstrip().endswith(".ףוסה הזו .ןכ (זא) רמא אוה")
        assert app.lines()[2].rstrip().endswith("abc םולש.")
        x = app.lines()[0].index("ףוסה")
        app.view.let_go()
        await pilot.click(ReaderView, offset=(x, 0))
        assert lit(app) == "וזה הסוף."
        await press(pilot, "percent_sign")
        assert "הוא אמר (אז)" in app.lines()[0]


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_no_highlight_by_colour_alone(theme: str) -> None:
    """In a terminal's own colours each highlight has an attribute that the plain text has not, and no two the same."""
    pin = Span(TEXT.index("Sentence 2 c"), TEXT.index("Sentence 3 a") - 2)
    async with reading(pins=[("e1", pin)]) as (app, pilot):
        app.theme = theme
        app.view.set_hits(find_words(TEXT, "Sentence 2 b"))
        await press(pilot, "g s")
        await pilot.pause()

        def looks(words: str) -> tuple[object, ...]:
            strips = [app.view.render_line(y) for y in range(app.view.size.height)]
            style = next(s.style for strip in strips for s in strip if words in s.text)
            assert style
            colours = () if app.current_theme.ansi else (style.bgcolor,)
            return (style.bold, style.underline, style.italic, style.reverse, *colours)

        named = {
            looks("Sentence 1 a opens here."),
            looks("Sentence 2 b"),
            looks("Sentence 2 c ends."),
            looks("Sentence 3 a"),
        }
        app.view.cancel()
        await pilot.pause()
        assert len(named | {looks("Sentence 1 a opens here.")}) == 5
