"""A quote as lines: what is ours and what is chosen in it, and where it is broken."""

from __future__ import annotations

from briefing_tui.model import AlterationKind, Span, altered
from briefing_tui.model.alteration import printed
from briefing_tui.tui.lines import Piece, breaks, plain
from briefing_tui.tui.screens.drafting.quote_lines import printed_at, printed_line, printed_lines, source_line

MARKS = ("“", "”")
EXACT = "The line is quiet.\n\nNobody calls it at night."
DONE = (
    altered(EXACT, AlterationKind.CASE, Span(0, 1)),
    altered(EXACT, AlterationKind.OMIT, Span(27, 35)),
    altered(EXACT, AlterationKind.EMPHASISE, Span(12, 17)),
)


def test_what_is_ours_has_another_role_and_a_word_stays_whole() -> None:
    lines = printed_lines(printed(EXACT, DONE), 14, MARKS)
    assert [plain(pieces) for pieces in lines] == ["“[t]he line is", "quiet.", "Nobody […] at", "night.”"]
    assert lines[0][:3] == (Piece("“"), Piece("[t]", "accent"), Piece("he line is"))
    assert Piece("quiet", "strong") in lines[1]
    assert Piece("[…]", "accent") in lines[2]


def test_where_words_of_the_source_are_printed() -> None:
    stretches = printed(EXACT, DONE)
    text = "“" + "\n".join(stretch.text for stretch in stretches)
    for words in ("line", "Nobody", "night"):
        assert text.index(words) == printed_at(EXACT, stretches, EXACT.index(words), MARKS)
    assert text[printed_at(EXACT, stretches, EXACT.index("calls"), MARKS) :].startswith("[…]")


def test_a_quote_with_marks_of_its_own_has_others_around_it() -> None:
    assert printed_line(printed("They call it “quiet”.", ())) == "‘They call it “quiet”.’"
    assert printed_line(printed("They call it quiet.", ())) == "“They call it quiet.”"


def test_a_line_of_the_source_shows_what_is_chosen_and_what_is_left_out() -> None:
    pieces = source_line(EXACT, Span(20, len(EXACT)), Span(33, 38), DONE)
    assert plain(pieces) == "Nobody calls it at night."
    assert [(p.text, p.role) for p in pieces][1:4] == [("calls ", "gone"), ("it", "gone chosen"), (" at", "chosen")]


def test_lines_end_at_white_space_and_at_the_ends_of_paragraphs() -> None:
    text = "aa  bb\n\ncc 日本語 longest"
    assert [text[a:b] for a, b in breaks(text, 6)] == ["aa  bb", "cc", "日本語", "longes", "t"]
    assert breaks("", 6) == []
