"""What stands between a brief and its final briefing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError, RefusedError
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


@pytest.fixture
def signing(shipped: Path, tmp_path: Path) -> Iterator[Callable[[str], Workspace]]:
    """Opens the workspace of a person who signs with a command."""
    opened: list[Workspace] = []

    def open_with(command: str) -> Workspace:
        (tmp_path / "config").mkdir()
        (tmp_path / "config/settings.yaml").write_text(f"sign: '{command}'\n")
        opened.append(Workspace.open(shipped, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache")))
        return opened[0]

    yield open_with
    for workspace in opened:
        workspace.close()


@pytest.mark.parametrize("form", ["html", "txt", "json", "md", "docx"])
def test_only_a_pdf_is_signed(signing: Callable[[str], Workspace], form: str, shipped: Path) -> None:
    workspace = signing("no-such-program {file}")
    made = workspace.briefing.compile(workspace.briefs.read("deconfliction"), form=form, final=True)
    assert made.receipt is None
    assert sorted(made.files) == sorted((shipped / "out").iterdir())


def test_what_keeps_a_final_one_from_being_signed_is_found_before(
    signing: Callable[[str], Workspace], shipped: Path
) -> None:
    workspace = signing("minisign -S")
    with pytest.raises(InvalidError, match="sign"):
        workspace.briefing.compile(workspace.briefs.read("deconfliction"), final=True)
    assert not (shipped / "out/deconfliction.pdf").exists()


def test_a_receipt_takes_no_other_files_place(signing: Callable[[str], Workspace], shipped: Path) -> None:
    workspace = signing("true {file}")
    mine = shipped / "mine.receipt.json"
    mine.write_text("[my own words]")
    with pytest.raises(InvalidError, match="no receipt"):
        workspace.briefing.compile(workspace.briefs.read("deconfliction"), final=True, output=shipped / "mine.pdf")
    assert mine.read_text() == "[my own words]"
    assert not (shipped / "mine.pdf").exists()


@pytest.mark.slow
def test_the_receipt_is_part_of_the_report_and_is_made_again(
    signing: Callable[[str], Workspace], shipped: Path
) -> None:
    workspace = signing("cp {file} {file}.sig")
    for _ in range(2):
        made = workspace.briefing.compile(workspace.briefs.read("deconfliction"), final=True)
    assert made.receipt == shipped / "out/deconfliction.receipt.json"
    assert made.files == (made.file, made.receipt)
