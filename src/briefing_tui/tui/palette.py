"""The command palette: every command that works here, by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from .commands import Active, active

if TYPE_CHECKING:
    from .app import BriefingApp


class Commands(Provider):
    """The declared commands that work at this moment."""

    async def startup(self) -> None:
        keymap = cast("BriefingApp", self.app).keymap
        self._active = [found for found in active(self.screen, keymap) if found.command.name != "palette"]

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

    @staticmethod
    def _title(found: Active) -> str:
        return f"{found.command.title}  {found.keys[0]}"

    async def _run(self, found: Active) -> None:
        await self.app.run_action(found.action, found.node)
