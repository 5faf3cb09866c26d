"""A pin into a brief of 1,000 excerpts: CPU milliseconds before the key returns, the journal on the disk included."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import make_workspace
from briefing_tui.model import Span
from briefing_tui.model.segments import segment
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace

EXCERPTS = 1_000
PINS = 40
LIMIT = 16.0


def main() -> None:
    """Fill a brief, then measure further pins one by one."""
    with tempfile.TemporaryDirectory() as folder:
        root = make_workspace(Path(folder) / "workspace", 400)
        home = Path(folder)
        workspace = Workspace.open(root, Locations(home / "config", home / "state", home / "cache"))
        workspace.articles.scan()
        workspace.briefs.new("full", "A full brief")
        session = workspace.briefs.open("full")
        articles = [workspace.articles.article(h.id) for h in workspace.articles.headers()]
        passages = [(a, Span(p.span.start, p.span.end)) for a in articles for p in segment(a.text).paragraphs]
        for article, span in passages[:EXCERPTS]:
            workspace.briefs.pin(session, article, span)
        session.flush()
        times = []
        for article, span in passages[EXCERPTS : EXCERPTS + PINS]:
            before = time.thread_time()
            workspace.briefs.pin(session, article, span)
            times.append((time.thread_time() - before) * 1000)
        session.close()
        workspace.close()
    times.sort()
    median, p95 = statistics.median(times), times[int(PINS * 0.95)]
    print(f"a pin into {EXCERPTS:,} excerpts   {median:.1f} ms CPU, p95 {p95:.1f} (at most {LIMIT:.0f})")


if __name__ == "__main__":
    main()
