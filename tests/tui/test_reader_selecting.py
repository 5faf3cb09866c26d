"""Selecting a passage in the reader, by keys alone."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing_tui.model import Article, Metadata
from briefing_tui.tui.reader import messages
from briefing_tui.tui.reader.view import BY_WORDS
from tests.tui.host import PARAGRAPHS, Host, lit, press, reading, until

SELECTIONS = [
    ("s", "Sentence 1 a opens here."),
    ("s s", "Sentence 1 a opens here."),
    ("s + < <", "Sentence 1 a opens here. Sentence 1 b, the “middle” one, is rather longer than it has to be so that"),
    ("s <", "Sentence 1 a opens"),
    ("s < <", "Sentence 1 a"),
    ("s < < >", "Sentence 1 a opens"),
    ("s comma comma", "Sentence 1 a opens her"),
    ("s comma comma .", "Sentence 1 a opens here"),
    ("s o >", "1 a opens here."),
    ("s o > > <", "1 a opens here."),
    ("s + -", "Sentence 1 a opens here."),
    ("s j k", "Sentence 1 a opens here."),
    ("s o >  w", "Sentence 1 a opens here."),
    ("< <", "Sentence 1 a"),
    ("j s H", "Sentence 1 b, the “middle” one"),
    ("j s H H H", "Sentence 1 b"),
    ("j s H H L", "Sentence 1 b, the “middle” one"),
    ("j s o L", "the “middle” one, is rather longer than it has to be so that it wraps."),
    ("j S", PARAGRAPHS[0]),
    ("S }", PARAGRAPHS[0] + "\n\n" + PARAGRAPHS[1].split(". ")[0] + "."),
    ("j quotation_mark", "middle"),
    ("j quotation_mark quotation_mark", "“middle”"),
    ("s quotation_mark", "middle"),
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


async def test_that_one_sentence_is_not_made_less_is_told() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "s > - -")
        await until(pilot, lambda: bool(app.said))
        assert lit(app) == "Sentence 1 a opens here."
        assert app.said == [messages.Told("What is selected stands in one sentence; {} and {} go by words", BY_WORDS)]


async def test_quotations_that_are_not_there_are_told() -> None:
    article = Article("quoted", Metadata(), "No marks here.\n\nHe said “we go.\n\nHe said “so”.")
    async with reading(article) as (app, pilot):
        await press(pilot, "quotation_mark } quotation_mark } quotation_mark quotation_mark quotation_mark")
        await until(pilot, lambda: len(app.said) == 3)
        assert lit(app) == "“so”"
        assert app.said == [
            messages.Told("No quotation marks in this paragraph"),
            messages.Told("The “ in this paragraph has no partner in it"),
            messages.Told("No wider quotation here"),
        ]


def label_of(app: Host, word: str, nth: int = 0) -> str:
    """The label over a word, with spaces between its letters."""
    start = [m.start() for m in re.finditer(word, app.article.text)][nth]
    return " ".join(next(label for label, span in app.view._labels.items() if span.start == start))


async def test_either_end_by_a_label() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "f")
        assert "two letters" in app.view.place.asked
        assert not app.view.selecting
        first, second = label_of(app, "middle", 1).split()
        assert any(f"the{first}“middle”" in line for line in app.lines())
        await press(pilot, first)
        assert any(f"the{second}“middle”" in line for line in app.lines())
        assert any("Sentence" in line for line in app.lines())
        await press(pilot, second)
        assert lit(app).startswith("Sentence 1 a opens")
        assert lit(app).endswith("2 b, the “middle")
        assert not app.view.place.asked
        await press(pilot, "F")
        await press(pilot, label_of(app, "rather"))
        assert lit(app).startswith("rather longer")
        await press(pilot, "<")
        assert lit(app).startswith("is rather longer")
        app.view.let_go()
        await press(pilot, "F")
        await press(pilot, label_of(app, "longer", 2))
        assert lit(app) == "longer than it has to be so that it wraps."


async def test_labels_stand_in_spaces_and_nothing_is_shifted() -> None:
    text = "A state-run agency (Tass) said “no”: yes/no, and—perhaps—later."
    async with reading(Article("a", Metadata(), text)) as (app, pilot):
        (before,) = [line for line in app.lines() if "state" in line]
        await press(pilot, "f")
        (after,) = [line for line in app.lines() if "state" in line]
        changed = [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        assert len(changed) == len(app.view._labels)
        assert {before[n] for n in changed} == {" ", "/", "—"}


async def test_without_colour_labels_stand_out_of_what_is_selected() -> None:
    async with reading(Article("a", Metadata(), "One goes here. Two stays there.")) as (app, pilot):
        app.theme = "ansi-dark"
        await press(pilot, "g s f")
        await pilot.pause()
        parts = list(app.view.render_line(0))
        styles = {after.text: (before.style, after.style) for before, after in pairwise(parts)}
        for word, selected in (("goes", True), ("stays", False)):
            label, text = styles[word]
            assert label
            assert text
            assert (bool(label.reverse), bool(text.reverse)) == (not selected, selected)


async def test_labels_are_left_by_escape_and_by_what_is_no_label() -> None:
    async with reading() as (app, pilot):
        await press(pilot, "f escape")
        assert not app.view._labels
        assert not app.said
        await press(pilot, "f f #")
        await until(pilot, lambda: bool(app.said))
        assert app.said == [messages.Told("No word in view has that label")]
        assert not app.view.selecting
        await press(pilot, "j")
        assert lit(app).startswith("Sentence 1 b")


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
    ("s comma >", "Before it stands this", True),
    ("s comma > .", "Before it stands this.", False),
    ("s .", "Before it stands this.", True),
    ("s . <", "Before it stands", False),
    ("} s o <", "## Kept as words.", True),
    ("} s o comma", "## Kept as words.", True),
    ("} s k", "## Kept as words.", True),
    ("} s o > o <", "as", False),
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
