"""What a line means in a place: keys as they are declared, the name of a command with what follows, or a number."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import InvalidError
from ..settings import COMMANDS, Command, Keymap, Where

OWN: Mapping[str, str] = {
    "where": "Say again where you are",
    "list": "Say the rows from here on",
    "theme": "Show the articles on a theme, or in an article go by its theme: theme iran",
    "brief": "Work on a brief, by its id or the words of its title: brief deconfliction",
    "quit": "Save and leave",
}
"""Commands of this face alone, with what they do."""
ALIASES: Mapping[str, str] = {
    "go to": "reader.go_to_paragraph",
    "paragraph": "reader.go_to_paragraph",
    "judge": "draft.promote",
    "fields": "draft.fields",
    "compile": "checklist.compile_draft",
    "compile draft": "checklist.compile_draft",
    "compile final": "checklist.compile_final",
    "search": "library.search",
    "esc": "everywhere.cancel",
    "exit": "quit",
    "leave": "quit",
    "more": "lists.page_down",
    "commands": "everywhere.palette",
    "code": "everywhere.open_code",
}
"""Other names: of a command by its id, or of one of this face."""
FROM_ANYWHERE = frozenset(
    {"library.search", "theme", "draft.fields", "checklist.compile_draft", "checklist.compile_final"}
)
"""Commands that may be asked for by name wherever one is; their place is gone to first."""


@dataclass(frozen=True, slots=True)
class Request:
    """A command, and what was written behind it."""

    name: str
    """Its id; the bare name of a command of this face."""
    words: str = ""


class Grammar:
    """What lines mean.

    Args:
        keymap: the keys of every command, a person's own among them.
        commands: the declared commands.
    """

    def __init__(self, keymap: Keymap, commands: Sequence[Command] = COMMANDS) -> None:
        self._keymap = keymap
        self._commands = commands
        self.keys = frozenset(key for keys in keymap.keys.values() for key in keys)
        """Those of all places."""

    def read(self, line: str, places: Sequence[Where], takes: Iterable[str]) -> list[Request]:
        """The requests of a line that is not empty, in order.

        Args:
            line: the line.
            places: which places meet where one is, its own first, then everywhere.
            takes: the commands that something may be written behind.

        Raises:
            InvalidError: where it means nothing here; says what comes near.
        """
        takes = frozenset(takes)
        keys = self._keymap.of(*places)
        if Where.LISTS in places and line.isdecimal():
            return [Request("lists.open", line)]
        if all(word in keys for word in line.split()):
            return [Request(keys[word].id) for word in line.split()]
        if (run := _run_of_one_sign(line)) and run in keys:
            return [Request(keys[run].id)] * len(line)
        if found := self._by_name(line.removeprefix(":").strip(), places, takes):
            return [found]
        first, _, rest = line.partition(" ")
        for key, words in ((first, rest), (line[0], line[1:])):
            if key in keys and keys[key].id in takes and (key == first or not key.isalnum()):
                return [Request(keys[key].id, words.strip())]
        raise self._unknown(line, places)

    def names(self, places: Sequence[Where]) -> dict[str, str]:
        """What may be written for a command of these places: its id, its name, its title; by that, the id or name."""
        found: dict[str, str] = {name: name for name in OWN}
        for place in places:
            for command in self._commands:
                if command.where is place:
                    for phrase in _phrases(command):
                        found.setdefault(phrase, command.id)
        known = {*found.values(), *FROM_ANYWHERE}
        found |= {alias: meant for alias, meant in ALIASES.items() if meant in known}
        return found

    def is_command(self, line: str) -> bool:
        """Whether a line that is not empty is, in any place, a key, several, or the name of a command alone."""
        said = line.casefold().removeprefix(":").strip()
        names = {*OWN, *ALIASES, *(phrase for command in self._commands for phrase in _phrases(command))}
        return said in names or self.keys.issuperset(line.split()) or _run_of_one_sign(line) in self.keys

    def _by_name(self, line: str, places: Sequence[Where], takes: frozenset[str]) -> Request | None:
        said = line.casefold()
        names = self.names(places)
        for phrase in sorted(names, key=len, reverse=True):
            if said == phrase or said.startswith(f"{phrase} "):
                words = line[len(phrase) :].strip()
                if words and names[phrase] not in takes:
                    continue
                return Request(names[phrase], words)
        return None

    def _unknown(self, line: str, places: Sequence[Where]) -> InvalidError:
        """Says that a line means nothing here, and where or how it would."""
        said = line.casefold()
        others = [c for c in self._commands if c.where not in places]
        elsewhere = [c for c in others if said in {c.id, c.title, _spoken(c)} or line in self._keymap.keys[c.id]]
        if elsewhere:
            where = " and ".join(dict.fromkeys(c.where.value for c in elsewhere))
            return InvalidError(f"'{line}' is for another place: {where}", hint="help says what works here")
        if line.isdecimal():
            return InvalidError(f"'{line}' is no key here", hint=f"#{line} goes to ¶ {line} of an article")
        names = self.names(places)
        if words := next((p for p in sorted(names, key=len, reverse=True) if said.startswith(f"{p} ")), ""):
            return InvalidError(f"'{words}' takes nothing behind it", hint=f"{words} alone does it")
        near = difflib.get_close_matches(said, names, 1)
        hint = f"is it '{near[0]}'? help says what works here" if near else "help says what works here"
        return InvalidError(f"'{line}' is no key and no command here", hint=hint)


def _phrases(command: Command) -> tuple[str, str, str]:
    """What may be written for a command."""
    return (command.id, _spoken(command), command.title.casefold())


def _spoken(command: Command) -> str:
    return command.name.replace("_", " ")


def _run_of_one_sign(line: str) -> str:
    """The sign of which a line consists, such as `>` of `>>>`; a letter is none."""
    return line[0] if len(set(line)) == 1 and not line[0].isalnum() else ""
