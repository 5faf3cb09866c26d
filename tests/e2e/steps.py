"""What a person does at the keyboard, step by step; each step waits for what it brings about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import yaml

from tests.e2e.terminal import Terminal, panel

CURSOR = "▸"
MOVES = 80
"""After so many rows a list is believed to be without the one looked for."""


def row(screen: str) -> str:
    """The row that the cursor is on, in the box on top or on the screen."""
    return _cursor(screen)[1]


def go_to(terminal: Terminal, label: str) -> None:
    """Move the cursor to a row that contains a label: up where it is seen above, else down."""
    terminal.wait(row)
    for _ in range(MOVES):
        before = at, line = _cursor(terminal.text)
        if label in line.partition(CURSOR)[2]:
            return
        seen = next((n for n, other in enumerate(panel(terminal.text).split("\n")) if label in other), at)
        terminal.press("k" if seen < at else "j")
        terminal.wait(lambda screen, before=before: _moved(before, screen))  # type: ignore[misc]
    raise AssertionError(f"no row with {label!r}\n{terminal.text}")


def _cursor(screen: str) -> tuple[int, str]:
    """Which line of the box on top or of the screen the cursor is on, and that line."""
    return next(((n, line) for n, line in enumerate(panel(screen).split("\n")) if CURSOR in line), (-1, ""))


def _moved(before: tuple[int, str], screen: str) -> bool:
    """Whether the cursor is on another row; its own may be written anew, or be pushed by what comes above it."""
    (at, was), (now_at, now) = before, _cursor(screen)
    if not now:
        return False
    if _letters(now) != _letters(was):
        return True
    lines = panel(screen).split("\n")
    return now_at != at and at < len(lines) and _letters(lines[at]) == _letters(was)


def _letters(line: str) -> str:
    """How a row begins, without the signs and numbers that change while it stays the same."""
    return "".join(filter(str.isalpha, line))[:20]


def choose(terminal: Terminal, question: str, label: str) -> None:
    """Answer a question with one of the answers that it offers."""
    terminal.wait_box(question)
    go_to(terminal, label)
    terminal.press("enter")
    terminal.wait(lambda screen: "┌─" not in screen or question not in panel(screen))


def answer(terminal: Terminal, question: str, text: str) -> None:
    """Type the answer to a question."""
    terminal.wait_box(question)
    terminal.type(text)
    terminal.wait(lambda screen: not text or text.rsplit(maxsplit=1)[-1] in panel(screen))
    terminal.press("enter")
    terminal.wait(lambda screen: "┌─" not in screen or question not in panel(screen))


def library(terminal: Terminal) -> None:
    """Wait for the articles."""
    terminal.wait(lambda screen: "Library" in screen and "f facets" in screen)


def open_article(terminal: Terminal, title: str) -> None:
    """Go to the articles and read one."""
    terminal.press("1")
    terminal.wait(lambda screen: re.search(r"▸ [^A-Z]*\d{4}", screen))
    go_to(terminal, title[:24])
    terminal.press("enter")
    terminal.wait(lambda screen: "s select" in screen and "›" in screen and title[:24] in screen)


def leave(terminal: Terminal) -> int:
    """Go back until the program has ended; its exit code."""
    for _ in range(MOVES):
        before = terminal.text
        terminal.press("q")
        terminal.wait(lambda screen, before=before: screen != before or terminal.exit_code is not None)  # type: ignore[misc]
        if terminal.exit_code is not None:
            break
    return terminal.wait_exit()


def draft(terminal: Terminal) -> None:
    """Go to the draft."""
    terminal.press("2")
    terminal.wait("J K move")


def lit(screen: str) -> str:
    """The line with the mark of the lit sentence, without margin and number."""
    line = next((line for line in screen.split("\n") if "›" in line[:4]), "")
    return re.sub(r"^\s*\d*\s*", "", line.partition("›")[2])


def yaml_of(workspace: Path, brief: str) -> dict[str, Any]:
    """A brief as its file has it."""
    text = (workspace / "briefs" / f"{brief}.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - builds texts, lists and mappings alone
    assert isinstance(found, dict)
    return found


def text_of(workspace: Path, article: str) -> str:
    """The text of an article: what follows its front matter."""
    return (workspace / "corpus" / f"{article}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1].strip("\n")


def saved(terminal: Terminal, workspace: Path, brief: str, words: str) -> None:
    """Wait until the brief's file has some words."""
    file = workspace / "briefs" / f"{brief}.yaml"
    terminal.wait_for(lambda: file.exists() and squeezed(words) in squeezed(file.read_text(encoding="utf-8")))


def pages(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def squeezed(text: str) -> str:
    """A text without white space and hyphens, which lines broken anew do not keep."""
    return re.sub(r"[\s\xad\ufffe‐-]", "", text)
