"""Full-text search: a question, and the paragraphs that answer it, as one types."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Label

from ....errors import CancelledError, QueryError
from ....model import Sort, Trail, View
from ...flows import before_keys, beside, flow
from ...lines import cut, harmless
from ...rest import TYPING, Rest
from ...widgets.line_input import LineInput
from .asking import Questions, caret
from .passage_list import PassageScreen
from .passage_rows import PassageRows

Found = tuple[Trail, PassageRows]
"""Passages with their rows."""

FIRST, MOST = 60, 200
"""Passages that are listed at once, the newest, and those that are put in order by how well they answer."""


class SearchLine(LineInput):
    """Where the question is typed."""

    PANE = "question"
    HINTS = (("enter", "to the hits"), ("tab", "complete"), ("esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.back", "back"),
        Binding("down", "screen.rows", "hits", show=False),
        Binding("tab", "complete", "complete", show=False),
    ]

    def action_complete(self) -> None:
        screen = self.screen
        completed = screen.completed() if isinstance(screen, SearchScreen) else ""
        if completed:
            self.value = completed
            self.cursor_position = len(completed)
        elif isinstance(screen, SearchScreen):
            screen.action_rows()


class SearchScreen(PassageScreen):
    """Searches the texts of the articles that the filters let through.

    Args:
        view: what the library is narrowed to.
        labels: the names of the themes by their ids.
        question: what stands in the line at first.
    """

    NAME = "Search"
    AUTO_FOCUS = "SearchLine"

    def __init__(self, view: View, labels: Mapping[str, str], question: str = "") -> None:
        super().__init__(view, labels)
        self._first = question
        self._pause = Rest(self, TYPING, self.look_up)
        self._stop = threading.Event()
        self._answered = ""
        """The question whose final answer is listed."""
        self._again = ""
        """The same while it is asked again, which may be stopped for another time."""
        self._asked = ""
        """What was searched for in place of the question."""
        self._reason = ""
        """Why nothing was found."""
        self._hints = Questions(labels)

    def body(self) -> ComposeResult:
        """The question, what it found or where it is wrong, the hits."""
        yield SearchLine(self._first, placeholder='words, "a phrase", begin*, -not, this OR that', compact=True)
        yield Label("", classes="caret", markup=False)
        yield from super().body()

    def on_mount(self) -> None:
        self._say(self._hints.fields)

    def on_unmount(self) -> None:
        self._stop.set()

    @property
    def line(self) -> SearchLine:
        """Where the question is typed."""
        return self.query_one(SearchLine)

    @property
    def question(self) -> str:
        """What was searched for: with a last word that nothing has, the words that begin so."""
        return self._asked or self.line.value.strip()

    def panes(self) -> list[Widget]:
        """The hits, then the question."""
        return [self.rows, self.line]

    def cancel(self) -> None:
        """Drop the filter; without one, go from the hits back to the question."""
        if self.rows.words:
            super().cancel()
        else:
            self.line.focus()

    def completed(self) -> str:
        """The question with what is being typed made a whole field or value; empty where nothing fits."""
        return self._hints.completed(self.line.value)

    def action_search(self) -> None:
        self.line.focus()

    def action_all_texts(self) -> None:
        """All texts are searched here: back to the question, whose words the next ones replace."""
        self.line.focus()
        self.line.select_all()

    # Searching

    @on(Input.Changed, "SearchLine")
    def search_soon(self) -> None:
        """Let go of what is being looked for, and search once the typing rests."""
        line = self.line
        if line.cursor_at_end:  # the first letters may be many at once; Textual does not follow those
            line.scroll_to(x=line.virtual_size.width, animate=False, force=True)
        self._rest()
        self._pause.begin()

    def _rest(self) -> None:
        self._pause.stop()
        self._stop.set()
        self._stop = threading.Event()

    def look_up(self) -> None:
        """Search beside the keys."""
        self._look_up()

    @flow
    async def _look_up(self) -> None:
        """List the newest hits at once, then the best; what is asked meanwhile stops both."""
        self._rest()
        question, stop = self.line.value, self._stop
        again = question in {self._answered, self._again}
        self._answered, self._again = "", question if again else ""
        if not question.strip():
            self.show_rows(Trail((), ""), PassageRows(()))
            self._say(self._hints.fields)
            return
        await beside(self._hints.learn, self.briefing.workspace.articles, question)
        try:
            if not (again or self.newest):
                self._show(await beside(self._find, question, stop, newest=True, limit=FIRST), stop, newest=True)
            self._show(await beside(self._find, question, stop), stop, stay=again)
            self._answered = question if stop is self._stop else self._answered
        except QueryError as error:
            self._wrong(question, error, stop)
        except CancelledError:
            return

    def _find(self, question: str, stop: threading.Event, *, newest: bool = False, limit: int = MOST) -> Found:
        """The passages that answer a question, with their rows. Runs in a thread."""
        sort = Sort.DATE if newest or self.newest else Sort.RELEVANCE
        for asked in (question, f"{question}*"):
            trail = self.passages(asked, sort, limit=limit, interrupt=stop.is_set)
            if trail or not question[-1:].isalnum():
                break  # else the last word may not be whole yet
        if not stop.is_set():
            self._asked = asked.strip() if trail else ""
            self._reason = "" if trail or newest else self._why_nothing(question, stop)
        return trail, self.rows_of(trail)

    def _why_nothing(self, question: str, stop: threading.Event) -> str:
        """Which words and fields no article has, alone or together. Runs in a thread."""
        workspace, filters = self.briefing.workspace, self.view.filters
        person = workspace.person(filters, self.briefing.brief)
        return workspace.articles.why_nothing(question, filters=filters, person=person, interrupt=stop.is_set)

    def _show(self, found: Found, stop: threading.Event, *, newest: bool = False, stay: bool = False) -> None:
        """List what was found, from the top unless the cursor is to `stay` with its passage."""
        if stop.is_set() or not self.is_attached:
            return
        trail, rows = found
        self.show_rows(trail, rows, from_top=not stay)
        self._say(self._said(trail, newest=newest or self.newest), whole=not trail)

    def _said(self, trail: Trail, *, newest: bool) -> str:
        hint = self._hints.values(self.line.value)
        if hint and self.focused is self.line:
            return hint
        within = self.view.filters.describe(self.labels)
        nothing = "Nothing was found"
        if self._reason and not self.making:
            nothing = f"{nothing}: {self._reason}"
        if self.focused is not self.line:
            nothing = f"{nothing} · esc to the question"
        found = f"{self.amount(trail)} · {'newest' if newest else 'best'} first" if trail else nothing
        found = f"{found} · words that begin so" if trail and self._asked != self.line.value.strip() else found
        found = f"{found} · within {harmless(within)}" if within else found
        return f"{found} · {self.making}" if self.making else found

    def _wrong(self, question: str, error: QueryError, stop: threading.Event) -> None:
        """Say what is wrong below the place where it is; nothing is listed that answers something else."""
        if stop.is_set() or not self.is_attached:
            return
        self.show_rows(Trail((), ""), PassageRows(()))
        hint = self._hints.values(question)
        if hint:  # a field that is about to get its value
            self._say(hint)
            return
        said = f"{error.message}{f': {error.hint}' if error.hint else ''}"
        pointer = caret(question, error.position, self.line.content_size.width, int(self.line.scroll_offset.x))
        self._say(said if pointer else f"character {error.position + 1}: {said}", pointer, whole=True)

    def _say(self, text: str, pointer: str = "", *, whole: bool = False) -> None:
        """Say something above the hits, in one line or, where the `whole` of it counts, in more; point at a place."""
        text = harmless(text)
        self.query_one(".said", Label).update(text if whole else cut(text, max(8, self.size.width - 2)))
        label = self.query_one(".caret", Label)
        label.update(pointer)
        label.display = bool(pointer)

    @on(Input.Submitted, "SearchLine")
    @flow
    async def action_rows(self) -> None:
        """Go to the hits, the best first; keys that follow are for these."""
        question = self.line.value
        self.set_focus(self.rows)
        if not question.strip():
            return
        if self._answered == question:
            self._say(self._said(self.trail, newest=self.newest), whole=not self.trail)
            return
        self._rest()
        stop = self._stop
        try:
            self._show(await before_keys(self._find, question, stop), stop)
            self._answered = question
        except QueryError as error:
            self.line.focus()
            self._wrong(question, error, stop)
