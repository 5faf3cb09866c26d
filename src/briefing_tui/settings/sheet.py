"""The keys on paper: every command by its place, as tables in Markdown."""

from __future__ import annotations

from itertools import groupby

from .commands import COMMANDS, Command, Where
from .fixed import FIXED
from .keymap import Keymap

NAMES = {
    Where.EVERYWHERE: "Everywhere",
    Where.LISTS: "In lists",
    Where.LIBRARY: "In the library",
    Where.FACETS: "Among the facets",
    Where.PASSAGES: "Among passages",
    Where.VIEWS: "Among the views",
    Where.READER: "While reading",
    Where.DRAFT: "In the draft",
    Where.CHECKLIST: "In the checklist",
    Where.PREVIEW: "In the preview",
    Where.BRIEFS: "Among the briefs",
    Where.ARTICLE: "Correcting an article",
    Where.QUESTION: "Where something is asked",
    Where.FIELD: "While you type",
}
"""What help calls the places."""


def sheet(keymap: Keymap) -> str:
    """All keys, a table for each place; a person's own are those of the keymap."""
    parts = []
    for where, commands in groupby((*COMMANDS, *FIXED), key=lambda command: command.where):
        rows = "\n".join(_row(command, keymap) for command in commands)
        parts.append(f"### {NAMES[where]}\n\n| keys | command | what it does |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def _row(command: Command, keymap: Keymap) -> str:
    keys = " ".join(_code(key) for key in keymap.keys.get(command.id, command.keys))
    return f"| {keys} | `{command.id}` | {command.help.replace('|', chr(92) + '|')} |"


def _code(key: str) -> str:
    """A key as code in a table, where a bar would end the cell."""
    return f"`{key}`".replace("|", chr(92) + "|")
