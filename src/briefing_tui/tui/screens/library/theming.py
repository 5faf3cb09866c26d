"""What the library does with themes themselves: corrected, removed, made, and each of these undone."""

from __future__ import annotations

from typing import Literal

from ....model import Facet
from ...flows import before_keys, flow
from ...lines import harmless
from ...widgets.choice import Choice
from .faceting import Faceting

NEW = "+"
"""The answer that makes a theme; no id is so."""


class Theming(Faceting):
    """A screen with a list of themes that can be changed."""

    @flow
    async def action_correct_theme(self) -> None:
        from .theme_correcting import correct_theme, new_theme

        chosen = self.narrowing.filters.chosen(Facet.THEME)
        theme = self.narrowing.theme or (chosen[0] if len(chosen) == 1 else "") or await self._which_theme()
        if theme == NEW:
            changed = await new_theme(self.briefing)
        else:
            changed = await correct_theme(self.briefing, theme, new=True) if theme else ""
        if changed:
            await self._themes_changed("" if changed == theme else changed)

    async def _which_theme(self) -> str:
        """Ask which theme is to be corrected, or whether one is to be made; without any, one is to be made."""
        themes = self.briefing.workspace.articles.matcher.themes
        if not themes:
            return NEW
        options = [(one.id, harmless(one.pref_label), "") for one in themes]
        answer = await self.app.push_screen_wait(Choice("Which theme?", [*options, (NEW, "a new theme…", "")]))
        return answer[0] if answer else ""

    def action_undo(self) -> None:
        self._step("undo")

    def action_redo(self) -> None:
        self._step("redo")

    @flow
    async def _step(self, name: Literal["undo", "redo"]) -> None:
        """Undo or redo what was done last: to the themes, or in the open brief."""
        app = self.briefing
        themes = app.workspace.themes
        if themes.steps.next(name, app.brief) is None:
            app.desk.step(name)
            return
        label = await before_keys(themes.step, name)
        await self._themes_changed()
        app.notice(f"{'Undone' if name == 'undo' else 'Done again'}: {harmless(label)}")

    async def _themes_changed(self, made: str = "") -> None:
        """Show the lists as they are now, on a theme that was made; on none where one of those chosen is gone."""
        known = {one.id for one in self.briefing.workspace.articles.matcher.themes}
        chosen = {self.narrowing.theme, *self.narrowing.filters.chosen(Facet.THEME)} - {""}
        if made or not chosen <= known:
            self.narrowing = self.narrowing.on_theme(made)
        self.refill()
        await self._filled.wait()
        self.themes.go_to(self.narrowing.theme)
