"""The names of themes are looked at where the form of the brief prints them, and only there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace


def test_a_theme_that_quotes_is_found_where_it_would_be_printed(shipped: Path, tmp_path: Path) -> None:
    file = shipped / "corpus/themes.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("prefLabel: ") > 1
    file.write_text(text.replace("prefLabel: ", "prefLabel: Said “we go at once” on ", 1), encoding="utf-8")
    workspace = Workspace.open(shipped, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    try:
        brief = workspace.briefs.read("deconfliction")
        found = {
            form: {f.rule for f in workspace.briefing.check(replace(brief, template=form))}
            for form in ("bluf", "research")
        }
    finally:
        workspace.close()
    assert "own-words.theme" in found["research"]
    assert "own-words.theme" not in found["bluf"]
