"""Keymaps: a person's own keys over the declared ones, with every clash and every unknown name reported."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .commands import COMMANDS, Command, Where

_NAMED = frozenset({
    "space", "enter", "tab", "escape", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end",
    "pageup", "pagedown", *(f"f{n}" for n in range(1, 13)),
})  # fmt: skip
_MODIFIERS = frozenset({"ctrl", "shift", "alt"})


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command, by its id."""

    keys: Mapping[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()
    """What in the person's own keys could not be followed, or hides something, each naming the command."""

    def of(self, *places: Where, commands: Sequence[Command] = COMMANDS) -> dict[str, Command]:
        """What each key does where several places meet: the first place's keys go before those of the next."""
        winners: dict[str, Command] = {}
        for place in places:
            for command in commands:
                if command.where is place:
                    for key in self.keys[command.id]:
                        winners.setdefault(key, command)
        return winners


def resolve_keymap(
    commands: Iterable[Command] = COMMANDS, overrides: Mapping[str, Sequence[str]] | None = None
) -> Keymap:
    """Put a person's own keys over the declared ones.

    An override that names no command or no key is left out. Where two commands of one place end up with the same key,
    the overridden one goes back to its declared keys; commands of different places may share a key.

    Args:
        commands: the declared commands.
        overrides: keys by command id.
    """
    by_id = {command.id: command for command in commands}
    problems: list[str] = []
    wanted: dict[str, tuple[str, ...]] = {}
    for command_id, keys in (overrides or {}).items():
        problem = _problem(command_id, keys, by_id)
        if problem:
            problems.append(problem)
        else:
            wanted[command_id] = tuple(keys)
    while clash := _clash(by_id, wanted):
        command_id, other, key = clash
        del wanted[command_id]
        kept = " ".join(by_id[command_id].keys)
        problems.append(f"{command_id}: '{key}' is already {other} in the same place; it keeps {kept}")
    problems += _hidden(by_id, wanted)
    return Keymap({i: wanted.get(i, command.keys) for i, command in by_id.items()}, tuple(problems))


def is_key(key: str) -> bool:
    """Whether a text names a key: a character, a named key, or one of these after `ctrl+`, `shift+` or `alt+`."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if last == "" and key.endswith("++"):
        modifiers, last = modifiers[:-1], "+"
    return _MODIFIERS.issuperset(modifiers) and (last in _NAMED or (len(last) == 1 and last.isprintable()))


def _problem(command_id: str, keys: Sequence[str], by_id: Mapping[str, Command]) -> str:
    if command_id not in by_id:
        near = difflib.get_close_matches(command_id, by_id, 1)
        return f"{command_id}: there is no such command" + (f"; is it {near[0]}?" if near else "")
    wrong = next((key for key in keys if not is_key(key)), None)
    if wrong is not None:
        return f"{command_id}: '{wrong}' is not a key; write j, {{, ctrl+p, shift+tab, space, pageup"
    return "" if keys else f"{command_id}: no key is given"


def _clash(by_id: Mapping[str, Command], wanted: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """An overridden command, the other command that has one of its keys in the same place, and that key."""
    taken: dict[tuple[Where, str], str] = {}
    for command_id in sorted(by_id, key=lambda i: i in wanted):
        command = by_id[command_id]
        for key in dict.fromkeys(wanted.get(command_id, command.keys)):
            other = taken.setdefault((command.where, key), command_id)
            if other != command_id:
                return (command_id if command_id in wanted else other), other, key
    return None


def _hidden(by_id: Mapping[str, Command], wanted: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Keys that work, but put a command that works everywhere out of reach in one place."""
    everywhere = {key: c.id for c in by_id.values() if c.where is Where.EVERYWHERE for key in wanted.get(c.id, c.keys)}
    return [
        f"{command_id}: '{key}' hides {everywhere[key]} there"
        for command_id, keys in wanted.items()
        for key in keys
        if by_id[command_id].where is not Where.EVERYWHERE and key in everywhere
    ]
