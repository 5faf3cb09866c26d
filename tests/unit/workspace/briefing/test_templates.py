"""Forms of document in a workspace: chosen, checked, copied."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError, StorageError
from briefing_tui.model import Brief, Finding, Severity, edits
from briefing_tui.workspace import Workspace
from briefing_tui.workspace.drafting.brief_fields import fields_of


def of_the_form(workspace: Workspace, brief_id: str) -> list[Finding]:
    found = workspace.briefing.check(workspace.briefs.read(brief_id))
    rules = ("form.required", "form.unprinted", "form.words", "form.template", "form.bottom-line")
    return [f for f in found if f.rule in rules]


def set_fields(workspace: Workspace, brief_id: str, **fields: str) -> None:
    with workspace.briefs.open(brief_id) as session:
        workspace.briefs.set_fields(session, {name.replace("_", "-"): value for name, value in fields.items()})


def test_a_new_brief_gets_the_sections_of_its_form(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Ferries", template="submission")
    brief = workspace.briefs.read("note")
    assert [section.title for section in brief.sections] == ["Background", "Argument", "Presentation"]
    assert {(f.rule, f.place) for f in of_the_form(workspace, "note")} == {
        ("form.required", "issue"),
        ("form.required", "recommendation"),
        ("form.required", "timing"),
        *(("form.required", section.id) for section in brief.sections),  # nothing stands in them yet
    }
    assert all(f.severity is Severity.ERROR for f in of_the_form(workspace, "note"))
    set_fields(workspace, "note", issue="What now?", recommendation="Agree.", timing="Today.")
    assert {f.place for f in of_the_form(workspace, "note")} == {section.id for section in brief.sections}
    assert dict(workspace.briefs.read("note").fields) == {
        "issue": "What now?",
        "recommendation": "Agree.",
        "timing": "Today.",
    }


def test_its_words_are_those_of_the_brief(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Fähren", template="submission", language="de")
    assert workspace.briefs.read("note").sections[0].title == "Hintergrund"


def titles(workspace: Workspace) -> list[str]:
    return [section.title for section in workspace.briefs.read("note").sections]


def test_what_the_program_called_its_sections_goes_over_to_another_language(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Ferries", template="submission")
    with workspace.briefs.open("note") as session:
        session.edit(edits.add_section(session.brief, "Argument about fares")[0], "added a section")
    set_fields(workspace, "note", language="fr")
    assert titles(workspace) == ["Contexte", "Argumentation", "Communication", "Argument about fares"]
    set_fields(workspace, "note", language="he", template="memo")
    assert titles(workspace) == ["Contexte", "Argumentation", "Communication", "Argument about fares"], (
        "no form's words"
    )
    with workspace.briefs.open("note") as session:
        session.undo()
    set_fields(workspace, "note", language="he-IL")
    assert titles(workspace) == ["רקע", "נימוקים", "הסברה", "Argument about fares"]


def test_a_field_of_the_form_says_what_the_pages_call_it(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Ferries", template="submission")
    told = {f.name: f.about for f in fields_of(workspace.briefs.read("note"), workspace.places)}
    assert told["issue"] == "what has to be decided, in one or two sentences"
    set_fields(workspace, "note", language="fr")
    told = {f.name: f.about for f in fields_of(workspace.briefs.read("note"), workspace.places)}
    assert told["issue"] == "‘Objet’: what has to be decided, in one or two sentences"


@pytest.mark.parametrize(("language", "title"), [("en-GB", "Findings"), ("he", "ממצאים"), ("sv", "Findings")])
def test_the_first_section_has_a_title_of_the_language(language: str, title: str) -> None:
    brief, _ = edits.find_or_add_section(Brief("b", language=language), "")
    assert [section.title for section in brief.sections] == [title]


def test_the_first_section_goes_over_too(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Ferries")
    with workspace.briefs.open("note") as session:
        session.edit(edits.add_text(session.brief, "So.")[0], "added a text")
    set_fields(workspace, "note", language="ru")
    assert titles(workspace) == ["Выводы"]


def test_another_form_loses_nothing_and_says_what_it_does_not_print(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Ferries", template="memo")
    set_fields(workspace, "note", bottom_line="Late.", recommendation="Agree.")
    set_fields(workspace, "note", template="bluf")
    assert [(f.rule, f.place) for f in of_the_form(workspace, "note")] == [("form.unprinted", "recommendation")]
    names = [f.name for f in fields_of(workspace.briefs.read("note"), workspace.places)]
    assert "recommendation" in names, "it can still be read and taken out"
    set_fields(workspace, "note", template="memo")
    assert workspace.briefs.read("note").fields["recommendation"] == "Agree."
    set_fields(workspace, "note", recommendation="")
    assert dict(workspace.briefs.read("note").fields) == {"recommendation": ""}, "still asked for"
    set_fields(workspace, "note", template="bluf")
    assert not workspace.briefs.read("note").fields


def test_a_field_that_the_form_has_not_is_refused(workspace: Workspace) -> None:
    workspace.briefs.new("note", "Ferries")
    with pytest.raises(InvalidError, match="no field 'recommendation'"):
        set_fields(workspace, "note", recommendation="Agree.")


def test_a_copy_is_the_houses_to_change(workspace: Workspace) -> None:
    folder = workspace.templates.copy("memo", "ours")
    assert {path.name for path in folder.iterdir()} >= {"template.yaml", "style.css", "base.css", "page.html"}
    assert workspace.templates.is_own("ours")
    workspace.briefs.new("note", "Ferries", template="ours")
    sheet = folder / "template.yaml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("  fr:", "  fr-CA:"), encoding="utf-8")
    set_fields(workspace, "note", language="fr", recommendation="Oui.", bottom_line="Tard.")
    assert [(f.rule, f.place) for f in of_the_form(workspace, "note")] == [("form.words", "template")]


@pytest.mark.parametrize(
    ("name", "new"), [("memo", "../x"), ("memo", ".x"), ("memo", "a/b"), ("gone", ""), ("memo", "-")]
)
def test_what_cannot_be_copied(name: str, new: str, workspace: Workspace) -> None:
    with pytest.raises(InvalidError):
        workspace.templates.copy(name, new)
    assert not list(workspace.path.glob("templates/*"))


def test_a_copy_that_fails_half_way_leaves_nothing(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile = shutil.copyfile
    copied: list[Path] = []

    def full(source: Path, target: Path) -> None:
        if copied:
            raise OSError(errno.ENOSPC, "No space left on device")
        copied.append(copyfile(source, target))

    with monkeypatch.context() as disk:
        disk.setattr(shutil, "copyfile", full)
        with pytest.raises(StorageError, match="the disk is full"):
            workspace.templates.copy("memo")
    assert list(workspace.places.templates.iterdir()) == []
    assert workspace.templates.copy("memo").is_dir()
    assert [path.name for path in workspace.places.templates.iterdir()] == ["memo"]


def test_nothing_is_copied_over(workspace: Workspace) -> None:
    workspace.templates.copy("memo")
    with pytest.raises(InvalidError, match="already"):
        workspace.templates.copy("memo")


def test_fonts_of_a_form_are_named_with_their_files(workspace: Workspace) -> None:
    folder = workspace.templates.copy("memo", "ours")
    workspace.briefs.new("note", "Ferries", template="ours")
    brief = workspace.briefs.read("note")
    assert "form.face" not in {f.rule for f in workspace.briefing.check(brief)}
    (folder / "quay.ttf").write_bytes(b"a font")
    (folder / "style.css").write_text("@font-face { font-family: Quay; src: url(quay.ttf) }", encoding="utf-8")
    (found,) = [f for f in workspace.briefing.check(brief) if f.rule == "form.face"]
    assert (found.severity, found.place) == (Severity.WARNING, "template")
    assert found.message == "words of sources may be set in fonts of the form: quay.ttf"


@pytest.mark.parametrize("name", ["bluf", "memo", "submission", "research", "readout"])
def test_a_copy_is_used_as_it_is(name: str, workspace: Workspace) -> None:
    workspace.templates.copy(name, "ours")
    workspace.briefs.new("note", "Ferries", template="ours")
    found = workspace.briefing.check(workspace.briefs.read("note"))
    assert not {"form.template", "form.face"} & {f.rule for f in found}


def test_a_broken_form_is_named_and_a_draft_comes_all_the_same(workspace: Workspace, tmp_path: Path) -> None:
    folder = workspace.templates.copy("memo", "ours")
    workspace.briefs.new("note", "Ferries", template="ours")
    (folder / "style.css").write_text("p { background: url(gone.png) }", encoding="utf-8")
    (found,) = [f for f in of_the_form(workspace, "note") if f.rule == "form.template"]
    assert "ours/style.css, line 1" in found.message
    made = workspace.briefing.compile(workspace.briefs.read("note"), output=tmp_path / "x.txt", form="txt", final=False)
    assert made.file.exists()
    (folder / "template.yaml").write_text("parts: [", encoding="utf-8")
    assert "cannot be used" in next(t.about for t in workspace.templates.all() if t.id == "ours")
