"""The pages of a PDF as text: pieces in lines, columns apart, a raised figure at its word."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.errors import FormatError, NotFoundError
from briefing_tui.workspace.page_text import _at_the_edge, _line, _Piece, _rows, page_texts


def piece(left: float, bottom: float, text: str, *, height: float = 10.0, width: float = 0.0) -> _Piece:
    return _Piece(left, bottom, left + (width or 5.0 * len(text)), bottom + height, text)


def test_pieces_of_one_height_are_a_line() -> None:
    words, figure, below = piece(50, 100, "said"), piece(70, 104, "1", height=7), piece(50, 86, "next")
    assert [[p.text for p in row] for row in _rows([below, figure, words])] == [["said", "1"], ["next"]]
    assert _line([words, figure], 500, 100) == "          said1"


def test_columns_stand_apart_and_words_together() -> None:
    row = [piece(0, 0, "left"), piece(22, 0, "word"), piece(250, 0, "right")]
    assert _line(row, 500, 100) == "left word" + " " * 41 + "right"
    assert _line([piece(0, 0, "a long text in a narrow column", width=90), piece(100, 0, "b")], 500, 40) == (
        "a long text in a narrow column  b"
    )


def test_the_margin_is_left_out() -> None:
    assert _at_the_edge(["    a", "", "      b"]) == ("a", "", "  b")


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"no PDF at all")
    with pytest.raises(FormatError, match="no PDF"):
        page_texts(file)
    with pytest.raises(NotFoundError):
        page_texts(tmp_path / "none.pdf")
