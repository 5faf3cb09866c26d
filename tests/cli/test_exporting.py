"""`export`, and the forms of `compile` beside the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_sources_go_to_other_programs(briefing: Run, tmp_path: Path) -> None:
    brief = briefing("brief", "show", "deconfliction", "--json").json
    used = {excerpt["article"] for excerpt in brief["excerpts"].values()}
    assert {item["id"] for item in briefing("export", "deconfliction", "--format", "csl-json").json} == used
    assert briefing("export", "deconfliction", "--format", "bibtex").out.count("\n@") == len(used) - 1
    file = tmp_path / "sources.ris"
    briefing("export", "deconfliction", "--format", "ris", "-o", file)
    assert file.read_text().count("TY  - ") == len(used)
    briefing("export", "deconfliction", "--format", "ris", "-o", file, code=2)
    briefing("export", "deconfliction", "--format", "word", code=2)


def test_an_export_is_no_article(briefing: Run, shipped: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    briefing("export", "deconfliction", "--format", "ris", "-o", shipped / "corpus" / "evil.md", code=2)
    assert not (shipped / "corpus" / "evil.md").exists()
    monkeypatch.setenv("HOME", str(tmp_path))
    told = briefing("export", "deconfliction", "--format", "ris", "-o", "~/sources.ris", "--json").json
    assert told["file"] == str(tmp_path / "sources.ris")
    assert (tmp_path / "sources.ris").exists()


def test_help_names_every_form(briefing: Run) -> None:
    assert "[pdf|docx|html|md|txt|json]" in briefing("compile", "--help").out
    assert "[csl-json|bibtex|ris|annotations]" in briefing("export", "--help").out


def test_a_form_goes_to_the_output_folder_and_is_made_again(briefing: Run, shipped: Path, tmp_path: Path) -> None:
    for _ in range(2):
        made = briefing("compile", "deconfliction", "--format", "md", "--final", "--json").json
    assert made["file"] == str(shipped / "out" / "deconfliction.md")
    beside = shipped / "out" / "deconfliction.bib"
    assert beside.exists()
    assert made["files"] == [made["file"], str(beside)]
    assert made["receipt"] is None
    assert made["notes"] == 16
    mine = tmp_path / "mine.txt"
    mine.write_text("my own words")
    briefing("compile", "deconfliction", "--format", "txt", "-o", mine, code=2)
    assert mine.read_text() == "my own words"
    briefing("compile", "deconfliction", "--format", "pages", code=2)
