"""Importing: the path of a file or folder, then what became of each document."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.widgets import Label

from ..flows import beside, flow, in_words
from ..lines import Line, Piece, harmless, line, trim, wrap
from ..widgets.prompt import Prompt
from ..widgets.row_list import RowList
from ..wording import count
from .place import PlaceScreen


@dataclass(frozen=True)
class ResultRows:
    """One row a document; opened it says what was left out or what to do."""

    report: Any

    def __len__(self) -> int:
        return len(self.report.imported) + len(self.report.failed)

    def _entry(self, index: int) -> Any:
        return (*self.report.failed, *self.report.imported)[index]

    def _failed(self, index: int) -> bool:
        return index < len(self.report.failed)

    def key(self, index: int) -> str:
        """The document's path, and the article that came of it."""
        entry = self._entry(index)
        if self._failed(index):
            return f"failed:{entry.source}"
        return f"article:{entry.same_as or entry.article.id}:{index}"

    def line(self, index: int, width: int) -> Line:
        """What became of the document."""
        entry = self._entry(index)
        name = Path(entry.source).name
        if self._failed(index):
            return trim(line(Piece("✗ ", "bad"), Piece(name, "strong"), f"  {entry.error.message}"), width)
        done = f"  was there already: {entry.same_as}" if entry.same_as else f"  {entry.article.id}"
        return trim(line(Piece("✓ ", "good"), Piece(name, "strong"), done), width)

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """What to do, or what was left out."""
        entry = self._entry(index)
        if self._failed(index):
            said = [in_words(entry.error)]
        else:
            said = [f"{count(len(entry.dropped), 'line')} left out as not of the article"] if entry.dropped else []
            said += [f"our digest {entry.digest} summarises this document"] if entry.digest else []
            said += map(str, entry.warnings)
        return [line("  ", Piece(part, "dim")) for text in said for part in wrap(text, width - 2)]


class ImportScreen(PlaceScreen):
    """Asks for a path, imports, and lists the results."""

    NAME = "Import"

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()

    def body(self) -> ComposeResult:
        """How far it is, and what became of each document."""
        yield Label("", classes="said", markup=False)
        yield RowList()

    def on_mount(self) -> None:
        self.start()

    def on_unmount(self) -> None:
        self._stop.set()

    def cancel(self) -> None:
        """Stop importing after the document at hand."""
        super().cancel()
        self._stop.set()

    @flow
    async def start(self) -> None:
        """Ask, import in a thread, list."""
        answer = await self.app.push_screen_wait(
            Prompt(
                "Import which file or folder?",
                placeholder="~/articles or a file: .txt .md",
                complete=complete_path,
                hint="→ takes the completion · enter imports · esc back",
            )
        )
        if answer is None or not answer.strip():
            self.leave()
            return
        said = self.query_one(".said", Label)
        said.update(f"Importing {harmless(answer)} …")
        report = await beside(
            self.briefing.workspace.import_files,
            [_path(answer)],
            progress=lambda n, of: self.app.call_from_thread(
                said.update, f"{n} of {count(of, 'document')} … esc stops"
            ),
            cancelled=self._stop.is_set,
        )
        if self.is_attached:
            said.update(f"{len(report.imported)} imported, {len(report.failed)} not · enter reads one")
            self.query_one(RowList).rows = ResultRows(report)

    @on(RowList.Opened)
    def read_article(self, event: RowList.Opened) -> None:
        """Read what was imported."""
        kind, _, rest = event.key.partition(":")
        if kind == "article":
            self.read(rest.rpartition(":")[0])


def _path(typed: str) -> Path:
    return Path(typed.strip()).expanduser()


def complete_path(typed: str) -> str | None:
    """The first file or folder whose path begins with what is typed."""
    if not typed:
        return None
    folder, _, start = typed.rpartition("/")
    base = Path(f"{folder}/" if "/" in typed else ".").expanduser()
    try:
        names = sorted(entry.name + "/" * entry.is_dir() for entry in base.iterdir() if entry.name.startswith(start))
    except OSError:
        return None
    visible = [name for name in names if start.startswith(".") or not name.startswith(".")]
    return typed[: len(typed) - len(start)] + visible[0] if visible and visible[0] != start else None
