"""What Textual needs of the declared commands: bindings, key names, keymap, and what works at this moment."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from ..settings import COMMANDS, Command, Keymap, Where, commands_of

PLACES: tuple[tuple[Where, ...], ...] = (
    (Where.EVERYWHERE,),
    (Where.LISTS,),
    (Where.LIBRARY, Where.LISTS),
    (Where.FACETS, Where.LISTS),
    (Where.PASSAGES, Where.LISTS),
    (Where.VIEWS, Where.LISTS),
    (Where.READER,),
    (Where.DRAFT, Where.LISTS),
    (Where.CHECKLIST, Where.LISTS),
    (Where.PREVIEW, Where.LISTS),
    (Where.BRIEFS, Where.LISTS),
    (Where.ARTICLE, Where.LISTS),
)
"""Which places meet in one pane; the first one's keys go before those of the next."""

_BY_ID = {command.id: command for command in COMMANDS}
_ORDER = {command.id: n for n, command in enumerate(COMMANDS)}
_UNREACHABLE = "unbound"
"""A name that no key has: a command whose keys all went to the pane's own commands."""


def textual_key(key: str) -> str:
    """A key as Textual takes it in a list, where commas separate keys."""
    return key[:-1] + "comma" if key.endswith(",") else key


def bindings(*places: Where, owner: str = "") -> list[BindingType]:
    """The bindings of a pane in which these places meet.

    Args:
        places: the pane's own place first.
        owner: `screen` where the commands of the first place are done by the screen and not by the pane.
    """
    taken: set[str] = set()
    result: list[BindingType] = []
    for place in places:
        for command in commands_of(place):
            keys = [key for key in command.keys if key not in taken]
            taken.update(keys)
            if keys:
                action = f"{owner}.{command.name}" if owner and place is places[0] else command.name
                result.append(
                    Binding(
                        ",".join(map(textual_key, keys)),
                        action,
                        command.title,
                        show=bool(command.footer),
                        tooltip=command.help,
                        id=f"{places[0]}/{command.id}",
                    )
                )
    return result


def textual_keymap(keymap: Keymap) -> dict[str, str]:
    """A person's keymap as Textual takes it, for every pane."""
    result = {}
    for places in PLACES:
        winners = keymap.of(*places)
        for command in (c for place in places for c in commands_of(place)):
            keys = [textual_key(key) for key in keymap.keys[command.id] if winners[key] is command]
            result[f"{places[0]}/{command.id}"] = ",".join(keys) or _UNREACHABLE
    return result


class Active(NamedTuple):
    """A command that works at this moment."""

    command: Command
    keys: tuple[str, ...]
    """The keys that reach it here, as people write them."""
    action: str
    node: DOMNode
    """The pane or screen that does it."""


def active(screen: Screen[Any], keymap: Keymap) -> list[Active]:
    """The commands that work on a screen at this moment: the pane's own, those of lists, those that work everywhere."""
    found: dict[str, list[str]] = {}
    ways: dict[str, tuple[str, DOMNode]] = {}
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        command_id = (binding.id or "").rpartition("/")[2]
        if enabled and command_id in _BY_ID:
            found.setdefault(command_id, []).append(key)
            ways.setdefault(command_id, (binding.action, node))
    result = []
    for command_id in sorted(found, key=_rank):
        keys = tuple(key for key in keymap.keys[command_id] if _full_name(key) in found[command_id])
        result.append(Active(_BY_ID[command_id], keys, *ways[command_id]))
    return result


def _rank(command_id: str) -> tuple[int, int]:
    where = _BY_ID[command_id].where
    last = {Where.LISTS: 1, Where.EVERYWHERE: 2}
    return last.get(where, 0), _ORDER[command_id]


@cache
def _full_name(key: str) -> str:
    """Textual's own name of a key: `{` is `left_curly_bracket`."""
    return next(iter(Binding.make_bindings([(textual_key(key), "")]))).key
