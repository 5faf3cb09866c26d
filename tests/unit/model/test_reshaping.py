"""Restoring, splitting and joining blocks of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.errors import InvalidError, NotFoundError
from briefing_tui.model import Article, Metadata, NamedSpeaker, Shape, SourceBlock
from briefing_tui.model.reshaping import join, places, restore, split

BLOCKS = (
    SourceBlock(1, 1, "The Harbour Herald", kind="masthead"),
    SourceBlock(3, 3, "The ferry sails on."),
    SourceBlock(5, 5, "A ferry at the quay (Photo: Port Selva)", kind="caption"),
    SourceBlock(7, 7, "What comes next", Shape.HEADING),
    SourceBlock(9, 9, "Nobody knows."),
    SourceBlock(11, 12, "- a list\n- of two", Shape.LINES, "notice"),
    SourceBlock(14, 14, "Donate now", kind="appeal"),
)
TEXT = "The ferry sails on.\n\n## What comes next\n\nNobody knows."


def article(text: str = TEXT, **metadata: object) -> Article:
    return Article("a", Metadata(**metadata), text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([1], "The Harbour Herald\n\n" + TEXT),
        ([5], TEXT.replace("on.\n\n", "on.\n\nA ferry at the quay (Photo: Port Selva)\n\n")),
        ([12], TEXT + "\n\n- a list\n- of two"),
        ([14, 11], TEXT + "\n\n- a list\n- of two\n\nDonate now"),
    ],
)
def test_a_dropped_line_comes_back_in_its_place(lines: list[int], text: str) -> None:
    assert restore(article(), BLOCKS, lines).text == text


def test_the_order_of_restoring_makes_no_difference() -> None:
    one = article()
    for line in (14, 1, 11, 5):
        one = restore(one, BLOCKS, [line])
    assert one.text == restore(article(), BLOCKS, [1, 5, 11, 14]).text


def test_restoring_finds_the_place_in_a_text_that_was_edited() -> None:
    edited = "A paragraph of mine.\n\nThe ferry sails on.\n\nNobody knows. Somebody may."
    assert restore(article(edited), BLOCKS, [14]).text == edited + "\n\nDonate now"
    assert restore(article(edited), BLOCKS, [5]).text.index("A ferry at") == edited.index("Nobody")


def test_what_names_paragraphs_follows() -> None:
    before = article(
        pages={1: (3, 3), 2: (3, 4)},
        paragraph_themes={2: ("iran",)},
        speakers=(NamedSpeaker("A. B.", paragraphs=(1, 2)),),
    )
    after = restore(before, BLOCKS, [5]).metadata
    assert after.pages == {1: (3, 3), 3: (3, 4)}
    assert after.paragraph_themes == {3: ("iran",)}
    assert after.speakers[0].paragraphs == (1, 3)


@pytest.mark.parametrize("line", [2, 3, 7, 99])
def test_only_what_was_dropped_can_be_restored(line: int) -> None:
    with pytest.raises(NotFoundError, match=f"line {line} was not dropped"):
        restore(article(), BLOCKS, [line])


def test_nothing_is_restored_twice() -> None:
    with pytest.raises(NotFoundError, match="in the text already"):
        restore(restore(article(), BLOCKS, [5]), BLOCKS, [5])


def test_split_and_join_are_each_other_s_inverse() -> None:
    whole = article("One sentence. And another.\n\nMore.", pages={1: (2, 3), 2: (3, 3)})
    halves = split(whole, 1, len("One sentence. "))
    assert halves.text == "One sentence.\n\nAnd another.\n\nMore."
    assert halves.metadata.pages == {1: (2, 3), 2: (2, 3), 3: (3, 3)}
    assert join(halves, 1) == whole


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.integers(-2, 60))
def test_a_split_loses_and_adds_no_visible_character(words: str, offset: int) -> None:
    before = article(" ".join(words.split()) or "x")
    try:
        after = split(before, 1, offset)
    except (InvalidError, NotFoundError):
        return
    assert "".join(after.text.split()) == "".join(before.text.split())


@pytest.mark.parametrize(("offset", "message"), [(0, "cannot"), (-1, "cannot"), (99, "cannot"), (6, "inside a word")])
def test_a_split_has_to_fall_between_words(offset: int, message: str) -> None:
    with pytest.raises(InvalidError, match=message):
        split(article("The ferry sails."), 1, offset)


def test_paragraphs_on_either_side_of_a_heading_stay_two() -> None:
    with pytest.raises(InvalidError, match="heading"):
        join(article(), 1)


@pytest.mark.parametrize("number", [0, 2, 3])
def test_there_has_to_be_a_next_paragraph(number: int) -> None:
    with pytest.raises(NotFoundError):
        join(article(), number)


def test_scripts_without_spaces_are_joined_without_one() -> None:
    assert join(article("港の評議会は\n\n九時間続いた。"), 1).text == "港の評議会は九時間続いた。"


def test_two_dropped_blocks_of_one_line_come_back_one_after_the_other() -> None:
    blocks = (SourceBlock(1, 1, "A", kind="byline"), SourceBlock(1, 1, "B", kind="date"), SourceBlock(3, 3, "Text."))
    once = restore(article("Text."), blocks, [1])
    assert once.text == "A\n\nText."
    assert restore(once, blocks, [1]).text == "A\n\nB\n\nText."


def test_a_restored_line_that_was_joined_is_in_the_text() -> None:
    restored = restore(article(), BLOCKS, [5])
    for joined in (join(restored, 1), join(restore(restored, BLOCKS, [12]), 3)):
        with pytest.raises(NotFoundError, match="in the text already"):
            restore(joined, BLOCKS, [5])
    with pytest.raises(NotFoundError, match="in the text already"):
        restore(join(restore(article(), BLOCKS, [12, 14]), 2), BLOCKS, [12])


@pytest.mark.parametrize("caption", ["A ferry at the quay, where it lay all night.", "A ferry"])
def test_a_caption_that_begins_like_the_words_of_its_picture_is_what_came_back(caption: str) -> None:
    picture, below = SourceBlock(3, 3, "A ferry", kind="image-alternative"), SourceBlock(4, 4, caption, kind="caption")
    blocks = (picture, below, SourceBlock(5, 5, "The ferry sails on."))
    after = restore(article("The ferry sails on."), blocks, [4])
    assert after.text == f"{caption}\n\nThe ferry sails on."
    assert [there for _, _, there in places(after.text, blocks)] == [False, True]
    both = restore(after, blocks, [3])
    assert both.text == f"A ferry\n\n{caption}\n\nThe ferry sails on."
    assert [there for _, _, there in places(both.text, blocks)] == [True, True]
