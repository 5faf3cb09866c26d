"""Settings: the commands and their keys, and what a person may choose. No I/O here."""

from __future__ import annotations

from .commands import COMMANDS, Command, Where, commands_of
from .keymap import Keymap, is_key, resolve_keymap
from .values import THEMES, Settings, from_plain, overlay

__all__ = [
    "COMMANDS", "THEMES", "Command", "Keymap", "Settings", "Where", "commands_of", "from_plain", "is_key", "overlay",
    "resolve_keymap",
]  # fmt: skip
