"""The command palette: every command that works here, by its name; those of other places are greyed, with where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from ..settings import COMMANDS, NAMES, Command, Where
from .commands import Active, active

if TYPE_CHECKING:
    from .app import BriefingApp


ELSEWHERE = 0.5
"""Of the score of a command that works here, what one has that works elsewhere."""


class Commands(Provider):
    """The declared commands: those that work at this moment and, when they are asked for, those of other places."""

    async def startup(self) -> None:
        keymap = cast("BriefingApp", self.app).keymap
        self._active = [found for found in active(self.screen, keymap) if found.command.name != "palette"]
        here = {found.command.id for found in self._active}
        wide = {Where.EVERYWHERE, Where.LISTS}
        self._elsewhere = [c for c in COMMANDS if c.id not in here and c.where not in wide]

    async def discover(self) -> Hits:
        for found in self._active:
            yield DiscoveryHit(self._title(found), partial(self._run, found), help=found.command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for found in self._active:
            said = found.command.help if query.casefold() in found.command.help.casefold() else ""
            score = max(matcher.match(found.command.title), matcher.match(said))
            if score > 0:
                title = self._title(found)
                run = partial(self._run, found)
                yield Hit(score, matcher.highlight(title), run, text=title, help=found.command.help)
        words = query.casefold().split()
        for command in self._elsewhere:
            if all(word in f"{command.title} {command.help}".casefold() for word in words):
                score = max(matcher.match(command.title), matcher.match(command.help)) * ELSEWHERE
                title = f"{command.title}  {self._key(command)}, {_place(command)}"
                shown = Content(title).stylize("dim")
                yield Hit(score, shown, partial(self._say_where, command), text=title, help=command.help)

    @staticmethod
    def _title(found: Active) -> str:
        return f"{found.command.title}  {found.keys[0]}"

    def _key(self, command: Command) -> str:
        return cast("BriefingApp", self.app).key_of(command.id)

    async def _say_where(self, command: Command) -> None:
        """Say where a command works that does not work here."""
        said = f"‘{command.title}’ works {_place(command)}: {self._key(command)}"
        cast("BriefingApp", self.app).notice(said)

    async def _run(self, found: Active) -> None:
        await self.app.run_action(found.action, found.node)


def _place(command: Command) -> str:
    name = NAMES[command.where]
    return name[:1].lower() + name[1:]
