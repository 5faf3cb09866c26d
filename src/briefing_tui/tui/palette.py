"""The command palette: every command that works here, by its name."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from .commands import Active, active


class Commands(Provider):
    """The declared commands that work at this moment."""

    async def startup(self) -> None:
        self._active = [a for a in active(self.screen) if a.command.name != "palette"]

    async def discover(self) -> Hits:
        for found in self._active:
            yield DiscoveryHit(self._title(found), partial(self._run, found), help=found.command.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for found in self._active:
            score = max(matcher.match(found.command.title), matcher.match(found.command.help))
            if score > 0:
                title = self._title(found)
                yield Hit(score, matcher.highlight(title), partial(self._run, found), text=title, help=found.command.help)

    def _title(self, found: Active) -> str:
        from .app import BriefingApp

        assert isinstance(self.app, BriefingApp)
        return f"{found.command.title}  ({self.app.key_of(found.command.id)})"

    async def _run(self, found: Active) -> None:
        await self.app.run_action(found.action, found.node)
