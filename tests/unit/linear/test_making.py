"""The finished briefing line by line: its pages said, other forms, the viewer and the printer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing_tui.errors import ToolError
from briefing_tui.workspace import Workspace
from tests.tui.test_compiling_screen import Made

from .conftest import Person


@pytest.fixture
def calls(person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    """What compiling is asked for; it makes one page about a harbour."""
    asked: list[dict[str, Any]] = []
    file = tmp_path / "made.pdf"

    def compile_brief(_: object, **how: Any) -> Made:
        asked.append(how)
        if not file.exists():
            file.write_bytes(b"%PDF-")
        made = Made(file=file, pages=1, texts=(("What the harbour ledger tells us",),))
        made.files = (file,)  # type: ignore[attr-defined]
        return made

    monkeypatch.setattr(person.workspace.briefing, "compile", compile_brief)
    person.write("brief note")
    return asked


def test_the_pages_are_said(person: Person, calls: list[dict[str, Any]]) -> None:
    said = person.write("draft", "preview")
    assert "Page 1 of 1" in said
    assert "What the harbour ledger tells us" in said
    assert "Page 1 of 1" in person.write("checklist", "preview 1")
    assert "there is no page 2" in person.write("preview 2")
    assert len(calls) == 1, "the brief is as it was"


def test_other_forms_go_into_a_folder(person: Person, calls: list[dict[str, Any]]) -> None:
    assert "Exported" in person.write("checklist", "export final docx ~/out")
    assert (calls[0]["form"], calls[0]["final"], calls[0]["folder"]) == ("docx", True, Path("~/out"))
    for wrong in ("export", "export doc", "export pdf a b", "export pdf 'a"):
        assert "export FORM FOLDER" in person.write(wrong)
    assert len(calls) == 1


def test_a_folder_that_is_not_there_is_asked_about(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[dict[str, Any]] = []
    at_a_terminal = Person(workspace, prompt="> ")
    made = Made(file=tmp_path / "made.docx", pages=1, texts=())
    made.files = (made.file,)  # type: ignore[attr-defined]

    def compile_brief(_: object, **how: Any) -> Made:
        asked.append(how)
        return made

    monkeypatch.setattr(workspace.briefing, "compile", compile_brief)
    at_a_terminal.write("brief note", "checklist")
    new = tmp_path / "new"
    said = at_a_terminal.write(f"export docx {new}", "n")
    assert f"There is no folder {new}: make it?" in said
    assert "Nothing is made" in said
    assert not asked
    assert "Exported" in at_a_terminal.write(f"export docx {new}", "y")
    new.mkdir()
    assert "make it?" not in at_a_terminal.write(f"export docx {new}", "export docx")
    assert [how["folder"] for how in asked] == [new, new, None]


def test_a_final_one_without_what_is_unfinished_is_asked_about(person: Person, calls: list[dict[str, Any]]) -> None:
    assert person.desk.session
    person.desk.session.typing("brief.date", "2026-13-45")
    brief = person.workspace.briefs.read("note")
    assert person.workspace.not_in_it(brief) == "Unfinished text is not in it: the field date"
    said = person.write("checklist", "export final docx", "n")
    assert "Unfinished text is not in it: the field date. Make the final one all the same?" in said
    assert "Nothing is made" in said
    assert not calls
    person.write("export final docx", "y", "export docx")
    assert [call["final"] for call in calls] == [True, False]


def test_viewer_and_printer(person: Person, calls: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "nothing is compiled yet" in person.write("checklist", "print")
    shown: list[Path] = []

    def no_printer(_: Path) -> str:
        raise ToolError("there is no lp, which prints files")

    monkeypatch.setattr("briefing_tui.workspace.briefing.outlets.show", shown.append)
    monkeypatch.setattr("briefing_tui.workspace.briefing.outlets.print_out", no_printer)
    assert "Opened" in person.write("compile draft", "view")
    assert [file.name for file in shown] == ["made.pdf"]
    assert "there is no lp" in person.write("print")
