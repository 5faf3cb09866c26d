"""What the tests of importing share: documents, and the way to what became of them."""

from __future__ import annotations

from pathlib import Path

from textual import events

from briefing_tui.model import Article
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace

from .tools import Shell

FERRY = """The evening ferry will stop in March

By Anna Karlsen

14 February 2026

The island council voted on Thursday to end the evening ferry. Its own harbour master had advised against it.

A ferry at the quay (Photo: Port Selva)

The mayor said that the boat ran half empty for years, and that nobody at the quay would miss it in winter.

She promised a bus to the bridge instead, which the council has not yet found the money for.

Follow us on Facebook and Instagram
"""
RECORD = """@article{key,
  title = {A record without its text},
  author = {Levi, Dana},
  year = {2019},
}
"""


def document(folder: Path, name: str = "ferry.txt", text: str = FERRY) -> Path:
    """A document on the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def import_path(shell: Shell, path: Path) -> None:
    """Import a file or folder by keys, and wait for the results."""
    await shell.go("I", to="PathPrompt")
    await shell.press("ctrl+u")
    await paste(shell, str(path))
    await shell.go("enter", to="ImportScreen")
    await shell.until(lambda: "enter review" in shell.seen() or "failed" in shell.seen(), "the results")


async def review(shell: Shell, path: Path) -> None:
    """Import a document and open its review."""
    await import_path(shell, path)
    await shell.go("enter", to="ReviewScreen")
    await shell.until(shell.rows, "the review")


async def go_to(shell: Shell, words: str) -> None:
    """Put the cursor on the row with some words."""
    rows = shell.one(RowList)
    rows.cursor = next(n for n, row in enumerate(shell.rows()) if words in row)
    await shell.pilot.pause()


async def paste(shell: Shell, text: str) -> None:
    """Paste as a terminal does."""
    shell.app.post_message(events.Paste(text))
    await shell.pilot.pause()


def article(workspace: Workspace) -> Article:
    """The only article."""
    (header,) = workspace.articles.headers()
    return workspace.articles.article(header.id, again=True)


async def told(shell: Shell, words: str) -> None:
    """Wait until a notice has some words."""
    await shell.until(lambda: words in shell.app.notices.last, f"'{words}' told")
