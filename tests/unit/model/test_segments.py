"""Blocks of a text: what is a paragraph, what a heading, and where each stands."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span, segment

TEXT = "First.\n\n## On lines\n\nSecond\nwith a line.\n\n\\## No heading.\n\n## Last words"


def blocks(text: str) -> tuple[list[str], list[tuple[str, int]]]:
    segments = segment(text)
    return (
        [paragraph.span.slice(text) for paragraph in segments.paragraphs],
        [(heading.span.slice(text), heading.before) for heading in segments.headings],
    )


def test_paragraphs_headings_and_escapes() -> None:
    paragraphs, headings = blocks(TEXT)
    assert paragraphs == ["First.", "Second\nwith a line.", "## No heading."]
    assert headings == [("On lines", 2), ("Last words", 4)]
    assert [paragraph.heading for paragraph in segment(TEXT).paragraphs] == [-1, 0, 0]


def test_a_line_right_under_a_heading_is_a_paragraph() -> None:
    assert blocks("## Title\nText.\nMore.") == (["Text.\nMore."], [("Title", 1)])


def test_what_only_looks_like_a_heading() -> None:
    for text in ("#Hashtag", "##Two", "# One", "### Three", "Text ## not first", "##", "\\#"):
        assert blocks(text) == ([text], [])


def test_lines_without_a_visible_character_separate() -> None:
    assert blocks("  \n\nA \n \t\nB\u00a0\n\u2003\n\nC\n") == (["A", "B", "C"], [])


def test_an_empty_text_has_no_blocks() -> None:
    for text in ("", "\n\n", " \t\n"):
        segments = segment(text)
        assert (segments.paragraphs, segments.headings, segments.at(0), segments.paragraph(1)) == ((), (), None, None)
        assert segments.locate(Span(0, 0)) == (1, 1, False)


def test_offsets_lead_to_paragraphs() -> None:
    segments = segment(TEXT)
    first, second = segments.paragraphs[:2]
    assert segments.at(0) is first
    assert segments.at(len("First.")) is None
    assert segments.at(TEXT.index("with")) is second
    assert segments.at(TEXT.index("On lines")) is None
    assert segments.heading_at(TEXT.index("lines")) is segments.headings[0]
    assert segments.heading_at(0) is None
    assert segments.paragraph(2) is second
    assert segments.paragraph(0) is segments.paragraph(4) is None


def test_an_excerpt_is_located_by_its_paragraphs() -> None:
    segments = segment(TEXT)

    def locate(words: str, last: str | None = None) -> tuple[int, int, bool]:
        end = last or words
        return segments.locate(Span(TEXT.index(words), TEXT.index(end) + len(end)))

    assert locate("First") == (1, 1, False)
    assert locate("First", "Second") == (1, 2, False)
    assert locate("lines") == (2, 2, True)
    assert locate("lines", "No heading") == (2, 3, True)
    assert locate("Last words") == (3, 3, True), "after the last paragraph, the last one"


LINES = st.lists(st.sampled_from(["", " ", "## A", "\\## b", "word", "two words ", "\u00a0x", "##"]), max_size=25)


@given(LINES.map("\n".join))
def test_blocks_are_in_order_apart_and_hold_every_visible_character(text: str) -> None:
    segments = segment(text)
    spans = sorted([p.span for p in segments.paragraphs] + [h.span for h in segments.headings])
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert [p.n for p in segments.paragraphs] == list(range(1, len(segments.paragraphs) + 1))
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    outside = "".join(char for offset, char in enumerate(text) if offset not in covered)
    assert not outside.replace("## ", "").replace("\\", "").strip()
    for paragraph in segments.paragraphs:
        words = paragraph.span.slice(text)
        assert words == words.strip() != ""
        assert segments.at(paragraph.span.start) is segments.at(paragraph.span.end - 1) is paragraph
        assert segments.locate(paragraph.span) == (paragraph.n, paragraph.n, False)
