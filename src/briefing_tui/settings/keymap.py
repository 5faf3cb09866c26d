"""Keymaps: a person's own keys over the declared ones, with every clash and every unknown name reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from .commands import COMMANDS, Command, Where
from .fixed import FIXED

_NAMED = frozenset({
    "space", "enter", "tab", "escape", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end",
    "pageup", "pagedown", *(f"f{n}" for n in range(1, 13)),
})  # fmt: skip
_MODIFIERS = frozenset({"ctrl", "shift", "alt"})


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """What in a person's own keys could not be followed, or hides something."""

    command: str
    """The id as it stands in their settings."""
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.command}: {self.message}" + (f"; {self.hint}" if self.hint else "")


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys of every command, by its id."""

    keys: Mapping[str, tuple[str, ...]]
    trouble: tuple[KeyProblem, ...] = ()
    changed: frozenset[str] = frozenset()
    """The commands that have a person's own keys."""

    @property
    def problems(self) -> tuple[str, ...]:
        """The trouble in words, each naming the command."""
        return tuple(map(str, self.trouble))

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
    problems: list[KeyProblem] = []
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
        problems.append(KeyProblem(command_id, f"'{key}' is already {other} in the same place", f"it keeps {kept}"))
    problems += _hidden(by_id, wanted)
    found = {i: wanted.get(i, command.keys) for i, command in by_id.items()}
    return Keymap(found, tuple(problems), frozenset(i for i in wanted if found[i] != by_id[i].keys))


def is_key(key: str) -> bool:
    """Whether a text names a key: a character, a named key, or one of these after `ctrl+`, `shift+` or `alt+`."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if last == "" and key.endswith("++"):
        modifiers, last = modifiers[:-1], "+"
    return _MODIFIERS.issuperset(modifiers) and (last in _NAMED or (len(last) == 1 and last.isprintable()))


def _problem(command_id: str, keys: Sequence[str], by_id: Mapping[str, Command]) -> KeyProblem | None:
    if any(command_id == fixed.id for fixed in FIXED):
        return KeyProblem(command_id, "the keys of questions and fields stay as they are")
    if command_id not in by_id:
        from difflib import get_close_matches  # nobody waits for it whose keys are in order

        near = get_close_matches(command_id, by_id, 1)
        return KeyProblem(command_id, "there is no such command", f"is it {near[0]}?" if near else "")
    wrong = next((key for key in keys if not is_key(key)), None)
    if wrong is not None:
        return KeyProblem(command_id, f"'{wrong}' is not a key", "write j, {, ctrl+p, shift+tab, space, pageup")
    return None if keys else KeyProblem(command_id, "no key is given")


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


def _hidden(by_id: Mapping[str, Command], wanted: Mapping[str, tuple[str, ...]]) -> list[KeyProblem]:
    """Keys that work, but put another command, or a key of questions, out of reach where both places meet."""
    now = {i: wanted.get(i, command.keys) for i, command in by_id.items()}
    owners: dict[str, list[Command]] = {}
    for command in by_id.values():
        for key in now[command.id]:
            owners.setdefault(key, []).append(command)
    found = []
    for command_id, keys in wanted.items():
        command = by_id[command_id]
        for key in keys:
            others = [other for other in owners[key] if other.name != command.name]
            hides = [other for other in others if _goes_before(command.where, other.where)]
            hidden_by = [other for other in others if _goes_before(other.where, command.where)]
            if command.where is Where.LISTS and key not in command.keys:
                hides += [one for one in FIXED if one.name in {"take", "tick", "cancel"} and key in one.keys]
            if hides:
                here = _keys_in(by_id, now, {command.where})
                kept = "; ".join(f"{one.id} keeps {_left(now.get(one.id, one.keys), here)}" for one in hides)
                found.append(KeyProblem(command_id, f"'{key}' hides {_ids(hides)} there", kept))
            if hidden_by:
                there = _keys_in(by_id, now, {other.where for other in hidden_by})
                found.append(
                    KeyProblem(command_id, f"'{key}' is {_ids(hidden_by)} there", f"it keeps {_left(keys, there)}")
                )
    return found


def _ids(commands: Iterable[Command]) -> str:
    return ", ".join(command.id for command in commands)


def _keys_in(by_id: Mapping[str, Command], now: Mapping[str, tuple[str, ...]], places: Set[Where]) -> frozenset[str]:
    """The keys that the commands of some places have themselves."""
    return frozenset(key for i, command in by_id.items() if command.where in places for key in now[i])


def _left(keys: Iterable[str], taken: Set[str]) -> str:
    """The keys that still reach a command where others are taken, in words."""
    left = " ".join(key for key in keys if key not in taken)
    return f"{left} there" if left else "no key there"


def _goes_before(first: Where, second: Where) -> bool:
    """Whether two places meet, and the keys of the first go before those of the second."""
    alone = first in {Where.EVERYWHERE, Where.READER, Where.LISTS}
    return (second is Where.EVERYWHERE and first is not second) or (second is Where.LISTS and not alone)
