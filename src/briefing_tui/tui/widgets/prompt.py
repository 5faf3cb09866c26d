"""A question with a text for an answer; what is typed is journalled through a callback, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input, Label, TextArea
from textual.widgets.text_area import Edit, EditResult

from ..lines import harmless
from .asking import Asking
from .citing import Citable, CitableList, Cite
from .line_input import LineInput

Completion = Callable[[str], str | None]
"""From what is typed to what it may become, or `None`."""


class _Completer(Suggester):
    def __init__(self, complete: Completion) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        return self._complete(value)


class _TextField(TextArea):
    """A text of several lines; enter is done, as everywhere.

    Args:
        text: that stands there at first.
        passages: those that it may cite are listed here.
    """

    DONE: ClassVar[set[str]] = {"enter", "ctrl+s"}
    NEW_LINE: ClassVar[set[str]] = {"ctrl+j", "shift+enter", "alt+enter"}

    def __init__(self, text: str, passages: CitableList) -> None:
        super().__init__(text, soft_wrap=True, tab_behavior="focus", compact=True)
        self._passages = passages

    @dataclass
    class Submitted(Message):
        """A person is done."""

        field: _TextField

    async def _on_key(self, event: events.Key) -> None:
        """Keys of ours, looked at here and not as bindings: those would overtake letters that come with them."""
        if self._passages.is_open and self._in_list(event.key):
            event.stop()
            event.prevent_default()
            return
        if event.key in self.DONE | self.NEW_LINE:
            event.stop()
            event.prevent_default()
            if event.key in self.DONE:
                self.post_message(self.Submitted(self))
            else:
                self.insert("\n")
            return
        await super()._on_key(event)

    @property
    def _around(self) -> tuple[str, str]:
        """The line before the cursor, and behind it."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return line[:column], line[column:]

    def edit(self, edit: Edit) -> EditResult:
        """Change the text, and list what may be cited where a cite is begun: at once, as a burst of keys goes on."""
        result = super().edit(edit)
        self._passages.offer(Cite.at(self._around[0]))
        return result

    @on(TextArea.SelectionChanged)
    def let_go(self) -> None:
        """List nothing where the cursor has left the cite."""
        if self._passages.is_open and Cite.at(self._around[0]) is None:
            self._passages.offer(None)

    def _in_list(self, key: str) -> bool:
        """Obey a key of the list; whether it was one."""
        if key in ("up", "down"):
            self._passages.move(1 if key == "down" else -1)
        elif key == "escape":
            self._passages.offer(None)
        elif key in ("enter", "tab"):
            before, behind = self._around
            row, column = self.cursor_location
            if cite := Cite.at(before):
                end = cite.replaced(behind)
                written = cite.written(self._passages.chosen, behind[end:])
                begin = column - cite.length
                self.replace(written, (row, begin), (row, column + end), maintain_selection_offset=False)
                closed = behind[end:].startswith("]") and not written.endswith("; ")
                self.move_cursor((row, begin + len(written) + closed))
            self._passages.offer(None)
        else:
            return False
        return True


class _LineField(LineInput):
    """One line; tab takes the completion."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "complete", show=False)]

    def action_complete(self) -> None:
        self.action_cursor_right() if self.cursor_at_end else self.action_end()


class Prompt(Asking["str | None"]):
    """Asks for a text; the answer is `None` where the person went away.

    Args:
        title: the question.
        value: what stands there at first.
        placeholder: shown while nothing stands there; over a text of several lines it stays in view.
        multiline: several lines; leaving them unfinished takes two keys.
        complete: gives what the line may become; tab takes it.
        stands: what is kept where the person goes away; other than the value where that is an unfinished text.
        typing: called with the text at every change.
        hint: a line below the field.
        needed: said where nothing stands there and a person is done; then it stays open.
        passages: those that a text of several lines may cite; they are listed where an `@` begins a cite.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel")]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        placeholder: str = "",
        multiline: bool = False,
        complete: Completion | None = None,
        stands: str | None = None,
        typing: Callable[[str], None] | None = None,
        hint: str = "",
        needed: str = "",
        passages: Sequence[Citable] = (),
    ) -> None:
        super().__init__()
        self._passages = passages
        self._question = title
        self._value = value
        self._stands = value if stands is None else stands
        self._placeholder = placeholder
        self._multiline = multiline
        self._complete = complete
        self._typing = typing
        cites = " · @ cites" if passages else ""
        many = f"enter done · ctrl+j new line{cites} · esc cancel"
        self._hint = hint or (many if multiline else "enter done · esc cancel")
        self._needed = needed
        self._leaving = self._refused = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            if self._multiline:
                if self._placeholder:
                    yield Label(harmless(self._placeholder), classes="context", markup=False)
                passages = CitableList(self._passages)
                field = _TextField(self._value, passages)
                field.move_cursor(field.document.end)
                yield field
                yield passages
            else:
                suggester = _Completer(self._complete) if self._complete else None
                yield _LineField(
                    self._value, placeholder=self._placeholder, suggester=suggester, compact=True, select_on_focus=False
                )
            yield Label(self._hint, classes="hint", markup=False)

    @on(Input.Changed)
    def show_completion(self, event: Input.Changed) -> None:
        """Say what tab would make of the line; in the field itself a long line leaves no room for it."""
        if self._complete:
            completed = self._complete(event.value)
            self.query_one(".hint", Label).update(f"tab: {completed}" if completed else self._hint)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.query_one(TextArea).text if self._multiline else self.query_one(Input).value

    @on(Input.Changed)
    @on(TextArea.Changed)
    def journal(self) -> None:
        """Keep what is typed; who types on does not go away."""
        if self._leaving or self._refused:
            self._leaving = self._refused = False
            self.query_one(".hint", Label).update(self._hint)
        if self._typing and self.text != self._value:
            self._typing(self.text)

    @on(Input.Submitted)
    @on(_TextField.Submitted)
    def action_done(self) -> None:
        if self._needed and not self.text.strip():
            self._refused = True
            self.query_one(".hint", Label).update(self._needed)
        else:
            self.answer(self.text)

    def action_cancel(self) -> None:
        if self._multiline and self.text != self._stands and not self._leaving:
            self._leaving = True
            self.query_one(".hint", Label).update("esc again throws away what you typed · enter keeps it")
        else:
            self.answer(None)
