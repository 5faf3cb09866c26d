"""A scan of 100,000 files: nothing changed, and one edited, beside looking at names, times and sizes alone."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.corpus import ready
from benchmarks.timing import cpu, report
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace

ARTICLES = 100_000


def look(corpus: Path) -> None:
    """The least that any solution must do."""
    with os.scandir(corpus) as entries:
        for entry in entries:
            entry.stat()


def main() -> None:
    """Scan again and again; the edited article gets a line more each time, and its bytes back at the end."""
    folder, home = ready(ARTICLES)
    workspace = Workspace.open(folder, Locations(*(home / kind / "briefing" for kind in ("config", "state", "cache"))))
    corpus, articles = workspace.places.corpus, workspace.articles
    edited = corpus / "article-000000.md"
    before = edited.read_bytes()

    def edit_and(only: tuple[str, ...] | None) -> None:
        edited.write_bytes(edited.read_bytes() + b"One line more.\n")
        found = articles.scan(only=only)
        if found.changed != (edited.stem,):
            raise RuntimeError(f"{found} instead of one changed article")

    bare = cpu(lambda: look(corpus))
    report("nothing changed", cpu(articles.scan), "scandir, stat", bare, at_most=1.6)
    report("one edited, which is told", cpu(lambda: edit_and((edited.name,))), "scandir, stat", bare)
    report("one edited, to be found", cpu(lambda: edit_and(None)), "scandir, stat", bare)
    edited.write_bytes(before)
    articles.scan()
    workspace.close()


if __name__ == "__main__":
    main()
