"""Quotation marks of all kinds: what counts as one, what does not, and that looking for them grows with the text."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model.own_text import paragraphs, pieces
from briefing_tui.model.signs import confusable_signs as confusable
from briefing_tui.model.signs.quotation_marks import nested_quotations, quotation_marks

PAIRS = [
    ("⁗", "⁗"), ("‴", "‴"), ("‷", "‴"), ("˵", "˶"), ("˶", "˶"), ("≪", "≫"), ("⋘", "⋙"),
    ("<<", ">>"), ("⟨⟨", "⟩⟩"), ("⟨", "⟩"), (",,", ",,"), (",,", "''"), (",,", "”"), ("‚‚", "‘‘"),
    ("，，", "，，"), ("ˈˈ", "ˈˈ"), ("ʽʽ", "ʽʽ"), ("՚՚", "՚՚"), ("᾿᾿", "᾿᾿"), ("῾῾", "᾿᾿"),
    ("ꞌꞌ", "ꞌꞌ"), ("ꞌ", "ꞌ"), ("⸢", "⸣"), ("〃", "〃"), ("ˊˊ", "ˋˋ"), ("ᐦ", "ᐦ"), ("⌜", "⌝"),
    ("'\u200b'", "'\u200b'"), ("‹\u200b‹", "›\u200b›"), ("˂˂", "˃˃"), ("ʿʿ", "ʾʾ"), ("｀", "＇"),
    ("ߴߴ", "ߴߴ"), ("«", "≫"), ("\u2329", "\u232a"), ("<< ", " >>"),
    ("\xa0\u030e", "\xa0\u030e"), ("\xa0\u030b", "\xa0\u030b"), ("\xa0\u0313\xa0\u0313", "\xa0\u0313\xa0\u0313"),
    ("ײ", "ײ"), ("ײ ", " ײ"), ("𖽑𖽑", "𖽑𖽑"), ("⠦", "⠴"), ("'\u061c'", "'\u061c'"), ("'\u206a'", "'\u206a'"),
    ("'\U000e0100'", "'\U000e0100'"),
]  # fmt: skip
NONE = [
    "l’homme qu’il a vu, c’est-à-dire aujourd’hui", "rock ’n roll in the ’90s",
    "the states' and the dogs' bowls", "O'Brien's", "5′ 11″ tall, 33°52′10″N", "a line of 10‴",
    "גב׳ כהן וצה״ל", "ʿAbd al-Malik of Sanʿāʾ, and al-faʿʿāl", "ʻOkina in Hawaiʻi",
    "wait... and so on…", "so,, and on", "a,,b", "1,,000", "of one,,, two", "1 << 5", "a ≪ b", "5 km ≪ 50 km",
    "b ≫ a", "x<<2", "File >> Print", "Settings >> Layout >> Page", "5 < 6 > 3", "同上 〃",
    "ˈwɔːtə ˈbɒtl", "Komputer ʼni", "ᒪᐦᑲ", "л’ёд ды п’яць", "Dʼni",
    "ײַדיש און צװײ", "ברוך יי", "⠦⠺⠑⠀⠎⠥⠗⠗⠑⠝⠙⠑⠗⠴", "⠎⠕⠦ ⠼⠴",
    "a 24\" screen and a 27\" one", "a 1200\" pipe and its valve",
    "e\u0301te\u0301, u\u0308ber, o\u030b",
]  # fmt: skip


@pytest.mark.parametrize(("opening", "closing"), PAIRS)
def test_each_pair_holds_its_words(opening: str, closing: str) -> None:
    marks = quotation_marks(f"The minister said: {opening}We surrender{closing} and left.")
    assert [q.text.strip() for q in marks.quoted] == ["We surrender"]
    assert marks.unpaired is None


def confusables() -> list[tuple[str, str]]:
    """What opens and closes with each sign that Unicode lists as confused with one of ours."""
    alike = (*confusable.DOUBLE, *confusable.MUCH_LESS, *confusable.MUCH_GREATER, *confusable.BREATHINGS)
    pairs = [*((sign * 2, sign * 2) for sign in confusable.APOSTROPHES), *((sign, sign) for sign in alike)]
    pairs += [(sign * 2, "“") for sign in confusable.COMMAS]
    pairs += [(sign * 2, ">>") for sign in confusable.LESS + confusable.ANGLES]
    pairs += [("<<", sign * 2) for sign in confusable.GREATER]
    single = set(confusable.APOSTROPHES) - {"י", "ʾ"}
    return pairs + [(sign, sign) for sign in sorted(single)] + [("˂", "˃"), ("ᚲ", "𖼿"), ("𝈶", "𝈷")]


@pytest.mark.parametrize(("opening", "closing"), confusables())
def test_each_sign_that_looks_like_a_mark_is_one(opening: str, closing: str) -> None:
    marks = quotation_marks(f"The minister said {opening}We surrender at once{closing} today.", plain=True)
    assert marks.unpaired or "We surrender at once" in {q.text for q in marks.quoted}


@pytest.mark.parametrize("sign", ["ʾ", "»", "‘“", "'\"", "“", "((“"])
def test_marks_within_each_other_are_found_in_time_that_grows_with_the_text(sign: str) -> None:
    started = process_time()
    nested_quotations(sign * 12_000)
    assert process_time() - started < 5


@pytest.mark.parametrize("text", ['As in 2019" We surrender in 1945" said Putin', "In 2022″ We surrender ″"])
def test_years_are_no_inches(text: str) -> None:
    assert "We surrender" in quotation_marks(text).quoted[0].text


@pytest.mark.parametrize("text", NONE)
def test_signs_that_quote_nothing(text: str) -> None:
    marks = quotation_marks(text)
    assert (marks.quoted, marks.unpaired) == ((), None)


@given(st.lists(st.sampled_from(["[@e1]", " ", "\n", "\t", "a", "*", "\\", "- ", "1. "]), max_size=14).map("".join))
def test_the_white_space_before_a_cite_is_no_part_of_the_text(text: str) -> None:
    found = pieces(text)
    assert "".join(p.span.slice(text) for p in found) == text
    for before, cite in pairwise(found):
        if cite.cite and before.text and not before.marker:
            assert before.text == before.text.rstrip(), "the space before a cite belongs to the cite"


HARD = {
    "straight": "'a ", "curly": "’a ", "low": "‚a ", "left": "‘a ", "inches": '1" a', "geresh": "׳a ", "breaks": "\n",
    "spaces": " ", "lines": "\n ", "items": "7. a\n", "pairs": '"a" ', "unseen": "'\u200b", "commas": ",, ",
    "genitives": "ʻas' ",
}  # fmt: skip


@pytest.mark.parametrize("part", HARD.values(), ids=HARD)
def test_the_work_grows_with_the_text_alone(part: str) -> None:
    def taken(times: int) -> float:
        text = f"a{part * times}x"
        start = process_time()
        quotation_marks(text)
        paragraphs(text)
        return process_time() - start

    few = min(taken(2000) for _ in range(3))
    assert min(taken(8000) for _ in range(2)) < 10 * few + 0.05, "four times the text, at most some four times the work"
