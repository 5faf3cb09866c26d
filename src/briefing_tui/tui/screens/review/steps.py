"""Changes of an article under review, each a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from ....errors import RefusedError
from ....model import Article
from ...flows import before_keys, flow
from ...widgets.row_list import RowList
from ..place import PlaceScreen
from .quoting import told
from .reviewed import Reviewed, gather
from .rows import Entry


@dataclass(frozen=True, slots=True)
class Step:
    """A change of an article."""

    label: str
    before: Article
    after: Article


class Steps(PlaceScreen):
    """A screen that changes articles."""

    reviewed: Reviewed | None = None
    entries: Sequence[Entry] = ()
    article_id = ""
    """The article that is shown."""
    changing = False
    """Whether a change of ours is under way."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def show_article(self, reviewed: Reviewed) -> None:
        """Show an article as it is now."""

    def gone(self, article: str) -> None:
        """An article was taken out."""

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

    async def change(self, shown: Reviewed, label: str, work: Callable[..., Article], *args: object) -> None:
        """Change the article in a thread as one step, show it, and say what that means for the briefs.

        Args:
            shown: what the person saw when they asked for the change, or were asked about it.
            label: what undo calls the step.
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
            after = await before_keys(work, shown.article.id, *args)
            if after == shown.article:
                self.briefing.notice("That changes nothing")
                return
            self._done.append(Step(label, shown.article, after))
            self._undone.clear()
            await self._tell(label, shown.article, after)

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
        """Take the last change of this screen back."""
        if not self._done:
            self.briefing.notice("Nothing was changed here")
            return
        step = self._done[-1]
        await self._put_back(f"Undone: {step.label}", step.before, step.after)
        self._undone.append(self._done.pop())

    @flow
    async def action_redo(self) -> None:  # type: ignore[override] # a flow gives its worker
        """Make again what was taken back last."""
        if not self._undone:
            self.briefing.notice("Nothing was taken back here")
            return
        step = self._undone[-1]
        await self._put_back(f"Done again: {step.label}", step.after, step.before)
        self._done.append(self._undone.pop())

    async def _put_back(self, said: str, article: Article, now: Article) -> None:
        """Put an article in place of what it is now, and say so; name it where another one is shown."""
        with self.alone():
            await before_keys(self.briefing.workspace.corrections.put_back, article, now)
            await self._tell(said if article.id == self.article_id else f"{said} (in {article.id})", now, article)
