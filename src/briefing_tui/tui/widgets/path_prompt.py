"""A question for files: typed with completion, or pasted; a text that is pasted is a document itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Label

from ..clipboard import read_clipboard
from ..flows import before_keys, flow
from ..lines import cut, harmless
from ..paths import begun_anew, complete, expanded, paths_of
from ..wording import count
from .asking import Asking

SHOWN = 12
"""Candidates that are listed; how many more there are is said."""
LONG = 1000
"""Characters of a line that is no path but a text."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be imported."""

    paths: tuple[Path, ...] = ()
    text: str = ""
    """What was pasted, where that names no files."""


class _PathField(Input):
    """One line for a path; tab completes it, and what is pasted goes to the question."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", "complete", show=False)]

    @dataclass
    class Pasted(Message):
        """A text came from the clipboard."""

        text: str

    def action_complete(self) -> None:
        if self.cursor_position < len(self.value):
            self.action_end()
        self.value = complete(self.value).text
        self.action_end()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(event.text))

    def action_paste(self) -> None:
        self.ask_clipboard()

    @flow
    async def ask_clipboard(self) -> None:
        """Paste what the clipboard of the system holds, else that of the app."""
        text = await before_keys(read_clipboard) or self.app.clipboard
        self.post_message(self.Pasted(text))


class PathPrompt(Asking["Chosen | None"]):
    """Asks for files and folders; the answer is `None` where the person went away.

    Args:
        title: the question.
        value: what stands there at first.
        texts: whether a pasted text is an answer too.
        folders: whether a folder is asked for, which need not be there yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel")]

    def __init__(self, title: str, value: str = "", *, texts: bool = True, folders: bool = False) -> None:
        super().__init__()
        self._question = title
        self._value = value
        self._texts = texts
        self._folders = folders
        self._hint = "tab completes · enter takes · esc back" + (" · or paste a text (ctrl+v)" if texts else "")
        self._pasted = Chosen()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label(self._question, classes="question", markup=False)
            placeholder = "~/folder" if self._folders else "~/articles, or a file in it"
            yield _PathField(self._value, placeholder=placeholder, compact=True, select_on_focus=False)
            yield Label("", classes="context", markup=False)
            yield Label(self._hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self._list(self._value)

    @on(Input.Changed)
    def follow(self, event: Input.Changed) -> None:
        """List what the path may become; who types on means no pasted text."""
        if (anew := begun_anew(event.value)) != event.value:
            event.input.value = anew
            event.input.action_end()
            return
        if event.value:
            self._pasted = Chosen()
        if not self._pasted.text and not self._pasted.paths:
            self._say(self._hint)
            self._list(event.value)

    def _list(self, typed: str) -> None:
        found = complete(typed) if typed else None
        label = self.query_one(".context", Label)
        label.display = found is not None
        if found is None:
            return
        names = [name for name in found.names if name.endswith("/") or not self._folders]
        lines = [f"  {cut(name, 68)}" for name in names[:SHOWN]]
        more = [count(len(names) - SHOWN, "more", "more")] if len(names) > SHOWN else []
        more += [f"{count(found.others, 'file')} of other kinds"] if found.others and not self._folders else []
        if not names and not self._folders and not paths_of(typed):
            more.insert(0, "nothing here begins so")
        label.update("\n".join([*lines, *([f"  … {' · '.join(more)}"] if more else [])]))
        label.display = bool(lines or more)

    def _say(self, text: str) -> None:
        self.query_one(".hint", Label).update(text)

    @on(_PathField.Pasted)
    def take_pasted(self, event: _PathField.Pasted) -> None:
        """Files that are named, a text, or a piece of a path."""
        text, field = event.text, self.query_one(_PathField)
        lines = [line for line in text.splitlines() if line.strip()]
        paths = paths_of(text) if lines else ()
        if not lines:
            self._say("The clipboard holds nothing that can be read from here: paste with your terminal's own key")
        elif len(lines) == 1 and paths and paths[0].is_absolute():
            field.value = harmless(lines[0].strip())
            field.action_end()
        elif len(lines) == 1 and len(lines[0]) < LONG:
            field.replace(harmless(lines[0].strip()), *field.selection)
        elif paths:
            self._pasted = Chosen(paths=paths)
            self._show_pasted(f"{count(len(paths), 'path')} pasted:", [str(path) for path in paths], "them")
        elif self._texts:
            self._pasted = Chosen(text=text)
            words = f"{count(len(lines), 'line')}, {count(len(text.split()), 'word')} pasted:"
            self._show_pasted(words, lines, "the text as one article")
        else:
            self._say("What was pasted are not the paths of files that are there")

    def _show_pasted(self, title: str, lines: list[str], what: str) -> None:
        field, label = self.query_one(_PathField), self.query_one(".context", Label)
        field.value = ""
        shown = [f"  {cut(line.strip(), 68)}" for line in lines[: SHOWN - 1]]
        label.display = True
        label.update("\n".join([title, *shown, *(["  …"] if len(lines) >= SHOWN else [])]))
        self._say(f"enter imports {what} · esc drops it")

    @on(Input.Submitted)
    def action_done(self) -> None:
        typed = self.query_one(_PathField).value.strip()
        if self._pasted != Chosen():
            self.answer(self._pasted)
        elif not typed:
            self.answer(None)
        elif self._folders:
            self._answer_folder(typed)
        elif paths := paths_of(typed):
            self.answer(Chosen(paths=paths))
        else:
            self._say(f"{harmless(typed)} is not there: check the path, or complete it by tab")

    def _answer_folder(self, typed: str) -> None:
        folder = expanded(typed)
        if folder.exists() and not folder.is_dir():
            self._say(f"{harmless(typed)} is a file: name a folder")
        else:
            self.answer(Chosen(paths=(folder,)))

    def action_cancel(self) -> None:
        if self._pasted == Chosen():
            self.answer(None)
            return
        self._pasted = Chosen()
        self._say(self._hint)
        self._list("")
