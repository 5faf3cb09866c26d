"""Rule 1: NFC and runs of white space are folded, and nothing else is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.model import Span, find_all, normalise, same
from briefing_tui.model.quotation import CONTEXT, context, nearest

SPACES = " \u00a0\u2009\u2028\u202f\u3000\n\t"
MARKS = "\u0301\u0308\u0323"
LETTERS = "aeoAÉéö…“”\"'-–—.,אبй가ᄀ\u1161ﬁ😀"
TEXTS = st.text(SPACES + MARKS + LETTERS, max_size=60)
WORDS = st.text(LETTERS, min_size=1, max_size=6)
RUNS = st.text(SPACES, min_size=1, max_size=3)
FORMS = st.sampled_from(["NFC", "NFD"])


def in_form(form: str, text: str) -> str:
    return unicodedata.normalize("NFD" if form == "NFD" else "NFC", text)


@given(TEXTS, TEXTS)
def test_every_place_satisfies_the_rule(quote: str, text: str) -> None:
    for place in find_all(quote, text):
        assert normalise(place.slice(text)).strip() == normalise(quote).strip()
        assert same(quote, place.slice(text))


@given(TEXTS, st.data())
def test_every_slice_by_whole_words_is_found(text: str, data: st.DataObject) -> None:
    """A passage that begins and ends at a word is found where it stands, however often it stands elsewhere."""
    words = [Span(i, j) for i, j in _words(text)]
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    span = Span(words[first].start, words[last].end)
    assert span in find_all(span.slice(text), text)


@given(st.lists(WORDS, min_size=1, max_size=5), st.data(), TEXTS, TEXTS)
def test_planted_quotes_are_found(words: list[str], data: st.DataObject, before: str, after: str) -> None:
    """Whatever the white space between the words, whichever of the two normal forms each word is in."""

    def written() -> str:
        parts = [in_form(data.draw(FORMS), words[0])]
        for word in words[1:]:
            parts += [data.draw(RUNS), in_form(data.draw(FORMS), word)]
        return "".join(parts)

    quote, planted = written(), written()
    text = f"{before}\n{planted}\n{after}"
    start = len(before) + 1
    assert Span(start, start + len(planted)) in find_all(quote, text)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("can", "Can"),
        ("said.", "said"),
        ("“words”", '"words"'),
        ("it's", "it’s"),
        ("1990-95", "1990–95"),
        ("fi", "ﬁ"),
        ("...", "…"),
        ("no w", "now"),
        ("now", "no w"),
        ("e", "e\u0301x"),
        ("a", "\u00e1"),
        ("soft", "so\u00adft"),
        ("x²", "x2"),
        ("А", "A"),
        ("ẹ", "e\u0323\u0301"),
    ],
)
def test_nothing_else_is_folded(quote: str, text: str) -> None:
    assert find_all(quote, text) == ()
    assert not same(quote, text)


def test_places_in_the_text_as_it_is() -> None:
    text = "One  two\u00a0three. Cafe\u0301, cafe\u0301!\nOne\ntwo three."
    assert [s.slice(text) for s in find_all("One two three.", text)] == ["One  two\u00a0three.", "One\ntwo three."]
    assert [s.slice(text) for s in find_all("caf\u00e9", text)] == ["cafe\u0301"]
    assert find_all("aa", "aaaa") == (Span(0, 2), Span(1, 3), Span(2, 4)), "overlapping ones too"
    assert find_all(" \n ", text) == ()
    assert find_all("x", "x\u0338e\u0301") == (Span(0, 1),), "the same whether another letter is composed or not"
    assert find_all("  two three ", text)[0].slice(text) == "two\u00a0three", "white space at its ends does not count"


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_the_nearest_is_told_by_its_context() -> None:
    text = "He said yes to them. " + "x" * 50 + " She said yes to us. " + "x" * 50 + " They said yes to it."
    places = find_all("said yes", text)
    before, after = context(text, places[1])
    assert (len(before), len(after)) == (CONTEXT, CONTEXT)
    assert nearest(places, text, prefix=before, suffix=after, start=0) == places[1]
    assert nearest(places, text, prefix="", suffix="", start=10**6) == places[2]


def _words(text: str) -> list[tuple[int, int]]:
    """Runs without white space."""
    found, start = [], -1
    for i, char in enumerate(text + " "):
        if char.isspace():
            if start >= 0:
                found.append((start, i))
            start = -1
        elif start < 0:
            start = i
    return found
