"""The changes that a review makes, by its commands."""

from __future__ import annotations

from pathlib import Path

from ....errors import InvalidError, RefusedError
from ....model import Article, SourceBlock, State
from ...flows import before_keys, flow
from ...lines import cut, harmless
from ...widgets.choice import Several
from ...widgets.confirm import Confirm
from ...widgets.path_prompt import PathPrompt
from ...widgets.prompt import Prompt
from . import themes
from .cut import Cut
from .fields import QUESTIONS, completion
from .rows import value_of
from .steps import Steps


class Changing(Steps):
    """What can be done to the article under review."""

    # Fields

    @flow
    async def correct_field(self, name: str) -> None:
        """Ask for a value until it is one, or the person goes away; what was typed stays."""
        shown, trouble = self.reviewed, ""
        if shown is None:
            return
        typed = harmless(value_of(shown.article.metadata, name))
        corrections = self.briefing.workspace.corrections
        complete = await before_keys(completion, self.briefing.workspace, name)
        while True:
            value = harmless(value_of(shown.article.metadata, name))
            question = f"{name}: {QUESTIONS[name]}"
            asked = Prompt(f"{trouble}\n{question}" if trouble else question, typed, complete=complete)
            answer = await self.app.push_screen_wait(asked)
            if answer is None:
                return
            typed = answer.strip()
            if typed == value:
                self._say_unchanged(name)
                return
            said = f"set {name}" if typed else f"emptied {name}"
            try:
                await self.change(shown, said, corrections.set_fields, {name: typed})
            except (InvalidError, RefusedError) as error:
                trouble = f"✗ {error.message}: {error.hint}"
                shown = self.reviewed or shown
            else:
                return

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
            await self.change(self.reviewed, f"confirmed {name}", self.briefing.workspace.corrections.confirm, [name])

    @flow
    async def action_confirm_all(self) -> None:
        if self.reviewed is not None and (inferred := self.reviewed.inferred):
            said = f"confirmed {', '.join(inferred)}"
            await self.change(self.reviewed, said, self.briefing.workspace.corrections.confirm, inferred)
        else:
            self.briefing.notice("Nothing is only inferred")

    # Text

    @flow
    async def action_restore(self) -> None:
        shown, block = self.reviewed, self._dropped()
        if shown is None or block is None:
            self.briefing.notice("Go to a dropped line to take it back into the text")
            return
        restore = self.briefing.workspace.corrections.restore
        await self.change(shown, f"took back the {block.kind}: {cut(block.text, 40)}", restore, [block.first])

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
            await self.change(shown, f"split ¶ {n}", self.briefing.workspace.corrections.split, n, offset)

    @flow
    async def action_join(self) -> None:
        n, shown = self._paragraph(), self.reviewed
        if n and shown is not None:
            await self.change(shown, f"joined ¶ {n} and ¶ {n + 1}", self.briefing.workspace.corrections.join, n)

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
            await self.change(shown, f"attached {chosen.paths[0].name}", self._attached, chosen.paths[0])

    def _attached(self, article: str, path: Path) -> Article:
        """The article with the text of a file. Runs in a thread."""
        workspace = self.briefing.workspace
        workspace.importing.attach(article, path)
        return workspace.articles.article(article)

    # Themes, forgetting

    @flow
    async def action_themes(self) -> None:
        about = self.reviewed
        if about is None:
            return
        article, matcher = about.article, self.briefing.workspace.articles.matcher
        options = await before_keys(themes.options, article, matcher)
        if not options:
            self.briefing.notice("This workspace has no themes yet: corpus/themes.yaml has them")
            return
        shown = [(name, harmless(label), harmless(why)) for name, label, why in options]
        asked = Several("On which themes is this article?", shown, chosen=themes.chosen(article, matcher))
        ticked = await self.app.push_screen_wait(asked)
        changes = themes.changes(article, matcher, ticked) if ticked is not None else []
        if changes:
            said = f"themes: {' '.join(changes)}"
            await self.change(about, said, self.briefing.workspace.corrections.set_themes, changes)

    @flow
    async def action_forget(self) -> None:
        if self.reviewed is None:
            return
        article, workspace = self.reviewed.article.id, self.briefing.workspace
        if self.briefing.session:
            self.briefing.session.flush()  # what was pinned a moment ago counts
        quoting = await before_keys(workspace.removal.quoting, article)
        if quoting:
            said = f"{article} stays, as {', '.join(quoting)} quotes it\nUnpin its passages there first"
            self.briefing.notice(said, error=True)
            return
        asked = f"Take {article} out of the workspace? It and its original go to the trash folder."
        if await self.app.push_screen_wait(Confirm(asked, "take it out")):
            with self.alone():
                removed = await before_keys(workspace.removal.forget, article)
                self.gone(article)
            where = workspace.places.relative(removed.trash)
            self.briefing.notice(f"{article} lies in {where} now")
