"""Choosing the themes of an article under review; a new theme, or another name for one, on the way."""

from __future__ import annotations

from ....errors import BriefingError
from ....workspace.brief_ids import free_id
from ...flows import before_keys, flow
from ...lines import harmless
from ...widgets.prompt import Prompt
from ..theme_correcting import correct_theme
from . import themes
from .reviewed import gather
from .steps import Steps
from .theme_choice import ADD, CORRECT, RENAME, ThemeChoice


class Theming(Steps):
    """What can be done about the themes of an article."""

    @flow
    async def action_themes(self) -> None:
        about = self.reviewed
        if about is None:
            return
        articles = self.briefing.workspace.articles
        ticked = themes.chosen(about.article, articles.matcher)
        while True:
            options = await before_keys(themes.options, about.article, articles.matcher)
            shown = [(name, harmless(label), harmless(why)) for name, label, why in options]
            answer = await self.app.push_screen_wait(ThemeChoice(shown, ticked))
            if answer is None:
                return
            ticked = tuple(theme for theme in answer if theme[0] not in ADD + RENAME + CORRECT)
            if answer[:1] == (ADD,):
                ticked += await self._added_theme()
            elif answer and answer[0][0] == RENAME:
                await self._rename_theme(answer[0][1:])
            elif answer and answer[0][0] == CORRECT:
                await correct_theme(self.briefing, answer[0][1:])
                known = {theme.id for theme in articles.matcher.themes}
                ticked = tuple(theme for theme in ticked if theme in known)
            else:
                break
            self.show_article(await before_keys(gather, self.briefing.workspace, about.article.id))
        if changes := themes.changes(about.article, articles.matcher, ticked):
            await self.change(about, self.briefing.workspace.corrections.set_themes, changes)

    async def _added_theme(self) -> tuple[str, ...]:
        """Ask for a new theme and write it into the theme file; its id, or nothing. Call it from a flow."""
        workspace = self.briefing.workspace
        label = await self.app.push_screen_wait(Prompt("A new theme: its name", placeholder="Ferries and harbours"))
        if not label or not label.strip():
            return ()
        question = f"{label.strip()}: words that put a paragraph on it, with commas between; none is possible"
        words = await self.app.push_screen_wait(Prompt(question, placeholder="ferr*, quay, harbour*"))
        if words is None:
            return ()
        theme = free_id(label, {one.id for one in workspace.articles.matcher.themes})
        try:
            await before_keys(workspace.themes.add, theme, label, any_of=words.split(","))
        except BriefingError as error:
            self.briefing.report(error)
            return ()
        self.briefing.notice(f"{theme} is in corpus/themes.yaml now")
        return (theme,)

    async def _rename_theme(self, theme: str) -> None:
        """Ask for another name of a theme and write it into the theme file. Call it from a flow."""
        workspace = self.briefing.workspace
        known = {one.id: one.pref_label for one in workspace.articles.matcher.themes}
        label = await self.app.push_screen_wait(Prompt(f"{theme}: another name", harmless(known.get(theme, theme))))
        if not label or label.strip() in ("", known.get(theme)):
            return
        try:
            await before_keys(workspace.themes.rename, theme, label)
        except BriefingError as error:
            self.briefing.report(error)
