"""What stands between a brief and its final briefing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui import compile as compile_room
from briefing_tui.compile import SelfCheck
from briefing_tui.errors import CancelledError, InvalidError, RefusedError
from briefing_tui.model import Brief
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.briefing.verifying import verify_briefing


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
def workspace(shipped: Path, tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(shipped, Locations(tmp_path / "config", tmp_path / "state", tmp_path / "cache"))
    yield opened
    opened.close()


def with_blank_lines(workspace: Workspace) -> Brief:
    """A brief that somebody wrote blank lines into the words of."""
    brief = workspace.briefs.read("deconfliction")
    excerpt = brief.excerpts["e2"]
    said = replace(excerpt, exact=excerpt.exact.replace("; it does ", ";\n\nit does\n\n"))
    assert said.exact.count("\n\n") == 2
    return replace(brief, excerpts={**brief.excerpts, "e2": said})


def test_the_article_decides_about_paragraphs_not_the_brief(workspace: Workspace) -> None:
    made = workspace.briefing.compile(with_blank_lines(workspace), form="txt", final=True)
    assert "risk; it does not" in " ".join(made.file.read_text(encoding="utf-8").split())
    assert made.quotes_unverified == 0
    exported = workspace.briefing.export(with_blank_lines(workspace), "annotations").decode()
    assert workspace.briefs.read("deconfliction").excerpts["e2"].exact in exported


def test_a_briefing_with_other_paragraphs_than_its_source_is_not_verified(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for brief, problems in (
        (with_blank_lines(workspace), ["excerpt e2"]),
        (workspace.briefs.read("deconfliction"), []),
    ):
        monkeypatch.setattr(compile_room, "check_itself", lambda _, brief=brief: SelfCheck(brief))
        assert [problem.place for problem in verify_briefing(Path("x.pdf"), workspace).problems] == problems


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
    workspace = signing("gzip -k {file}")
    for _ in range(2):
        made = workspace.briefing.compile(workspace.briefs.read("deconfliction"), final=True)
    assert made.receipt == shipped / "out/deconfliction.receipt.json"
    assert made.files == (made.file, made.receipt)


def test_who_stops_it_before_there_are_pages_need_not_wait_for_them(workspace: Workspace) -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 1

    with pytest.raises(CancelledError, match="stopped"):
        workspace.briefing.compile(workspace.briefs.read("deconfliction"), cancelled=cancelled)
    assert len(asked) == 2
    assert not workspace.places.out.exists()
