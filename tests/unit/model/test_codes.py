"""Short codes: stable, read back in any spelling, and no single slip passes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Article, Metadata, Span, take
from briefing_tui.model.codes import ALPHABET, CodeError, code, code_of, parse_code, slip

texts = st.text(min_size=1, max_size=80)


def bare(text: str) -> str:
    return text.replace("-", "")


def test_it_looks_like_one_and_stays_what_it_is() -> None:
    """A printed briefing outlives this program: the code of given words never changes."""
    assert code("harbour", "The new ledger lists every berth.") == "RRBN-HHF7-D"


@given(texts, texts)
def test_it_is_read_back(article: str, words: str) -> None:
    made = code(article, words)
    assert parse_code(made) == made
    assert set(bare(made)) <= set(ALPHABET)


@given(texts)
def test_white_space_and_composition_do_not_matter(words: str) -> None:
    apart = unicodedata.normalize("NFD", words)
    assert code("a", "\n ".join(words.split())) == code("a", " ".join(words.split())) == code("a", f" {apart}\t")


def test_words_and_article_do_matter() -> None:
    assert len({code("a", "one"), code("b", "one"), code("a", "One"), code("a", "one.")}) == 4


def test_the_same_words_at_two_places_have_two_codes() -> None:
    said = "The lane is shut."
    article = Article("a", Metadata(), "\n\n".join([said] * 3))
    places = [Span(start, start + len(said)) for start in (0, 19, 38)]
    codes = {code_of(take(article, place)) for place in places}
    assert len(codes) == 3
    assert code("a", said) not in codes
    moved = Article("a", Metadata(), "\n\n".join(["Before it all.", "x" * 40, *[said] * 3]))
    assert code_of(take(moved, Span(58, 75))) != code_of(take(article, places[0]))
    assert code_of(take(moved, Span(96, 113))) == code_of(take(article, places[2]))


@pytest.mark.parametrize("typed", ["rrbn-hhf7-d", "RRBNHHF7D", " rrbn hhf7 d ", "[RRBN–HHF7–D]", "ＲＲＢＮ-hhf7-d"])
def test_it_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_code(typed) == "RRBN-HHF7-D"


def test_letters_that_look_like_digits_are_those() -> None:
    made = next(c for n in range(500) if {"0", "1"} <= set(c := code("a", str(n))))
    assert parse_code(made.replace("0", "o").replace("1", "l", 1).replace("1", "I")) == made


@given(texts, st.integers(0, 8), st.sampled_from(ALPHABET))
def test_every_wrong_symbol_is_found_and_its_place_named(words: str, place: int, symbol: str) -> None:
    made = bare(code("a", words))
    typed = made[:place] + symbol + made[place + 1 :]
    if typed == made:
        return
    with pytest.raises(CodeError, match="typing error"):
        parse_code(typed)
    assert slip(typed, made) == place + 1


@given(texts, st.integers(0, 7))
def test_every_exchange_of_neighbours_is_found_and_its_place_named(words: str, place: int) -> None:
    made = bare(code("a", words))
    typed = made[:place] + made[place + 1] + made[place] + made[place + 2 :]
    if typed == made:
        return
    with pytest.raises(CodeError, match="typing error"):
        parse_code(typed)
    assert slip(typed, made) == place + 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "not 0"),
        ("RRBN-HHF7", "not 8"),
        ("RRBN-HHF7-DD", "not 10"),
        ("RRUN-HHF7-D", "symbol 3, 'U', is in no code"),
        ("RRBN-HHF7-*", "symbol 9"),
        ("קוד", "symbol 1"),
    ],
)
def test_what_is_no_code_is_told(typed: str, said: str) -> None:
    with pytest.raises(CodeError, match=said):
        parse_code(typed)


def test_what_differs_more_has_no_place() -> None:
    assert slip("RRBN-HHF7-D", "RRBN-HHF7-D") == slip("XXBN-HHF7-D", "RRBN-HHF7-D") == slip("RRBN", "RRBN-HHF7-D") == 0
