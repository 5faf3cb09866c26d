"""A person's keys over the declared ones."""

from __future__ import annotations

import pytest

from briefing_tui.settings import COMMANDS, FIXED, Where, commands_of, is_key, resolve_keymap


def test_ids_are_unique_and_begin_with_their_place() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert all(command.id == f"{command.where}.{command.name}" for command in COMMANDS)


def test_the_declared_keys_are_keys_and_clash_nowhere() -> None:
    assert all(is_key(key) for command in COMMANDS for key in command.keys)
    assert not resolve_keymap().problems
    for where in Where:
        keys = [key for command in commands_of(where) for key in command.keys]
        assert len(keys) == len(set(keys))


def test_the_key_of_the_review_stays_free() -> None:
    assert not [command.id for command in COMMANDS if "3" in command.keys]


@pytest.mark.parametrize("key", ["j", "G", "{", ",", "+", "ctrl+p", "shift+tab", "ctrl++", "f5", "ж"])
def test_a_key(key: str) -> None:
    assert is_key(key)


@pytest.mark.parametrize("key", ["", "jj", "hyper+x", "ctrl+", "ctrl", "\t", "page up"])
def test_not_a_key(key: str) -> None:
    assert not is_key(key)


def test_an_override_takes_the_place_of_all_declared_keys() -> None:
    keymap = resolve_keymap(overrides={"reader.pin": ["ctrl+y", "f2"]})
    assert keymap.keys["reader.pin"] == ("ctrl+y", "f2")
    assert not keymap.problems


def test_two_commands_may_swap_their_keys() -> None:
    keymap = resolve_keymap(overrides={"lists.down": ["k"], "lists.up": ["j"]})
    assert (keymap.keys["lists.down"], keymap.keys["lists.up"]) == (("k",), ("j",))
    assert not keymap.problems


def test_a_clash_in_one_place_is_reported_by_name_and_not_followed() -> None:
    keymap = resolve_keymap(overrides={"draft.delete": ["e"]})
    assert keymap.keys["draft.delete"] == ("d",)
    assert len(keymap.problems) == 1
    assert "draft.delete" in keymap.problems[0]
    assert "draft.edit" in keymap.problems[0]


def test_two_overrides_that_want_the_same_key_both_are_named() -> None:
    keymap = resolve_keymap(overrides={"draft.delete": ["y"], "draft.add": ["y"]})
    assert sorted((keymap.keys["draft.delete"][0], keymap.keys["draft.add"][0])) in (["a", "y"], ["d", "y"])
    assert "draft.delete" in keymap.problems[0]
    assert "draft.add" in keymap.problems[0]


def test_an_unknown_command_is_reported_with_one_like_it() -> None:
    assert "reader.pin" in resolve_keymap(overrides={"reader.pinn": ["p"]}).problems[0]


def test_a_key_that_is_none_is_reported() -> None:
    keymap = resolve_keymap(overrides={"reader.pin": ["hyper+p"]})
    assert keymap.keys["reader.pin"] == ("p",)
    assert "hyper+p" in keymap.problems[0]


def test_hiding_what_works_everywhere_is_told() -> None:
    keymap = resolve_keymap(overrides={"draft.add": ["u"]})
    assert keymap.keys["draft.add"] == ("u",)
    assert "everywhere.undo" in keymap.problems[0]


def test_the_own_keys_of_a_pane_go_before_those_of_lists() -> None:
    winners = resolve_keymap().of(Where.DRAFT, Where.LISTS)
    assert winners["enter"].id == "draft.edit"
    assert winners["j"].id == "lists.down"


def test_what_a_key_of_lists_means_in_places_with_that_key_of_their_own_is_told() -> None:
    (problem,) = resolve_keymap(overrides={"lists.top": ["n"]}).trouble
    assert problem.command == "lists.top"
    assert "'n' is " in problem.message
    assert "briefs.new" in problem.message
    assert "everywhere.help: 'p' is " in resolve_keymap(overrides={"everywhere.help": ["p"]}).problems[0]


@pytest.mark.parametrize(
    ("command", "keys", "kept"),
    [
        ("everywhere.help", "p", "it keeps no key there"),
        ("everywhere.help", "p f1", "it keeps f1 there"),
        ("everywhere.undo", "q", "it keeps u"),
        ("draft.add", "u", "everywhere.undo keeps no key there"),
        ("reader.pin", ":", "everywhere.palette keeps ctrl+p there"),
        ("lists.down", "q", "question.cancel keeps escape there"),
    ],
)
def test_what_a_command_keeps_is_said_of_every_clash(command: str, keys: str, kept: str) -> None:
    trouble = resolve_keymap(overrides={command: keys.split()}).trouble
    assert any(kept in one.hint for one in trouble)
    assert all("keep" in one.hint for one in trouble)


def test_a_key_of_lists_that_questions_need_is_told() -> None:
    problems = resolve_keymap(overrides={"lists.down": ["q"]}).problems
    assert any("question.cancel" in problem for problem in problems)


def test_the_keys_of_questions_and_fields_are_fixed_and_listed() -> None:
    (problem,) = resolve_keymap(overrides={"question.cancel": ["x"]}).problems
    assert "question.cancel" in problem
    assert all(is_key(key) for fixed in FIXED for key in fixed.keys)
    assert len({fixed.id for fixed in FIXED}) == len(FIXED)


def test_which_commands_have_keys_of_a_persons_own_is_known() -> None:
    assert resolve_keymap(overrides={"reader.pin": ["p"], "reader.copy": ["Y"]}).changed == {"reader.copy"}
