"""What Textual needs of the declared commands: bindings, key names, keymap, and what works at this moment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from ..settings import COMMANDS, Command, Keymap, Where, commands_of

PLACES: tuple[tuple[Where, ...], ...] = (
    (Where.EVERYWHERE,),
    (Where.LISTS,),
    (Where.LIBRARY, Where.LISTS),
    (Where.READER,),
    (Where.DRAFT, Where.LISTS),
    (Where.CHECKLIST, Where.LISTS),
    (Where.BRIEFS, Where.LISTS),
)
"""Which places meet in one pane; the first one's keys go before those of the next."""

_BY_ID = {command.id: command for command in COMMANDS}
_UNREACHABLE = "unbound"
"""A name that no key has: a command whose keys all went to the pane's own commands."""


def textual_key(key: str) -> str:
    """A key as Textual takes it in a list, where commas separate keys."""
    return key[:-1] + "comma" if key.endswith(",") else key


def bindings(*places: Where, owner: str = "") -> list[Binding]:
    """The bindings of a pane in which these places meet.

    Args:
        places: the pane's own place first.
        owner: `screen` where the commands of the first place are done by the screen and not by the pane.
    """
    taken: set[str] = set()
    result = []
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
                        show=command.show,
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
    action: str
    node: DOMNode
    """The pane, screen or app that does it."""


def active(screen: Screen[object]) -> Iterator[Active]:
    """The commands that work on a screen at this moment, nearest to the cursor first, each once."""
    seen = set()
    for node, binding, enabled, _ in screen.active_bindings.values():
        command_id = (binding.id or "").rpartition("/")[2]
        if enabled and command_id in _BY_ID and command_id not in seen:
            seen.add(command_id)
            yield Active(_BY_ID[command_id], binding.action, node)

