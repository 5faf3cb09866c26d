"""What stands between a brief and its final briefing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing_tui.errors import RefusedError
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace


def test_articles_are_read_again_even_where_their_files_look_unchanged(shipped: Path, tmp_path: Path) -> None:
    workspace = Workspace.open(shipped, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    try:
        brief = workspace.briefs.read("deconfliction")
        assert all(f.severity != "error" for f in workspace.briefing.check(brief))
        file = shipped / "corpus/note-deconfliction-line.md"
        before = file.stat()
        file.write_text(file.read_text().replace("manages risk", "mqnages risk"))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        with pytest.raises(RefusedError, match="e2"):
            workspace.briefing.compile(brief, final=True)
    finally:
        workspace.close()
