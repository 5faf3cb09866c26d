"""Choosing the themes of an article under review; a new theme, or another name for one, on the way."""

from __future__ import annotations

from ...flows import before_keys, flow
from ...lines import harmless
from ..library.theme_correcting import correct_theme, new_theme, rename_theme
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
        made = ""
        while True:
            options = await before_keys(themes.options, about.article, articles.matcher)
            shown = [(name, harmless(label), harmless(why)) for name, label, why in options]
            answer = await self.app.push_screen_wait(ThemeChoice(shown, ticked, made))
            made = ""
            if answer is None:
                return
            ticked = tuple(theme for theme in answer if theme[0] not in ADD + RENAME + CORRECT)
            if answer[:1] == (ADD,):
                made = await new_theme(self.briefing)
                ticked += (made,) if made else ()
            elif answer and answer[0][0] == RENAME:
                await rename_theme(self.briefing, answer[0][1:])
            elif answer and answer[0][0] == CORRECT:
                await correct_theme(self.briefing, answer[0][1:])
                known = {theme.id for theme in articles.matcher.themes}
                ticked = tuple(theme for theme in ticked if theme in known)
            else:
                break
            self.show_article(await before_keys(gather, self.briefing.workspace, about.article.id))
        if changes := themes.changes(about.article, articles.matcher, ticked):
            await self.change(about, self.briefing.workspace.corrections.set_themes, changes)
