"""The reader by keys alone: moving, going to places, and the place that stays on a resize."""

from __future__ import annotations

from briefing_tui.model import Article, Metadata, Span
from briefing_tui.tui.reader import ReaderView, messages
from tests.tui.host import TEXT, Host, lit, press, reading, until

MOVES = [
    ("j", "Sentence 1 b"),
    ("j down", "Sentence 1 c ends."),
    ("j j j k", "Sentence 1 c"),
    ("j j up up", "Sentence 1 a"),
    ("k k", "Sentence 1 a"),
    ("}", "Sentence 2 a"),
    ("} } }", "Sentence 4 a"),
    ("} } j {", "Sentence 3 a"),
    ("} } {", "Sentence 2 a"),
    ("(", "Part 1"),
    (")", "Part 2"),
    (") ) (", "Part 2"),
    (") j", "Sentence 11 a"),
    (") k", "Sentence 10 c"),
    (") k j", "Sentence 11 a"),
    (") j (", "Part 2"),
    ("G", "Sentence 40 c ends."),
    ("end home", "Sentence 1 a"),
    ("G g", "Sentence 1 a"),
]


async def test_moving() -> None:
    async with reading() as (app, pilot):
        for keys, expected in MOVES:
            app.view.go_to(0)
            await press(pilot, keys)
            assert lit(app).startswith(expected), keys
            assert app.view.is_seen(app.view.sentence or Span(0, 0)), keys


async def test_pages_are_half_a_viewport_and_come_back() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "} } }")
        start = lit(app)
        await press(pilot, "space pagedown")
        assert app.view.top == 2 * app.view.half
        assert lit(app) != start
        await press(pilot, "b pageup")
        assert app.view.top == 0
        for _ in range(30):
            app.view.action_page_down()
        await pilot.pause()
        assert "Sentence 40" in "".join(app.lines())
        assert app.view.is_seen(app.view.sentence or Span(0, 0))


async def test_a_sentence_longer_than_the_screen_is_read_through() -> None:
    endless = " ".join(f"word{n}" for n in range(600))
    text = f"A beginning.\n\n{endless}, closing words."
    async with reading(Article("endless", Metadata(), text)) as (app, pilot):
        layout = app.view.wrapped
        assert layout
        last = len(layout) - app.view.size.height
        await press(pilot, "G")
        assert app.view.top == last
        assert "closing words." in "".join(app.lines())
        await press(pilot, "g")
        assert app.view.top == 0
        tops: list[int] = []
        seen = ""
        while app.view.top < last:
            await press(pilot, "j")
            assert [*tops, 0][-1] < app.view.top + (not tops)
            tops.append(app.view.top)
            seen += "".join(app.lines())
        assert all(f"word{n}" in seen for n in range(600))
        await pilot.resize_terminal(82, 24)
        await until(pilot, lambda: app.view.size.width == 82)
        assert app.view.top >= last - 2  # the lines are longer
        while lit(app) != "A beginning.":
            top = app.view.top
            await press(pilot, "k")
        assert top <= 2


async def test_back_to_a_sentence_longer_than_the_screen_is_to_its_end() -> None:
    endless = " ".join(f"word{n}" for n in range(600))
    async with reading(Article("endless", Metadata(), f"{endless}, closing words.\n\nAn end.")) as (app, pilot):
        await press(pilot, "G")
        top = app.view.top
        await press(pilot, "k")
        assert lit(app).startswith("word0")
        assert app.view.top == top
        assert "closing words." in "".join(app.lines())


async def test_every_sentence_is_seen_on_the_way_down_and_up() -> None:
    async with reading(size=(60, 12)) as (app, pilot):
        for key, count in (("j", 24), ("k", 24)):
            for _ in range(count):
                await press(pilot, key)
                sentence, layout = app.view.sentence, app.view.wrapped
                assert sentence
                assert layout
                lines = layout.lines_of(sentence)
                assert app.view.top <= lines.start
                assert lines.stop <= app.view.top + app.view.size.height


async def test_asking_for_what_the_screen_does() -> None:
    async with reading(pins=[("e1", Span(TEXT.index("Sentence 2 a"), TEXT.index("Sentence 2 b")))]) as (app, pilot):
        await press(pilot, "p s P y / # t x } x")
        await until(pilot, lambda: len(app.said) == 8)
        first = app.view.passages.sentence_at(TEXT.index("Sentence 1 a"))
        assert app.said[:3] == [
            messages.PinRequested(first), messages.PinRequested(first, note=True), messages.CopyRequested(first),
        ]  # fmt: skip
        kinds = [type(m) for m in app.said[3:]]
        assert kinds == [
            messages.FindRequested, messages.ParagraphRequested, messages.ThemeRequested, messages.Told,
            messages.UnpinRequested,
        ]  # fmt: skip
        assert getattr(app.said[-1], "excerpts", ()) == ("e1",)


async def test_a_drag_selects_by_word() -> None:
    async with reading() as (app, pilot):
        y = next(y for y, line in enumerate(app.lines()) if "Sentence 2 b" in line)
        x = app.lines()[y].index("Sentence 2 b")
        await pilot.mouse_down(ReaderView, offset=(x + 3, y))
        await pilot.hover(ReaderView, offset=(x + 10, y))
        await pilot.mouse_up(ReaderView, offset=(x + 11, y))
        assert lit(app) == "Sentence 2 b"
        await pilot.mouse_down(ReaderView, offset=(x + 11, y))
        await pilot.hover(ReaderView, offset=(x + 3, y))
        await pilot.mouse_up(ReaderView, offset=(x + 3, y))
        assert lit(app) == "Sentence 2 b"
        await pilot.click(ReaderView, offset=(x + 3, y))
        assert app.view.selecting


async def test_a_narrow_terminal_gives_the_text_its_cells() -> None:
    async with reading(size=(20, 6)) as (app, _):
        assert app.view.wrapped
        assert app.view.wrapped.width >= 15
        assert "Sentence 1 a" in " ".join(app.lines())


async def test_going_to_a_paragraph() -> None:
    async with reading() as (app, _):
        assert app.view.go_to_paragraph(36)
        assert app.view.place.paragraph == "¶ 36 of 40"
        assert any("36  Sentence 36 a" in line for line in app.lines())
        assert not app.view.go_to_paragraph(41)
        assert not app.view.go_to_paragraph(0)


async def test_headings_have_neither_marker_nor_number() -> None:
    async with reading() as (app, _):
        assert app.lines()[0].strip("› ▌") == "Part 1"
        assert app.lines()[1].strip() == ""
        assert app.lines()[2].startswith(" ›  1  Sentence 1 a")


async def test_a_resize_keeps_the_place() -> None:
    async with reading() as (app, pilot):
        app.view.go_to(TEXT.index("Sentence 10 c"))
        before = lit(app)
        for width, height in [(200, 60), (40, 12), (20, 6), (5, 3), (80, 24)]:
            await pilot.resize_terminal(width, height)
            await until(pilot, lambda w=width: app.view.size.width == w)  # type: ignore[misc]
            await pilot.pause()
            assert lit(app) == before
            assert app.view.is_seen(app.view.sentence or Span(0, 0))


async def test_zoom_takes_what_of_the_width_can_be_read_and_the_column_stands_in_the_middle() -> None:
    async with reading(size=(160, 24)) as (app, pilot):
        for zoomed, width, beside in ((False, 76, 35), (True, 120, 13)):
            app.view.zoomed = zoomed
            assert app.view.wrapped
            assert (app.view.wrapped.width, app.view.indent) == (width, beside)
            row, first = next((y, line) for y, line in enumerate(app.lines()) if "›" in line)
            assert first.index("›") == beside + 1
            assert first.index("Sentence") == app.view.margin
        await pilot.click(ReaderView, offset=(app.view.margin + first[app.view.margin :].index("b, the"), row))
        assert lit(app).startswith("Sentence 1 b")
        await pilot.resize_terminal(110, 24)
        await until(pilot, lambda: app.view.size.width == 110)
        assert (app.view.indent, app.lines()[row].index("›")) == (0, 1)


async def test_scrolling_with_the_wheel_takes_the_cursor_along() -> None:
    async with reading() as (app, pilot):
        app.view.scroll_to_line(60)
        await pilot.pause()
        assert app.view.is_seen(app.view.sentence or Span(0, 0))
        assert not lit(app).startswith("Part 1")


async def test_a_click_lights_a_sentence() -> None:
    async with reading() as (app, pilot):
        y = next(y for y, line in enumerate(app.lines()) if "Sentence 2 b" in line)
        x = app.lines()[y].index("Sentence 2 b") + 1
        await pilot.click(ReaderView, offset=(x, y))
        assert lit(app).startswith("Sentence 2 b")


async def test_a_heading_at_the_opening_is_not_lit_but_can_be() -> None:
    async with reading() as (app, pilot):
        assert lit(app) == "Sentence 1 a opens here."
        assert app.lines()[0].strip("› ▌") == "Part 1"
        await press(pilot, "( p")
        await until(pilot, lambda: bool(app.said))
        assert app.said == [messages.PinRequested(Span(3, 9))]
        assert app.view.place.paragraph == "heading before ¶ 1 of 40"


AWKWARD = [
    "",
    "## ",
    "## Only\n\n## Headings",
    "## Both\n\nWords.\n\n## ",
    "word " * 4000,
    "x" * 4000,
    "部长来了。" * 300,
    "e\u0301" * 300,
    "\x1b[31m\u202eabc\x00",
]


async def test_awkward_articles() -> None:
    async with reading(size=(60, 10)) as (app, pilot):
        for text in AWKWARD:
            app.article = Article("odd", Metadata(), text)
            app.view.show(app.article)
            await press(pilot, "j k } { ) ( space b g G s + - > < . comma o j k w ] [ n p x y t z escape s")
            await press(pilot, "L H S quotation_mark v f f j F d s percent_sign j O R vertical_line N T escape")
            shown = "".join(app.lines())
            assert not {"\x1b", "\u202e", "\x00"} & set(shown)


async def test_keys_before_the_first_layout() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.action_next_sentence()
        app.view.action_page_down()
        app.view.action_find_next()
        await pilot.pause()
        assert app.view.is_seen(app.view.sentence or Span(0, 0))
