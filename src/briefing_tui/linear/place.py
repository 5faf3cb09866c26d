"""A place: where one is, what can be done there, and what is said of it."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ..errors import InvalidError, NotFoundError
from ..model import Article, State
from ..model.naming import count
from ..settings import COMMANDS, Command, Where, commands_of
from .absent import ABSENT
from .grammar import ALIASES, OWN

if TYPE_CHECKING:
    from .desk import Desk


class Leave(Exception):  # noqa: N818 - no error: the person leaves
    """The person leaves the program."""


class Place:
    """What the commands that work everywhere do; each place adds its own, one method `do_<name>` for each.

    Args:
        desk: what all places share.
    """

    PLACES: ClassVar[tuple[Where, ...]] = ()
    """Its own commands first; those of everywhere come last."""
    NAME: ClassVar[str] = ""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @classmethod
    def places(cls) -> tuple[Where, ...]:
        """All that meet here."""
        return (*cls.PLACES, Where.EVERYWHERE)

    @classmethod
    def commands(cls) -> Iterator[Command]:
        """The commands that work here, its own before those of lists and of everywhere."""
        for where in cls.places():
            yield from (command for command in commands_of(where) if cls.does(command.id))

    @classmethod
    def does(cls, name: str) -> str:
        """The method that does a command of these places, or one of this face; an empty text where there is none.

        A method `do_<place>_<name>` goes before `do_<name>`: going back from a list is not leaving.
        """
        where, _, rest = name.rpartition(".")
        if where and where not in cls.places():
            return ""
        return next((m for m in (f"do_{where}_{rest}", f"do_{rest}") if hasattr(cls, m)), "")

    @classmethod
    def takes(cls) -> Iterator[str]:
        """The commands that something may be written behind."""
        for name in (*OWN, *(command.id for where in cls.places() for command in commands_of(where))):
            method = cls.does(name)
            if method and len(inspect.signature(getattr(cls, method)).parameters) > 1:
                yield name
        yield from ("library.search", "draft.fields", "theme")

    def arrive(self) -> None:
        """Say what this place is, on coming to it."""

    def leave(self) -> None:
        """Keep what is to be kept, on going away."""

    def changed(self) -> None:
        """The brief or the files may have changed."""

    def show_entry(self, entry: str) -> None:
        """Go to an entry of the draft, where this is the draft and it has one."""

    def where(self) -> str:
        """In a line or a few, where one is."""
        return self.NAME

    def say(self, text: str) -> None:
        """Say what a command did; where one is needs not be said then."""
        self.desk.talk.say(text)
        self.desk.says_where = False

    def key(self, command_id: str) -> str:
        """The key that a command has."""
        return self.desk.keymap.keys[command_id][0]

    # Commands of this face

    def do_where(self) -> None:
        """Say where one is."""

    def do_quit(self) -> None:
        """Leave."""
        raise Leave

    def do_brief(self, words: str = "") -> None:
        """Work on a brief, by its id or words of its title."""
        heads = {head.id: head.title or head.id for head in self.desk.workspace.briefs.heads() if not head.problem}
        wanted = words.casefold()
        found = [i for i in heads if i == words] or [i for i in heads if wanted in f"{i}\n{heads[i]}".casefold()]
        if not words:
            self.do_briefs()
            return
        if not found:
            hint = ", ".join([*heads, "briefs, then new TITLE form=ID, makes one"])
            raise NotFoundError(f"there is no brief '{words}'", hint=hint)
        self.desk.open(found[0])
        self.changed()
        self.say(f"You work on “{self.desk.title}”")

    # Everywhere

    def do_help(self, words: str = "") -> None:
        """Say the commands that work here; with words, those whose names or help have them."""
        wanted = words.casefold().split()
        own = {command.name: command for command in reversed([*self.commands()])}  # the first of each name
        lines = [(self._help_of(c), f"{c.title} {c.id}") for c in self.commands() if own[c.name] is c]
        lines += [(f"{name}: {said}.", "") for name, said in (*self._own(), *self._aliases())]
        shown = [line for line, more in lines if all(word in f"{line} {more}".casefold() for word in wanted)]
        self.say("\n".join([f"{self.NAME}: {count(len(shown), 'command')}", *shown]))

    def _help_of(self, command: Command) -> str:
        named = [c.id for c in self.commands() if c.name == command.name]
        keys = " ".join(k for i in named for k in self.desk.keymap.keys[i] if self._winner(k) == i)
        return f"{command.name.replace('_', ' ')}: {command.help}.{f' Keys: {keys}' if keys else ''}"

    def _own(self) -> Iterator[tuple[str, str]]:
        return ((name, said) for name, said in OWN.items() if self.does(name))

    def _winner(self, key: str) -> str:
        found = self.desk.keymap.of(*self.places()).get(key)
        return found.id if found else ""

    def _aliases(self) -> Iterator[tuple[str, str]]:
        """Other names, each with what it does; one that is a command's own name only where this is done elsewhere."""
        names = self.desk.grammar.names(self.places())
        helps = {command.id: command.help for command in COMMANDS}
        for alias in ALIASES:
            meant = names.get(alias, "")
            name = meant.rpartition(".")[2].replace("_", " ")
            if name and alias != name:
                yield alias, f"the same as {name}"
            elif name and not self.does(meant):
                yield alias, helps[meant]

    def do_palette(self) -> None:
        """Say the names of the commands that work here."""
        names = [command.name.replace("_", " ") for command in self.commands()]
        self.say(", ".join(dict.fromkeys([*names, *(name for name in OWN if self.does(name))])))

    def do_back(self) -> None:
        """Go back; from the first place leave."""
        if len(self.desk.places) == 1:
            raise Leave
        self.desk.back()

    def do_cancel(self) -> None:
        """Drop what can be dropped."""
        self.say("There is nothing to drop")

    def do_library(self) -> None:
        """Go to the articles."""
        self.desk.home()

    def do_draft(self) -> None:
        """Go to the draft."""
        from .draft import DraftPlace

        if not self.desk.ensure_brief():
            return
        self.desk.go_once(DraftPlace(self.desk))

    def do_briefs(self) -> None:
        """Go to the briefs."""
        from .briefs import BriefsPlace

        self.desk.go_once(BriefsPlace(self.desk))

    def do_checklist(self) -> None:
        """Check the brief."""
        from .checklist import ChecklistPlace

        if self.desk.ensure_brief():
            self.desk.go_once(ChecklistPlace(self.desk))

    def do_undo(self) -> None:
        """Undo a step."""
        self.take_step("undo")

    def do_redo(self) -> None:
        """Do a step again."""
        self.take_step("redo")

    def take_step(self, name: Literal["undo", "redo"]) -> None:
        """Undo or redo a step of the open brief."""
        said, back = self.desk.step(name)
        self.changed()
        self.show_entry(back)
        self.say(said)

    def do_all_texts(self, words: str = "") -> None:
        """Search the full texts of all articles."""
        from ..model import View
        from .passages import PassagesPlace

        if question := words or self.desk.talk.ask("Search all texts for"):
            self.desk.go(PassagesPlace(self.desk, View().asking(question)))

    def do_open_code(self, words: str = "") -> None:
        """Go to the passage of a note's code."""
        from ..workspace.briefing.codes import locate_code
        from .pinning import ReaderPlace

        code = words or self.desk.talk.ask("The code at the end of the note")
        if not code:
            return
        found = locate_code(self.desk.workspace, code)
        if found.article is None or found.verification is None or found.verification.span is None:
            raise NotFoundError(f"the passage of {found.code} is no longer in {found.excerpt.article}")
        self.desk.go(ReaderPlace(self.desk, found.article.id, offset=found.verification.span.start))

    def do_import(self, words: str = "") -> None:
        """Import files and folders."""
        from pathlib import Path

        path = words or self.desk.talk.ask("A file or a folder to import")
        if not path:
            return
        report = self.desk.workspace.importing.run([Path(path).expanduser()])
        for one in report.imported:
            self.say(f"{'Imported' if one.is_new else 'Already there'}: {one.article.id}")
        for failed in report.failed:
            self.say(f"Not imported: {failed.source}: {failed.error}")
        self.say(f"{count(len(report.imported), 'article')}, {len(report.failed)} failed, {report.skipped} passed over")
        for line in _inferred(one.article for one in report.imported):
            self.say(line)
        self.changed()

    def refuse(self, name: str) -> InvalidError:
        """Why a command is not done here."""
        title = next((c.title for c in COMMANDS if c.id == name), name)
        return InvalidError(f"'{title}' is not done here", hint=ABSENT.get(name, "it is for the app"))


def _inferred(articles: Iterable[Article]) -> Iterator[str]:
    """What of imported articles is only inferred, and where that is confirmed."""
    found: dict[str, list[str]] = {}
    for article in articles:
        data = article.metadata
        if names := [name for name in data.states if data.state(name) is State.INFERRED]:
            found[article.id] = names
    if found:
        yield f"{count(len(found), 'article')} with what is only inferred, to be looked through:"
        yield from (f"{article_id}: {', '.join(names)}" for article_id, names in found.items())
        yield "Confirm or correct it in the app, or by the commands: briefing article confirm, briefing article set"
