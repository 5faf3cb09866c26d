"""The order of words written from right to left, beside another implementation of the same algorithm."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.tui.reader import bidi


def shown(text: str, base: int | None = None) -> str:
    level = bidi.base_level(text) if base is None else base
    levels = bidi.line_levels(text, bidi.levels(text, level), level)
    signs = (bidi.mirrored(text[at]) if levels[at] % 2 else text[at] for at in bidi.visual_order(levels))
    return "".join(signs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "abc"),
        ("שלום", "םולש"),
        ("abc שלום def", "abc םולש def"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("(שלום) abc", "abc (םולש)"),
        ("a (שלום) b", "a (םולש) b"),
        ("ספר 1,234.", ".1,234 רפס"),
        ("قال 50% ثم", "مث %50 لاق"),
        ("שלום!  ", "  !םולש"),
        ("", ""),
    ],
)
def test_a_line(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_the_direction_of_a_paragraph() -> None:
    assert bidi.base_level("123 — שלום abc") == 1
    assert bidi.base_level("“abc שלום") == 0
    assert bidi.base_level("123") == 0
    assert bidi.has_right_to_left("abc ث")
    assert not bidi.has_right_to_left("漢字 abc é")


@pytest.mark.parametrize(("sign", "other"), ["()", "[]", "«»", "<>", "≤≥", "⟨⟩", "⦍⦐", "aa", '""', "؟؟"])
def test_mirrored_signs(sign: str, other: str) -> None:
    assert bidi.mirrored(sign) == other


ALPHABET = "ab1 23,.+-%$()[]«»\"':/אבגשל ابتث٣٤،\u0301\u05b0é—<>漢\t"


def either(sign: str) -> str:
    """A sign or its mirror image: the other implementation leaves most signs as they are."""
    return min(sign, bidi.mirrored(sign))


@given(st.text(alphabet=ALPHABET, max_size=16), st.sampled_from([0, 1]))
def test_beside_another_implementation(text: str, base: int) -> None:
    other = pytest.importorskip("bidi").get_display
    text = text.replace("\t", " ")
    assert list(map(either, shown(text, base))) == list(map(either, other(text, base_dir="LR"[base])))


@given(st.text(max_size=40), st.sampled_from([0, 1]))
def test_any_text_has_its_levels(text: str, base: int) -> None:
    levels = bidi.levels(text, base)
    assert len(levels) == len(text)
    assert set(levels) <= {base, base + 1, base + 2, 1, 2, 0}
    assert sorted(bidi.visual_order(levels)) == list(range(len(text)))
    assert all(level % 2 == 0 for level, c in zip(levels, text, strict=True) if unicodedata.bidirectional(c) == "L")
