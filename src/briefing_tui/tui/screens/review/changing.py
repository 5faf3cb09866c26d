"""The changes that a review makes, by its commands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from ....errors import BriefingError, InvalidError, RefusedError
from ....model import Article, SourceBlock, State
from ....workspace.articles.metadata import QUESTIONS, value_of
from ...flows import before_keys, flow
from ...lines import harmless
from ...widgets.confirm import Confirm
from ...widgets.path_prompt import PathPrompt
from ...widgets.prompt import Prompt
from .cut import Cut
from .fields import completion
from .reviewed import Reviewed
from .theming import Theming


class Changing(Theming):
    """What can be done to the article under review."""

    # Fields

    @flow
    async def correct_field(self, name: str) -> None:
        """Ask for a value until it is one, or the person goes away; what was typed stays."""
        shown, trouble = self.reviewed, ""
        if shown is None:
            return
        unfinished = shown.unfinished.get(name)
        typed = harmless(value_of(shown.article.metadata, name)) if unfinished is None else unfinished
        complete = await before_keys(completion, self.briefing.workspace, name)
        while True:
            value = harmless(value_of(shown.article.metadata, name))
            question = f"{name}{'' if unfinished is None else ' (your unfinished text)'}: {QUESTIONS[name]}"
            question = f"{trouble}\n{question}" if trouble else question
            keep = partial(self._keep_typed, shown.article.id, name)
            answer = await self.app.push_screen_wait(Prompt(question, typed, complete=complete, typing=keep))
            if answer is None:
                self._keep_typed(shown.article.id, name, None)
                return
            typed = answer.strip()
            try:
                await self._set_field(shown, name, typed, value)
            except (InvalidError, RefusedError) as error:
                trouble = f"✗ {error.message}: {error.hint}"
                shown = self.reviewed or shown
            else:
                return

    async def _set_field(self, shown: Reviewed, name: str, typed: str, value: str) -> None:
        """Set a field to what was typed, where that is another value."""
        if typed == value:
            self._say_unchanged(name)
        else:
            await self.change(shown, self.briefing.workspace.corrections.set_fields, {name: typed})
        self._keep_typed(shown.article.id, name, None)

    def _keep_typed(self, article: str, name: str, text: str | None) -> None:
        """Remember what is being typed, or forget it; where that fails the person is told, and types on."""
        try:
            self.briefing.workspace.corrections.unfinished.type(article, name, text)
        except BriefingError as error:
            self.briefing.report(error)
        if text is None and self.reviewed is not None and name in self.reviewed.unfinished:
            left = {k: v for k, v in self.reviewed.unfinished.items() if k != name}
            self.show_article(replace(self.reviewed, unfinished=left))

    def _say_unchanged(self, name: str) -> None:
        inferred = self.reviewed is not None and name in self.reviewed.inferred
        confirms = f"; {self.briefing.key_of('article.confirm')} confirms it" if inferred else ""
        self.briefing.notice(f"{name} is as it was{confirms}")

    @flow
    async def action_confirm(self) -> None:
        if self.reviewed is None or self.kind != "field":
            self.briefing.notice("Go to a field to confirm it")
        elif self.reviewed.article.metadata.state(self.which) is not State.INFERRED:
            self.briefing.notice(f"{self.which} is not inferred: there is nothing to confirm")
        else:
            name = self.which
            await self.change(self.reviewed, self.briefing.workspace.corrections.confirm, [name])

    @flow
    async def action_confirm_all(self) -> None:
        if self.reviewed is not None and (inferred := self.reviewed.inferred):
            await self.change(self.reviewed, self.briefing.workspace.corrections.confirm, inferred)
        else:
            self.briefing.notice("Nothing is only inferred")

    # Text

    @flow
    async def action_restore(self) -> None:
        shown, block = self.reviewed, self._dropped()
        if shown is None or block is None:
            self.briefing.notice("Go to a dropped line to take it back into the text")
            return
        await self.change(shown, self.briefing.workspace.corrections.restore, [block.first])

    def _dropped(self) -> SourceBlock | None:
        """The dropped block at the cursor."""
        if self.reviewed is None or self.kind != "line":
            return None
        return next((b for b in self.reviewed.blocks if b.kind and b.first == int(self.which)), None)

    def _paragraph(self) -> int:
        """The number of the paragraph at the cursor, or 0; then it is said."""
        if self.reviewed is not None and self.kind == "paragraph":
            return int(self.which)
        self.briefing.notice("Go to a paragraph of the text")
        return 0

    @flow
    async def action_split(self) -> None:
        n, shown = self._paragraph(), self.reviewed
        if not n or shown is None:
            return
        article = shown.article
        words = article.segments.paragraphs[n - 1].span.slice(article.text)
        question = Cut(n, words, article.metadata.language)
        if not question.is_possible:
            self.briefing.notice(f"¶ {n} is a single word")
            return
        offset = await self.app.push_screen_wait(question)
        if offset is not None:
            await self.change(shown, self.briefing.workspace.corrections.split, n, offset)

    @flow
    async def action_join(self) -> None:
        n, shown = self._paragraph(), self.reviewed
        if n and shown is not None:
            await self.change(shown, self.briefing.workspace.corrections.join, n)

    @flow
    async def action_attach(self) -> None:
        shown = self.reviewed
        if shown is None:
            return
        if shown.article.text.strip():
            self.briefing.notice("It has a text, which is frozen: a newer one is imported as an article of its own")
            return
        question = PathPrompt("The text of which file?", self.briefing.import_folder, texts=False)
        chosen = await self.app.push_screen_wait(question)
        if chosen is not None:
            await self.change(shown, self._attached, chosen.paths[0])

    def _attached(self, article: str, path: Path) -> Article:
        """The article with the text of a file. Runs in a thread."""
        workspace = self.briefing.workspace
        workspace.importing.attach(article, path)
        return workspace.articles.article(article)

    # Forgetting

    @flow
    async def action_forget(self) -> None:
        if self.reviewed is None:
            return
        article, workspace = self.reviewed.article.id, self.briefing.workspace
        if self.briefing.desk.session:
            self.briefing.desk.session.flush()  # what was pinned a moment ago counts
        quoting = await before_keys(workspace.removal.quoting, article)
        if quoting:
            said = f"{article} stays, as {', '.join(quoting)} quotes it\nUnpin its passages there first"
            self.briefing.notice(said, error=True)
            return
        asked = f"Take {article} out of the workspace? It and its original go to the trash folder."
        if await self.app.push_screen_wait(Confirm(asked, "take it out")):
            with self.alone():
                removed = await before_keys(workspace.removal.forget, article)
                self.gone(removed)
            back = f"; {self.briefing.key_of('everywhere.undo')} brings it back" if self.removed else ""
            self.briefing.notice(f"{article} lies in {workspace.places.relative(removed.trash)} now{back}")
