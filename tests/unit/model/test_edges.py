"""Where a passage may begin and end: neither within a word nor between a letter and its marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span
from briefing_tui.model.edges import Cut, cut, edges, whole


@pytest.mark.parametrize(
    "text",
    [
        "un|likely", "can|'t", "can’|t", "un-|likely", "un\u00ad|likely", "un\u200b|likely", "un*|likely", "5|0",
        "3|.5", "1,|000", "x|2", "не|возможно", "لا|يمكن", "ב|מאי", "צה|״ל", "평화|는", "क्|ष",
    ],
)  # fmt: skip
def test_within_a_word(text: str) -> None:
    assert cut(text.replace("|", ""), text.index("|")) is Cut.WORD


@pytest.mark.parametrize(
    "text",
    ["cafe|\u0301", "=|\u0338", "x|\u0338", "ᄀ|\u1161", "가|\u11a8", "כ|ּ", "👩|\u200d💻", "👩\u200d|💻", "❤|\ufe0f"],
)
def test_within_a_letter(text: str) -> None:
    assert cut(text.replace("|", ""), text.index("|")) is Cut.LETTER


@pytest.mark.parametrize(
    "text",
    [
        "is |likely", "is| likely", "“|likely", "likely|”", "likely|.", "risk.|Next", "5|%", "x –|y", "risk—|likely",
        "不|可能", "AI|技術", "イ|ラン", "เป็น|ไป", "‘|tis", "states|’ roles", "see *|likely*", "likely|*.",
        "said|¹", "2019| 15", "2019|\u00a015", "|likely", "likely|",
    ],
)  # fmt: skip
def test_between_words(text: str) -> None:
    assert cut(text.replace("|", ""), text.index("|")) is Cut.NOTHING


def test_a_passage_is_widened_to_what_it_cuts() -> None:
    text = "It is un-likely and can't be e\u0301."
    assert whole(text, Span(9, 15)).slice(text) == "un-likely"
    assert whole(text, Span(20, 23)).slice(text) == "can't"
    assert whole(text, Span(29, 30)).slice(text) == "e\u0301"
    assert edges(text, Span(8, 16)) == (Cut.WORD, Cut.NOTHING), "white space at its ends does not count"


@given(st.text("ab1 é\u0301\u0338가ᄀ\u1161\u11a8不'’-.*\u00ad\u200d\n", max_size=20), st.data())
def test_where_nothing_is_cut_each_side_has_its_own_normal_form(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if cut(text, offset) is Cut.LETTER:
        return
    apart = [unicodedata.normalize("NFC", part) for part in (text[:offset], text[offset:])]
    assert "".join(apart) == unicodedata.normalize("NFC", text)
