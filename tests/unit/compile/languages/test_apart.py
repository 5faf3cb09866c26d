"""Codes, ranges and dates in figures among right-to-left words: each reads from left to right."""

from __future__ import annotations

import pytest

from briefing_tui.compile.languages.apart import pieces
from briefing_tui.compile.page.markup import all_apart, all_apart_on_screen, plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[1174-SV3W-B]", ["1174-SV3W-B"]),
        ("[1174\u2011SV3W\u2011B]", ["1174\u2011SV3W\u2011B"]),
        ("K7Q2-M9X4-W", []),
        ("80–90", ["80–90"]),
        ("(80–90%)", ["80–90%"]),
        ("מ-80–90%", ["80–90%"]),
        ("¶¶ 5–6, 8–9", ["5–6", "8–9"]),
        ("2025-11-21", ["2025-11-21"]),
        ("-5%", ["-5%"]),
        ("12.5, 1,000, 20.11.2025, 36df2978", []),
        ("Larsen 2024–2025", []),
        ("12–14 boats, 4–5", ["12–14 boats", "4–5"]),
        ("12, 3-day", ["3-day"]),
        ("מזחים 3-", []),
    ],
)
def test_figures_are_kept_to_themselves(text: str, kept: list[str]) -> None:
    assert [piece.text for piece in pieces(text) if piece.ltr] == kept
    assert "".join(piece.text for piece in pieces(text)) == text
    assert "".join(piece.text for piece in pieces(text, words=True)) == text


def test_a_text_may_have_any_number_of_figures() -> None:
    text = " ועוד ".join(["80–90"] * 3000)
    assert [piece.text for piece in pieces(text, words=True) if piece.ltr] == ["80–90"] * 3000


def test_a_page_says_so_within_a_right_to_left_run_and_on_a_right_to_left_page() -> None:
    code, span = '<bdi class="unit" dir="ltr">1174-SV3W-B</bdi>', '<bdi class="unit" dir="ltr">80–90</bdi>'
    assert plain("בין 80–90 מזחים") == f'<bdi lang="he" dir="rtl">בין {span} מזחים</bdi>'
    assert plain("80–90 boats") == "80–90 boats"
    for apart in (all_apart, all_apart_on_screen):
        assert apart("<small>[1174-SV3W-B]</small>") == f"<small>[{code}]</small>"
        assert apart(f"<p>{code}, 80–90</p>") == f"<p>{code}, {span}</p>"
        assert apart('<a dir="ltr">1174-SV3W-B</a>') == '<a dir="ltr">1174-SV3W-B</a>'


def test_names_in_a_row_that_are_kept_to_themselves_stay_so() -> None:
    one, two = "\u2066Quay Gazette\u2069", "\u2066Far Post\u2069"
    text = f"({one}, {two}, …), 80–90"
    assert [piece.text for piece in pieces(text) if piece.ltr] == [one, two, "80–90"]
    assert [piece.text for piece in pieces(text, words=True) if piece.ltr] == [one, two, "80–90"]
    assert "".join(piece.text for piece in pieces(text, words=True)) == text
    assert all_apart(f"<p>{one}, {two}</p>") == f'<p><bdi dir="ltr">{one}</bdi>, <bdi dir="ltr">{two}</bdi></p>'


@pytest.mark.parametrize("name", ["O’Neill, Jane M.", "the U.S.", "J.-P."])
def test_the_stop_of_an_initial_goes_with_the_name(name: str) -> None:
    assert f'<bdi dir="ltr">{name}</bdi> ' in all_apart(f"<p>{plain(f'כהן, {name} ולוי')}</p>")
