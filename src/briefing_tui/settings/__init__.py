"""Settings: the commands and their keys, and what a person may choose. No I/O here."""

from __future__ import annotations

from .commands import COMMANDS, Command, Where, commands_of
from .fixed import FIXED
from .keymap import Keymap, KeyProblem, is_key, resolve_keymap
from .sheet import NAMES, sheet
from .values import THEMES, Settings, from_plain, overlay

__all__ = [
    "COMMANDS", "FIXED", "NAMES", "THEMES", "Command", "KeyProblem", "Keymap", "Settings", "Where", "commands_of",
    "from_plain", "is_key", "overlay", "resolve_keymap", "sheet",
]  # fmt: skip
