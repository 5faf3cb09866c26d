"""Nothing that a text holds makes the search for speakers fail, invent words or take for ever."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.ingest.speakers import speakers_in
from briefing_tui.model import segment

PIECES = (
    "Mira Talvik", "Talvik", "Otto Brandt", "President", "a senior official", "the ministry", "the Kremlin", "he",
    "She", "said", "told", "has", "quoted", "as saying", "according to", "who", "heads", "that",
    "and", "of", "the", "a",
    "for", ",", ".", "?", ":", "—", "–", "(", ")", "“", "”", '"', "‘", "’", "«", "»", "’s", "45",
    "\n\n", "\n", "## ", "al-",
    "Mr.", "Gov.", "J.",
    "сказал", "Лавров", "По словам", "sagte", "selon", "\x01", "\x00", "\ud800", "\u202e", "𝔘", "é",
)  # fmt: skip
LANGUAGES = ("en", "en-GB", "de", "fr", "ru", "he", "", "xx-")

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map(" ".join)


@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_whatever_the_text_holds(text: str, language: str) -> None:
    numbers = {p.n for p in segment(text).paragraphs}
    for speaker in speakers_in(text, language):
        assert speaker.name
        assert speaker.role in text
        assert speaker.paragraphs
        assert set(speaker.paragraphs) <= numbers
        assert list(speaker.paragraphs) == sorted(set(speaker.paragraphs))


HOSTILE = {
    "saying": "A B C said ",
    "opening marks": "“",
    "straight marks": '"',
    "single marks": "‘a ",
    "according": "according to ",
    "names": "Mira Talvik, a head, ",
    "names with dashes": "Talvik – ",
    "names with clauses": "Mira Talvik, who ",
    "titles": "president of ",
    "adjectives": "senior ",
    "officials": "a senior official for ",
    "initials": "A.",
    "hyphens": "a-",
    "possessives": "Talvik’s ",
    "addresses": "Mr ",
    "label": "A",
    "paragraphs": "“a”\n\n",
    "open paragraphs": "“a,” said Mira Talvik.\n\n“b\n\n",
    "brackets": "Talvik (",
    "adverbs": "newly ",
}


def _lines(text: str, language: str) -> int:
    """How many lines of Python the search runs through."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "speakers" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        speakers_in(text, language)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_is_twice_the_work(piece: str, language: str) -> None:
    short = _lines(piece * 60, language)
    assert _lines(piece * 120, language) <= 2.2 * short + 400


@pytest.mark.parametrize("piece", ["A B C said ", "“", '"', "‘a "])
def test_a_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    assert speakers_in(piece * (200_000 // len(piece)), "en") == ()


def test_many_people_of_one_name() -> None:
    def crowd(size: int) -> str:
        names = (f"Aa{''.join(chr(97 + int(d)) for d in str(i))} Talvik" for i in range(size))
        return "\n\n".join(f"President {name} said so. The president said more. “So,” said Talvik." for name in names)

    short = _lines(crowd(40), "en")
    assert _lines(crowd(80), "en") <= 2.3 * short
