"""Changes of an article under review, each a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from ....errors import RefusedError
from ....model import Article
from ....workspace.articles.removal import Removed
from ...flows import before_keys, flow
from ...widgets.row_list import RowList
from ..place import PlaceScreen
from .quoting import told
from .reviewed import Reviewed, gather
from .rows import Entry


class Steps(PlaceScreen):
    """A screen that changes articles."""

    reviewed: Reviewed | None = None
    entries: Sequence[Entry] = ()
    article_id = ""
    """The article that is shown."""
    changing = False
    """Whether a change of ours is under way."""

    def show_article(self, reviewed: Reviewed) -> None:
        """Show an article as it is now."""

    removed: Removed | None = None
    """The article that the last command took out."""

    def gone(self, removed: Removed) -> None:
        """An article was taken out."""

    def back(self, article: str) -> None:
        """One that was taken out is there again."""

    # Where the cursor is

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    @property
    def entry(self) -> Entry | None:
        """The row at the cursor."""
        key = self.rows.key
        return next((entry for entry in self.entries if entry.key == key), None)

    @property
    def kind(self) -> str:
        """What kind of row the cursor is on: `field`, `paragraph`, `line` and so on."""
        return self.rows.key.partition(":")[0]

    @property
    def which(self) -> str:
        """Which of its kind the row is: a field's name, a number."""
        return self.rows.key.partition(":")[2]

    # Changing

    async def change(self, shown: Reviewed, work: Callable[..., Article], *args: object) -> None:
        """Change the article in a thread as one step, show it, and say what that means for the briefs.

        Args:
            shown: what the person saw when they asked for the change, or were asked about it.
            work: makes the change of the article with an id.
            args: what else `work` is given.

        Raises:
            RefusedError: where the article is not what was shown any more; then it is shown as it is.
            BriefingError: where the change cannot be made.
        """
        workspace = self.briefing.workspace
        now = await before_keys(gather, workspace, shown.article.id)
        if now.article != shown.article:
            self.show_article(now)
            hint = "look at it as it is now, and try again"
            raise RefusedError("the article was changed outside meanwhile", hint=hint)
        with self.alone():
            self.removed = None
            after = await before_keys(work, shown.article.id, *args)
            if after == shown.article:
                self.briefing.notice("That changes nothing")
                return
            done, _ = await before_keys(workspace.corrections.steps, after.id)
            await self._tell(done[-1].label, shown.article, after)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While this lasts, what changes the article is this screen."""
        self.changing = True
        try:
            yield
        finally:
            self.changing = False

    async def _tell(self, said: str, before: Article, after: Article) -> None:
        """Show what an article has become, and say what was done and who quotes it."""
        reviewed = await before_keys(gather, self.briefing.workspace, after.id)
        if reviewed.article.id == self.article_id:
            self.show_article(reviewed)
        quoting = await before_keys(told, self.briefing.workspace, before, after)
        self.briefing.notice("\n".join(filter(None, (said[:1].upper() + said[1:], quoting))))

    @flow
    async def action_undo(self) -> None:  # type: ignore[override] # a flow gives its worker
        """Bring back the article that was just taken out, or take the last correction of this one back."""
        if self.removed is not None:
            await self._bring_back(self.removed)
            return
        corrections = self.briefing.workspace.corrections
        await self._go("Undone", corrections.undo, 0, "Nothing was changed here")

    @flow
    async def action_redo(self) -> None:  # type: ignore[override] # a flow gives its worker
        """Make again what was taken back last."""
        corrections = self.briefing.workspace.corrections
        await self._go("Done again", corrections.redo, 1, "Nothing was taken back here")

    async def _bring_back(self, removed: Removed) -> None:
        with self.alone():
            await before_keys(self.briefing.workspace.removal.bring_back, removed)
            self.removed = None
            self.back(removed.article)
        self.briefing.notice(f"{removed.article} is back")

    async def _go(self, said: str, work: Callable[[str], tuple[Article, str]], kind: int, nothing: str) -> None:
        """Go a step back or forward, where there is one of the kind, and say which."""
        shown = self.reviewed
        if shown is None:
            return
        if not (await before_keys(self.briefing.workspace.corrections.steps, shown.article.id))[kind]:
            self.briefing.notice(nothing)
            return
        with self.alone():
            after, label = await before_keys(work, shown.article.id)
            await self._tell(f"{said}: {label}", shown.article, after)
