"""How many marks a letter may bear: what scripts need, and not what covers other lines."""

from __future__ import annotations

import unicodedata

import pytest

from briefing_tui.model.signs.stacked_marks import overladen


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a" + "\u0333\u0332\u0331\u0323" * 12 + "b", (("a", 48),)),
        ("x\u0333\u0333\u0333 y", (("x", 3),)),
        ("x\u030b\u030b\u030b\u030b", (("x", 4),)),
        ("x\u0333\u034f\u0333\ufe0f\u0333", (("x", 3),)),
        ("x\u0338\u20dd", (("x", 2),)),
        ("ש" + "\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8", (("ש", 9),)),
    ],
)
def test_letters_under_a_heap_of_marks_are_found(text: str, found: object) -> None:
    assert overladen(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam, phải được tự quyết",
        "ė\u0303\u0301 in Lithuanian, ᾱ\u0313\u0301 in Greek",
        "t\u032a\u0320 and e\u031d\u0303\u0301 in phonetic signs",
        "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים",
        "ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ",
        "\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82",
        "ที่นี่ ပြည်ထောင်စု ស្ត្រី क्षत्रियों",
        "1\ufe0f\u20e3 press",
        "",
    ],
)
def test_what_scripts_write_is_not(text: str) -> None:
    assert overladen(text) == ()
    assert overladen(unicodedata.normalize("NFD", text)) == ()
