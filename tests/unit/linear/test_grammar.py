"""What a line means."""

from __future__ import annotations

import pytest

from briefing_tui.errors import InvalidError
from briefing_tui.linear.grammar import Grammar, Request
from briefing_tui.linear.library import LibraryPlace
from briefing_tui.linear.pinning import ReaderPlace
from briefing_tui.linear.place import Place
from briefing_tui.settings import resolve_keymap


def read(line: str, place: type[Place] = ReaderPlace, **own: list[str]) -> list[Request]:
    keymap = resolve_keymap(overrides={name.replace("__", "."): keys for name, keys in own.items()})
    return Grammar(keymap).read(line, place.places(), place.takes())


@pytest.mark.parametrize(
    ("line", "name", "words"),
    [
        ("j", "reader.next_sentence", ""),
        ("}", "reader.next_paragraph", ""),
        ("#12", "reader.go_to_paragraph", "12"),
        ("# 12", "reader.go_to_paragraph", "12"),
        ("/red line", "reader.find", "red line"),
        ("go to 19", "reader.go_to_paragraph", "19"),
        ("Next Paragraph", "reader.next_paragraph", ""),
        ("reader.pin", "reader.pin", ""),
        ("pin paraphrase My own Words", "reader.pin", "paraphrase My own Words"),
        ("pin with note", "reader.pin_with_note", ""),
        (":widen", "reader.widen", ""),
        ("?", "everywhere.help", ""),
        ("quit", "quit", ""),
        ("esc", "everywhere.cancel", ""),
        ("compile final", "checklist.compile_final", ""),
        ('search "red line"', "library.search", '"red line"'),
        ("theme iran", "theme", "iran"),
    ],
)
def test_a_line(line: str, name: str, words: str) -> None:
    assert read(line) == [Request(name, words)]


def test_a_sign_several_times_is_as_many_keys() -> None:
    assert read(">>>") == [Request("reader.end_word_forward")] * 3


def test_a_number_in_a_list_opens_its_row() -> None:
    assert read("3", LibraryPlace) == [Request("lists.open", "3")]


def test_a_persons_own_keys_hold() -> None:
    assert read("y", reader__pin=["y"], reader__copy=["p"]) == [Request("reader.pin")]


@pytest.mark.parametrize("line", ["view", "G", "compile final", "draft.edit", ":Widen", ">>>", "s > >", "theme", "1"])
def test_a_command_of_any_place_is_known_by_its_name_alone(line: str) -> None:
    assert Grammar(resolve_keymap()).is_command(line)


@pytest.mark.parametrize("line", ["view of it", "Open questions remain", "19", "dance"])
def test_other_lines_are_no_command_alone(line: str) -> None:
    assert not Grammar(resolve_keymap()).is_command(line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("dance", "no key and no command here"),
        ("promote", "for another place: draft"),
        ("!", "for another place: library"),
        ("widen much", "'widen' takes nothing behind it"),
        ("19", "#19 goes to"),
        ("pinn", "is it 'pin'"),
    ],
)
def test_a_line_that_means_nothing_says_what_comes_near(line: str, said: str) -> None:
    with pytest.raises(InvalidError) as caught:
        read(line)
    assert said in str(caught.value)
