"""Settings from plain values, and one file over another."""

from __future__ import annotations

import pytest

from briefing_tui.errors import FormatError
from briefing_tui.settings import Settings, from_plain, overlay


def test_nothing_given_is_what_everyone_starts_with() -> None:
    assert from_plain({}) == Settings()


def test_values_come_as_texts() -> None:
    settings = from_plain({"format": "1", "theme": "light", "measure": "66", "marks": "no", "pages": "3"})
    assert (settings.theme, settings.measure, settings.marks, settings.pages) == ("light", 66, False, 3)


@pytest.mark.parametrize(
    ("plain", "field"),
    [
        ({"theme": "pink"}, "theme"),
        ({"measure": "wide"}, "measure"),
        ({"measure": "4"}, "measure"),
        ({"marks": "maybe"}, "marks"),
        ({"keymap": "j"}, "keymap"),
        ({"keymap": {"reader.pin": {"a": "b"}}}, "keymap.reader.pin"),
        ({"rules": ["source.stale"]}, "rules"),
        ({"rules": {"source.stale": {"severity": "off"}}}, "rules.source.stale"),
        ({"title": ["a"]}, "title"),
        ({"colour": "red"}, "colour"),
        ({"format": "2"}, "format"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_field(plain: dict[str, object], field: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_plain(plain, "settings.yaml")
    assert (caught.value.file, caught.value.field) == ("settings.yaml", field)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("²", "whole number"), ("٩٩", "whole number"), ("99.0", "whole number"), (99.5, "whole number"),
        (True, "whole number"), ([99], "whole number"), ("0x63", "whole number"), (-1, "whole number"),
        ("9" * 5000, "whole number"), ("", "whole number"), (" 99", "newer"), ("2", "newer"), (2, "newer"),
    ],
)  # fmt: skip
def test_nothing_is_followed_of_a_file_whose_format_is_not_known(value: object, message: str) -> None:
    told: list[FormatError] = []
    with pytest.raises(FormatError, match=message) as caught:
        from_plain({"title": "T", "colour": "red", "format": value}, "settings.yaml", wrong=told.append)
    assert (caught.value.field, told) == ("format", [])
    assert caught.value.hint


def test_keys_are_a_list_or_a_line() -> None:
    settings = from_plain({"keymap": {"reader.pin": "p ctrl+y", "reader.copy": ["c"]}})
    assert settings.keymap == {"reader.pin": ("p", "ctrl+y"), "reader.copy": ("c",)}


def test_the_workspace_goes_before_the_user_and_only_in_what_it_says() -> None:
    user = from_plain({"theme": "light", "measure": "60", "keymap": {"reader.pin": "y", "reader.copy": "c"}})
    workspace = from_plain({"measure": "72", "keymap": {"reader.pin": "p"}})
    both = overlay(user, workspace)
    assert (both.theme, both.measure) == ("light", 72)
    assert both.keymap == {"reader.pin": ("p",), "reader.copy": ("c",)}


def test_a_default_that_the_workspace_states_goes_before_the_user() -> None:
    assert overlay(from_plain({"theme": "light"}), from_plain({"theme": "dark"})).theme == "dark"


def test_the_context_guard_is_on_until_it_is_turned_off() -> None:
    assert from_plain({}).guard
    assert not from_plain({"guard": "no"}).guard
    assert not overlay(from_plain({"guard": "yes"}), from_plain({"guard": "no"})).guard


def test_rules_are_kept_as_they_stand_and_the_workspace_goes_before_the_user() -> None:
    user = from_plain({"rules": {"source.stale": "off", "form.addressee": "note"}})
    workspace = from_plain({"rules": {"source.stale": "error", "stale-after": "5 years", "source.missing": None}})
    assert overlay(user, workspace).rules == {
        "source.stale": "error",
        "form.addressee": "note",
        "stale-after": "5 years",
    }
