"""Letters that people take for the same are found as the same, in every script, at exactly their places."""

from __future__ import annotations

import sqlite3
import sys
import unicodedata
from collections.abc import Iterable
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.search import find_in_text, folding, parse_query
from briefing_tui.search.folding import added, aligned, fold, indexable, names
from briefing_tui.search.schema import TOKENIZER

HEBREW = [f"{letter}{points}" for letter in "אבגדהושםל" for points in ("", "\u05b8", "\u05c1\u05b8", "\u05bc")]
ARABIC = [f"{letter}{sign}" for letter in "اأإآبتةىيكلم" for sign in ("", "\u064e", "\u0652", "\u0640", "\u064b\u0651")]
CYRILLIC = ["и\u0306", "й", "е\u0308", "ё", "ж", "Й", "о\u0301", "i\u0308", "ї"]
LATIN = ["e\u0301", "é", "ß", "ﬁ", "ſ", "İ", "ı", "Ǆ", "s\u00ads", "n\u0303\u0323", "ø", "A"]
GREEK = ["ά", "α\u0301", "ς", "Σ", "ᾳ", "ΐ"]
HAN = ["問", "题", "葛\U000e0100", "々", "か\u3099", "が", "ガ", "ｶ", "ー", "\U00020000"]
THAI = ["ที\u0e48", "นี\u0e48", "ก", "เ", "ำ"]
INDIAN = ["कि", "की", "क्ष", "क\u093c", "\u0958", "হো", "தி"]
HANGUL = ["한", "\u1112\u1161\u11ab", "국"]
OTHERS = ["𐐀", "𞤀", "ა", "ﻻ", "٣", "१", "⑤", "½"]
SCRIPTS = [HEBREW, ARABIC, CYRILLIC, LATIN, GREEK, HAN, THAI, INDIAN, HANGUL, OTHERS]
WORDS = st.sampled_from(SCRIPTS).flatmap(lambda letters: st.lists(st.sampled_from(letters), min_size=1, max_size=5))
BETWEEN = st.sampled_from([" ", ", ", "\n\n", " — ", "。", "؟ ", "־", " \u200f", "\u200b", " 🤔\ufe0f ", "' "])


def found(query: str, text: str) -> list[str]:
    return [span.slice(text) for span in find_in_text(parse_query(query), text)]


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("שלום", "בְּשָׁלוֹם שָׁלוֹם", ["שָׁלוֹם"]),
        ("שָׁלוֹם", "שלום", ["שלום"]),
        ("القران", "الْقُرْآن والقرآن", ["الْقُرْآن"]),
        ("محمد", "محـــمّد", ["محـــمّد"]),
        ("قضيه", "قضية", ["قضية"]),
        ("می\u200cخواهم", "میخواهم مي\u200cخواهم", ["میخواهم", "مي\u200cخواهم"]),
        ("еж", "ёж и е\u0308ж", ["ёж", "е\u0308ж"]),
        ("мои", "мой", []),
        ("问题", "这个问题很大", ["问题"]),
        ("题问", "这个问题很大", []),
        ("問", "abc問def", ["問"]),
        ("abc", "abc問def", ["abc"]),
        ("がく", "か\u3099く", ["か\u3099く"]),
        ("プーチン", "ﾌﾟｰﾁﾝ プーチン大統領", ["プーチン"]),
        ("นี้", "ที่นี้ไม่", ["นี้"]),
        ("ทำ", "ทำ ท\u0e4dา", ["ทำ", "ท\u0e4dา"]),
        ("ท\u0e4dา", "จะทำแล้ว ท\u0e4dา", ["ทำ", "ท\u0e4dา"]),
        ("より", "それゟ", ["ゟ"]),
        ("मिली", "मिली मीली", ["मिली"]),
        ("한국", unicodedata.normalize("NFD", "한국"), [unicodedata.normalize("NFD", "한국")]),
        ("strasse", "Straße STRASSE", ["Straße", "STRASSE"]),
        ("first", "the ﬁrst", ["ﬁrst"]),
        ("cooperate", "co\u00adoper\u00adate\u00ad now", ["co\u00adoper\u00adate"]),
        ("istanbul", "İstanbul ISTANBUL", ["İstanbul", "ISTANBUL"]),
        ("34", "٣٤", ["٣٤"]),
        ("مصر", "مصر\u200f مصر", ["مصر", "مصر"]),
        ("love", "❤️love", ["love"]),
        ("assad", "Assad🤔!", ["Assad"]),
        ("αθηνα", "Ἀθῆνα ΑΘΉΝΑ", ["Ἀθῆνα", "ΑΘΉΝΑ"]),
    ],
)
def test_letters_that_are_the_same_to_people_are_the_same(query: str, text: str, words: list[str]) -> None:
    assert found(query, text) == words


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(WORDS, BETWEEN), min_size=1, max_size=8))
def test_every_word_of_a_text_is_found_at_exactly_its_place(pieces: list[tuple[list[str], str]]) -> None:
    text = "".join("".join(letters) + between for letters, between in pieces)
    at = 0
    for letters, between in pieces:
        word = "".join(letters)
        places = [(span.start, span.end) for span in find_in_text(parse_query(f'"{word}"'), text)]
        assert any(start <= at and at + len(word) <= end for start, end in places)
        if letters not in [other for other, _ in pieces if other is not letters]:
            own = (at, at + len(word))
            assert own in places or any(start < own[0] or end > own[1] for start, end in places)
        at += len(word) + len(between)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.text(max_size=20))
def test_a_word_between_spaces_is_found_as_it_stands(letters: list[str], around: str) -> None:
    word = "".join(letters)
    text = f"{around} {word} {around}"
    start = len(around) + 1
    places = [(span.start, span.end) for span in find_in_text(parse_query(f'"{word}"'), text)]
    assert (start, start + len(word)) in places


@given(st.text())
def test_a_folded_text_says_which_of_its_code_points_are_not_in_the_text(text: str) -> None:
    folded = fold(indexable(text))
    assert len(folded) - added(folded) == len(text)
    assert len(aligned(indexable(text))) == len(text)


@given(st.text(st.characters(max_codepoint=255)))
def test_a_text_in_latin_letters_is_aligned_as_any_other(text: str) -> None:
    assert aligned(text) == aligned(text + "\u4e2d")[:-1]


@given(st.text())
@example("0ｦ")
@example("ำ")
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = names(indexable(text))
    assert names(once) == once


def tokens(pieces: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """What the index makes of pieces of text, by their numbers."""
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute(f"CREATE VIRTUAL TABLE t USING fts5(text, tokenize='{TOKENIZER}')")
        index.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
        index.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", pieces)
        found: dict[int, list[str]] = {}
        for number, term in index.execute("SELECT doc, term FROM v ORDER BY doc, offset"):
            found.setdefault(number, []).append(term)
        return found


def test_what_is_left_as_it_is_the_index_folds_in_the_same_way() -> None:
    signs = {0xFE0E, 0xFE0F}  # for emoji, not in words
    plain = [code for code in range(1, 0xFFFF) if not folding._AWKWARD.match(chr(code)) and code not in signs]
    assert len(plain) > 3_000
    assert tokens((code, f"a{chr(code)}b") for code in plain) == tokens(
        (code, f"a{folding._FOLDED[code]}b") for code in plain
    )


def test_every_letter_is_part_of_a_word_and_nothing_else_is() -> None:
    codes = [code for code in range(1, sys.maxunicode + 1) if unicodedata.category(chr(code)) not in {"Cn", "Co", "Cs"}]
    split = tokens((code, f"a{folding._FOLDED[code]}b") for code in codes[::7])
    for code in codes[::7]:
        category = unicodedata.category(chr(code))[0]
        joined = folding.JOINT not in folding._FOLDED[code]
        if category in "LN" and joined:
            assert len(split[code]) == 1, hex(code)
        if category in "PSZ":
            assert split[code] == ["a", "b"], hex(code)
