"""Articles of every awkward size and shape are listed, previewed, read and searched in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from briefing_tui.tui.reader import ReaderView
from briefing_tui.tui.widgets.row_list import RowList
from briefing_tui.workspace import Workspace, make
from tests.tui.tools import Shell, opened

HEADER = "---\nformat: 1\ntype: article-newspaper\ntitle: {}\nissued: 2020-01-0{}\n---\n"
SENTENCE = "The convoy left the port at noon, and nobody was told why. "
TEXTS = {
    "Five megabytes": "\n\n".join([SENTENCE * 5] * (5_000_000 // (len(SENTENCE) * 5))),
    "One line": SENTENCE * (1_000_000 // len(SENTENCE)),
    "No space": "x" * 300_000,
    "One word": "Convoy",
    "Only headings": "\n\n".join(f"## Heading {n}" for n in range(500)),
    "Nothing": "",
}


@pytest.fixture
def awkward(tmp_path: Path) -> Workspace:
    places = make(tmp_path / "desk")
    for n, (title, text) in enumerate(TEXTS.items(), 1):
        path = places.corpus / f"{title.replace(' ', '-').lower()}.md"
        path.write_text(HEADER.format(title, n) + text + "\n", encoding="utf-8")
    workspace = Workspace.open(places.root)
    workspace.articles.scan()
    return workspace


def _at(shell: Shell, article: str) -> bool:
    return shell.one(RowList, "#articles").key == article


def _reads(shell: Shell, article: str) -> bool:
    return shell.one(ReaderView).article.id == article


async def test_each_is_read_to_its_end(awkward: Workspace) -> None:
    async with opened(awkward) as shell:
        headers = list(awkward.articles.headers())
        assert [header.title for header in headers] == list(reversed(TEXTS))
        for header in headers:
            await shell.until(partial(_at, shell, header.id))
            await shell.go("enter", to="ReaderScreen")
            await shell.until(partial(_reads, shell, header.id))
            await shell.press("j", "space", "G", "k", "s", "s", "g")
            assert header.title in shell.seen()
            await shell.go("q", to="LibraryScreen")
            await shell.press("j")
