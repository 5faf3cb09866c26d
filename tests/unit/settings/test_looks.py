"""Colours, signs and the order of words as settings: a bad value is told by field, with what would do."""

from __future__ import annotations

import pytest
from rich.style import Style

from briefing_tui.errors import FormatError
from briefing_tui.settings import from_plain, overlay
from briefing_tui.settings.looks import PARTS
from briefing_tui.tui.reader.looks import CLASSES, MARGIN


def test_looks_are_taken_as_they_are_drawn() -> None:
    given = {"selection": "Bold  black on #ffd700", "pin": "underline", "hit": "#f00", "here": "on bright_red not bold"}
    found = from_plain({"colours": given}).colours
    assert found == {
        "selection": "bold black on #ffd700", "pin": "underline", "hit": "#ff0000", "here": "on bright_red not bold",
    }  # fmt: skip
    assert all(Style.parse(look) for look in found.values())


def test_signs_and_order() -> None:
    settings = from_plain({"margin": {"pin": "*", "other": "·"}, "bidi": "visual"})
    assert settings.margin == {"pin": "*", "other": "·"}
    assert settings.bidi == "visual"
    assert from_plain({}).bidi == "logical"


@pytest.mark.parametrize(
    ("plain", "field", "hint"),
    [
        ({"colours": {"selection": "loud"}}, "colours.selection", "black on yellow"),
        ({"colours": {"selection": ""}}, "colours.selection", "black on yellow"),
        ({"colours": {"selection": "on"}}, "colours.selection", "black on yellow"),
        ({"colours": {"cursor": "red"}}, "colours.cursor", "selection"),
        ({"colours": "red"}, "colours", "selection:"),
        ({"margin": {"pin": "漢"}}, "margin.pin", "one cell"),
        ({"margin": {"pin": "**"}}, "margin.pin", "one cell"),
        ({"margin": {"pin": "\u0301"}}, "margin.pin", "one cell"),
        ({"margin": {"pin": "\x1b"}}, "margin.pin", "one cell"),
        ({"margin": {"number": "1"}}, "margin.number", "pointer"),
        ({"margin": ["*"]}, "margin", "pin"),
        ({"bidi": "backwards"}, "bidi", "logical, visual"),
    ],
)
def test_what_is_wrong_is_told_by_field(plain: dict[str, object], field: str, hint: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_plain(plain, "briefing.yaml")
    assert caught.value.field == field
    assert hint in caught.value.hint


def test_looks_of_user_and_workspace_are_joined() -> None:
    users = from_plain({"colours": {"pin": "red", "hit": "blue"}, "margin": {"pin": "*"}})
    both = overlay(users, from_plain({"colours": {"hit": "green"}}))
    assert both.colours == {"pin": "red", "hit": "green"}
    assert both.margin == {"pin": "*"}


def test_the_reader_has_what_can_be_set() -> None:
    assert {f"reader--{part}" for part in PARTS} == set(CLASSES)
    assert set(MARGIN) == {"pin", "other", "pointer"}
