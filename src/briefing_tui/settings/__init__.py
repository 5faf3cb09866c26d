"""Settings: the commands and their keys, and what a person may choose. No I/O here."""

from __future__ import annotations

from .commands import COMMANDS, Command, Where, commands_of

__all__ = ["COMMANDS", "Command", "Where", "commands_of"]
