"""Signs that are not seen are found where nothing needs them, and only there."""

from __future__ import annotations

import time

import pytest

from briefing_tui.model.signs.hidden import hidden_signs

TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "hold")


@pytest.mark.parametrize(
    "sign",
    [
        *("\u2060", "\u2061", "\u2062", "\u2063", "\u2064", "\u2065", "\u180e", "\ufeff", "\u034f", "\u206a", "\u3164"),
        *("\U000e0000", "\U000e0001", "\U000e0020", "\U000e0041", "\U000e007f", "\U000e0100", "\U000e0fff", "\ufff0"),
        *("\ufe00", "\ufe05", "\ufe0e", "\ufe0f", "\u180b", "\u17b4", "\u1160", "\U0001bca0", "\U0001d173"),
    ],
)
@pytest.mark.parametrize("text", ["It hol{}ds.", "It {}holds.", "{}It holds.", "It holds.{}", "Он {}стоит."])
def test_a_sign_that_nothing_beside_it_needs_is_found(sign: str, text: str) -> None:
    assert hidden_signs(text.format(sign)) == ((sign, 1),)


@pytest.mark.parametrize(
    "text",
    [
        "It holds.",
        "Das Wort Schiff\xadfahrt",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "ภาษา\u200bไทย",
        "\u200fשלום\u200e, she said\u061c",
        "\u202bשלום\u202c \u2067שלום\u2069",
        "❤\ufe0f ✈\ufe0e 1\ufe0f\u20e3 ©\ufe0f ‼\ufe0f ⛵\ufe0f",
        "👩\u200d🚀 🏳\ufe0f\u200d🌈 🕵🏽\u200d♀\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "葛\U000e0100 﨑\ufe00",
        "ᠮᠣᠩ\u180b ᠴᠢᠨ\u180eᠠ",
        "ᄒ\u1160 \u115fᅡ",
        "ក\u17b4",
        "ל\u05b4\u034f\u05bc",
        "0\ufe00 ≨\ufe00",
    ],
)
def test_what_scripts_and_emoji_need_is_not(text: str) -> None:
    assert hidden_signs(text) == ()


@pytest.mark.parametrize(
    ("sign", "beside"),
    [("\u3164", "ㄱ"), ("\u1160", "ᄒ"), ("\uffa0", "ᅡ"), ("\u17b4", "ក"), ("\U0001d173", "𝄞"), ("\u034f", "\u05bc")],
)
def test_a_row_of_them_needs_nothing(sign: str, beside: str) -> None:
    assert hidden_signs(f"It {sign * 30} holds.") == ((sign, 30),)
    ((found, times),) = hidden_signs(f"It {beside}{sign * 30}{beside} holds.")
    assert found == sign
    assert times >= 28, "but for those that touch a letter of their script"


def test_several_joiners_between_letters_that_need_none_are_found() -> None:
    assert hidden_signs("It ho\u200b\u200clds.") == (("\u200b", 1), ("\u200c", 1))
    assert hidden_signs("It ho\u200blds, Он\u200d\u200dо.") == (("\u200d", 2),)
    assert hidden_signs("It \u200e\u200fholds 5\xad\u200e %.") == (("\u200e", 2), ("\u200f", 1), ("\xad", 1))
    assert hidden_signs("\u200fשלום\u200f\u200e (it holds)") == ()


def test_each_is_counted() -> None:
    assert hidden_signs(f"It {TAGS}holds{TAGS[0]}.") == tuple(zip(TAGS, (2, 1, 1, 1), strict=True))


def test_only_the_tags_of_a_flag_are_its_own() -> None:
    flag = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
    assert [sign for sign, _ in hidden_signs(flag + TAGS)] == list(TAGS)
    assert [sign for sign, _ in hidden_signs("🏴" + TAGS * 2 + "\U000e007f")] == [*TAGS, "\U000e007f"]


def test_a_second_selector_has_nothing_to_select_for() -> None:
    assert hidden_signs("⛵\ufe0f\ufe01\U000e0120") == (("\ufe01", 1), ("\U000e0120", 1))
    assert hidden_signs("⛵\ufe0f\ufe0f") == (("\ufe0f", 1),)
    assert hidden_signs("🚀\ufe03") == (("\ufe03", 1),)


def test_joiners_in_long_rows_join_nothing() -> None:
    assert hidden_signs("می\u200c\u200d\u200bخواهم") == ()
    assert hidden_signs("ba\u200c\u200d\u200b\u200cse") == (("\u200c", 2), ("\u200d", 1), ("\u200b", 1))


def test_many_of_them_take_no_long_time() -> None:
    begun = time.process_time()
    assert hidden_signs("a\u2060" * 200_000) == (("\u2060", 200_000),)
    assert time.process_time() - begun < 2
