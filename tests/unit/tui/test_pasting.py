"""A paste is one text, wherever the terminal's data are cut and whatever stands in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.drivers import linux_driver
from textual.message import Message

from briefing_tui.tui.pasting import WholePastes
from briefing_tui.tui.terminal import PromptTerminal

BEGINS, ENDS = "\x1b[200~", "\x1b[201~"
pieces = st.lists(st.sampled_from(["\x1b", "[", "2", "0", "1", "~", "[200~", "x", "\n", "\r", "\x1b[31m", "\x07", "é"]))


def read(*data: str) -> list[Message]:
    parser = WholePastes()
    return [message for each in data for message in parser.feed(each)]


def cut(data: str, places: list[int]) -> list[str]:
    ends = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[start:end] for start, end in pairwise(ends)]


@given(words=pieces, places=st.lists(st.integers(0, 500)))
def test_a_paste_is_one_event_with_all_of_its_text_however_it_comes(words: list[str], places: list[int]) -> None:
    text = "".join(words).replace(ENDS, "")
    if ENDS in text:
        return
    pasted, key = read(*cut(f"{BEGINS}{text}{ENDS}", places), "k")
    assert isinstance(pasted, events.Paste)
    assert pasted.text == text.replace("\x1b", "␛")
    assert isinstance(key, events.Key)
    assert key.key == "k"


@given(places=st.lists(st.integers(0, 500)))
def test_what_is_typed_before_and_between_pastes_comes_as_keys(places: list[int]) -> None:
    data = f"ab{BEGINS}one{ENDS}c\x1b[A{BEGINS}two\x1b{ENDS}"
    said = [
        m.text if isinstance(m, events.Paste) else m.key
        for m in read(*cut(data, places))
        if hasattr(m, "key") or isinstance(m, events.Paste)
    ]
    assert said == ["a", "b", "one", "c", "up", "two␛"]


@pytest.mark.parametrize("data", ["\x1b[31m", "\x1b[2", "\x1b"])
def test_an_escape_outside_of_a_paste_is_not_held_back(data: str) -> None:
    parser = WholePastes()
    list(parser.feed(data))
    assert not parser._held


def test_the_terminal_of_the_app_reads_so() -> None:
    assert issubclass(PromptTerminal, linux_driver.LinuxDriver)
    assert linux_driver.XTermParser is WholePastes  # type: ignore[attr-defined]
