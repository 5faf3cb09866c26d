"""Selecting: exact source text, grown and trimmed from either end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Article, Metadata, Span, words
from briefing_tui.reading import Passages, Selection

TEXT = """## Before

One two three. Four, “five” six. Seven.

Cafe\u0301 eight nine! Ten?

## Between

Eleven twelve. Thirteen."""
PASSAGES = Passages(Article("a", Metadata(), TEXT))


def at(words: str) -> Selection:
    start = TEXT.index(words)
    return Selection(start, start + len(words))


def text_of(selection: Selection) -> str:
    return selection.span.slice(TEXT)


def test_sentences_in_order_past_the_headings() -> None:
    found, here = [], PASSAGES.sentence_after(0)
    while here:
        found.append(here.slice(TEXT))
        here = PASSAGES.sentence_after(here.end)
    assert found == [
        "One two three.",
        "Four, “five” six.",
        "Seven.",
        "Cafe\u0301 eight nine!",
        "Ten?",
        "Eleven twelve.",
        "Thirteen.",
    ]
    back, there = [], PASSAGES.sentence_before(len(TEXT))
    while there:
        back.append(there.slice(TEXT))
        there = PASSAGES.sentence_before(there.start)
    assert back[::-1] == found


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [
        (0, "One two three."),
        (TEXT.index("Before"), "Before"),
        (TEXT.index("two"), "One two three."),
        (TEXT.index(" Four"), "Four, “five” six."),
        (TEXT.index("\n\nCafe"), "Cafe\u0301 eight nine!"),
        (len(TEXT), "Thirteen."),
        (len(TEXT) + 9, "Thirteen."),
    ],
)
def test_the_sentence_at_an_offset(offset: int, sentence: str) -> None:
    assert PASSAGES.sentence_at(offset).slice(TEXT) == sentence


def test_growing_and_shrinking_by_sentence() -> None:
    first = at("One two three.")
    grown = first.extended(PASSAGES)
    assert text_of(grown) == "One two three. Four, “five” six."
    assert text_of(grown.extended(PASSAGES).extended(PASSAGES)).endswith("nine!")
    assert grown.shrunk(PASSAGES) == first
    assert first.shrunk(PASSAGES) == first


def test_growing_at_the_other_end() -> None:
    backward = at("Seven.").swapped()
    grown = backward.extended(PASSAGES)
    assert text_of(grown) == "Four, “five” six. Seven."
    assert grown.shrunk(PASSAGES) == backward
    assert text_of(grown.extended(PASSAGES).extended(PASSAGES)).startswith("One two three."), (
        "no further than the heading"
    )


def test_a_cut_sentence_is_completed_first() -> None:
    assert text_of(at("two").extended(PASSAGES)) == "two three."
    assert text_of(at("two").swapped().extended(PASSAGES)) == "One two"


def test_moving_past_the_other_end_grows_there() -> None:
    first = at("Four, “five” six.")
    back = first.moved(PASSAGES, -1)
    assert text_of(back) == "One two three. Four, “five” six."
    assert text_of(back.moved(PASSAGES, 1)) == "Four, “five” six."
    assert text_of(back.moved(PASSAGES, 1).moved(PASSAGES, 1)) == "Four, “five” six. Seven."


def test_reaching_a_sentence_elsewhere() -> None:
    start = at("Four, “five” six.")
    forward = start.reached(PASSAGES, at("Ten?").span)
    assert text_of(forward) == TEXT[start.anchor : TEXT.index("Ten?") + 4]
    backward = forward.reached(PASSAGES, at("One two three.").span)
    assert text_of(backward) == "One two three. Four, “five” six."
    assert text_of(backward.reached(PASSAGES, at("Seven.").span)) == "Four, “five” six. Seven."


@pytest.mark.parametrize(
    ("selection", "step", "expected"),
    [
        (at("Four, “five” six."), -1, "Four, “five"),
        (at("Four,"), -1, "Four"),
        (at("Four, “five” six"), -1, "Four, “five"),
        (at("Four, “five"), -1, "Four"),
        (at("Four"), -1, "Four"),
        (at("Four"), 1, "Four, “five"),
        (at("One two three."), 1, "One two three. Four"),
        (at("Thirteen."), 1, "Thirteen."),
        (at("Four, “five” six.").swapped(), 1, "five” six."),
        (at("six.").swapped(), -1, "five” six."),
        (at("Before").swapped(), -1, "Before"),
        (at("Cafe\u0301 eight"), -1, "Cafe\u0301"),
    ],
)
def test_by_word(selection: Selection, step: int, expected: str) -> None:
    moved = selection.by_word(PASSAGES, step)
    assert text_of(moved) == expected
    assert moved.forward == selection.forward


@pytest.mark.parametrize(
    ("selection", "step", "expected"),
    [
        (at("Four"), 1, "Four,"),
        (at("Four"), -1, "Fou"),
        (at("F"), -1, "F"),
        (at("Caf"), 1, "Cafe\u0301"),
        (at("Cafe\u0301"), -1, "Caf"),
        (at("Four").swapped(), 1, "our"),
        (at("Four").swapped(), -1, ". Four"),
        (at("Thirteen."), 1, "Thirteen."),
    ],
)
def test_by_character(selection: Selection, step: int, expected: str) -> None:
    assert text_of(selection.by_character(PASSAGES, step)) == expected


@pytest.mark.parametrize(
    ("selection", "step", "expected"),
    [
        (at("Four"), 1, "Four, “five” six."),
        (at("Four, “five” six."), -1, "Four"),
        (at("Four"), -1, "Four"),
        (at("Four, “five” six."), 1, "Four, “five” six. Seven."),
        (at("“five”").swapped(), -1, "Four, “five”"),
        (at("Four, “five” six.").swapped(), 1, "“five” six."),
        (at("Seven.").swapped(), -1, "“five” six. Seven."),
        (at("Thirteen."), 1, "Thirteen."),
    ],
)
def test_by_clause(selection: Selection, step: int, expected: str) -> None:
    moved = selection.by_clause(PASSAGES, step)
    assert text_of(moved) == expected
    assert moved.forward == selection.forward


def test_either_end_elsewhere() -> None:
    selected = at("two three")
    assert text_of(selected.with_end(TEXT.index("“five”"))) == "two three. Four, "
    assert not selected.with_beginning(TEXT.index("One")).forward
    assert text_of(selected.swapped().with_beginning(TEXT.index("One"))) == "One two three"
    assert selected.with_end(TEXT.index("One")) == selected
    assert selected.with_beginning(TEXT.index("Seven")) == selected


def test_whole_paragraphs() -> None:
    assert PASSAGES.paragraphs(at("two").span).slice(TEXT) == "One two three. Four, “five” six. Seven."
    both = Span(TEXT.index("Seven"), TEXT.index("eight"))
    assert PASSAGES.paragraphs(both).slice(TEXT).endswith("nine! Ten?")


def test_the_word_at_an_offset() -> None:
    assert PASSAGES.word_at(TEXT.index("wo three")).slice(TEXT) == "two"
    assert PASSAGES.word_at(TEXT.index(" three")).slice(TEXT) == "three"
    assert PASSAGES.word_at(len(TEXT)).slice(TEXT) == "Thirteen"
    assert Passages(Article("a", Metadata(), "...")).word_at(1) == Span(0, 3)


@given(st.data())
def test_words_are_counted_as_they_are_found(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(TEXT))))
    here = [Span(max(b.span.start, span.start), min(b.span.end, span.end)) for b in PASSAGES.blocks
            if b.span.overlaps(span)]  # fmt: skip
    assert PASSAGES.count_words(span) == sum(len(words(TEXT, part)) for part in here)


def test_widening_to_whole_sentences() -> None:
    assert text_of(at("two three. Four").widened(PASSAGES)) == "One two three. Four, “five” six."
    assert not at("two").swapped().widened(PASSAGES).forward


MOVES: list[Callable[[Selection, Passages], Selection]] = [
    lambda s, p: s.extended(p), lambda s, p: s.shrunk(p), lambda s, p: s.moved(p, 1), lambda s, p: s.moved(p, -1),
    lambda s, p: s.by_word(p, 1), lambda s, p: s.by_word(p, -1), lambda s, p: s.by_character(p, 1),
    lambda s, p: s.by_character(p, -1), lambda s, _: s.swapped(), lambda s, p: s.widened(p),
    lambda s, p: s.reached(p, p.sentence_at(0)), lambda s, p: s.reached(p, p.sentence_at(len(p.text))),
    lambda s, p: s.reached(p, p.sentence_at(len(p.text) // 2)),
    lambda s, p: s.by_clause(p, 1), lambda s, p: s.by_clause(p, -1), lambda s, p: Selection.of(p.paragraphs(s.span)),
    lambda s, p: s.with_end(p.word_at(s.head).end), lambda s, p: s.with_beginning(p.word_at(s.anchor).start),
]  # fmt: skip
TEXTS = st.lists(
    st.sampled_from(
        [
            "One two. ",
            "Three! ",
            "so, then; (so) — ",
            "\n\n",
            "## Head\n\n",
            "“Four?” ",
            "e\u0301",
            "五。",
            "👩\u200d👧 ",
            "x" * 600,
        ]
    ),
    min_size=1,
    max_size=20,
).map("".join)


@given(TEXTS, st.data())
def test_a_selection_is_never_empty_and_never_leaves_the_text(text: str, data: st.DataObject) -> None:
    passages = Passages(Article("a", Metadata(), text))
    if not passages.blocks:
        return
    selection = Selection.of(passages.sentence_at(data.draw(st.integers(0, len(text)))))
    for move in data.draw(st.lists(st.sampled_from(MOVES), max_size=20)):
        selection = move(selection, passages)
        span = selection.span
        assert span.end <= len(text)
        assert len(span)


@given(TEXTS)
def test_every_offset_has_a_sentence_that_neighbours_agree_on(text: str) -> None:
    passages = Passages(Article("a", Metadata(), text))
    for offset in range(len(text) + 1 if passages.blocks else 0):
        here = passages.sentence_at(offset)
        if passages.blocks[passages.block_at(here.start)].is_heading:
            continue  # sentences go past it
        before, after = passages.sentence_before(here.start), passages.sentence_after(here.end)
        assert before is None or passages.sentence_after(before.end) == here
        assert after is None or passages.sentence_before(after.start) == here


def test_an_article_without_text() -> None:
    nothing = Passages(Article("a", Metadata(), ""))
    assert nothing.sentence_after(0) is None
    assert nothing.sentence_before(0) is None
    assert nothing.block_after(0, lambda _: True) is None
    assert nothing.block_before(0, lambda _: True) is None
    assert Span(0, 0) not in [b.span for b in nothing.blocks]
