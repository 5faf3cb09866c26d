"""Corrections of an article: whatever was done can be taken back, later and by anyone."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing_tui.errors import InvalidError, NotFoundError, RefusedError
from briefing_tui.model import Article, State
from briefing_tui.workspace import Workspace

RECORD = "@article{key,\n  title = {A record},\n  volume = {12},\n  doi = {10.1/x},\n}\n"
BODY = (
    "The island council voted on Thursday to end the evening ferry. Twelve members were for it.\n\n"
    "Follow us on Facebook and Instagram\n\n"
    "The mayor said that the boat ran half empty for years, and that nobody would miss it in winter.\n"
)


def made(workspace: Workspace, folder: Path, name: str = "ferry.txt", text: str = BODY) -> Article:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    (one,) = workspace.importing.run([folder / name]).imported
    return workspace.articles.article(one.article.id, again=True)


def test_every_kind_of_step_is_taken_back_in_another_session(workspace: Workspace, tmp_path: Path) -> None:
    first = made(workspace, tmp_path / "in")
    corrections = workspace.corrections
    corrections.set_fields(first.id, {"title": "Mine", "publisher": "Me"})
    corrections.set_fields(first.id, {"speakers": "Ida Berg (mayor) ¶ 2"})
    corrections.confirm(first.id, ["language"])
    corrections.split(first.id, 1, BODY.index("Twelve"))
    corrections.join(first.id, 1)
    line = next(b.first for b in corrections.source(first.id) if b.kind)
    last = corrections.restore(first.id, [line])
    corrections = Workspace.open(workspace.path, workspace.locations).corrections
    labels = [
        "took back the notice: Follow us on Facebook and Instagram", "joined ¶ 1 and ¶ 2", "split ¶ 1",
        "confirmed language", "set speakers", "set title, set publisher",
    ]  # fmt: skip
    assert [corrections.undo(first.id)[1] for _ in labels] == labels
    assert workspace.articles.article(first.id, again=True) == first
    with pytest.raises(NotFoundError, match="nothing was corrected"):
        corrections.undo(first.id)
    assert [corrections.redo(first.id)[1] for _ in labels] == labels[::-1]
    assert workspace.articles.article(first.id, again=True) == last


def test_a_step_that_never_came_to_be_is_passed_over(workspace: Workspace, tmp_path: Path) -> None:
    first = made(workspace, tmp_path / "in")
    workspace.corrections.set_fields(first.id, {"title": "One"})
    path = workspace.articles.path(first.id)
    kept = path.read_bytes()
    workspace.corrections.set_fields(first.id, {"title": "Two"})
    path.write_bytes(kept)  # as after a crash between the log and the article
    assert workspace.corrections.undo(first.id)[1] == "set title"
    assert workspace.articles.article(first.id, again=True).metadata.title == first.metadata.title


def test_what_was_changed_otherwise_is_not_written_over(workspace: Workspace, tmp_path: Path) -> None:
    first = made(workspace, tmp_path / "in")
    workspace.corrections.set_fields(first.id, {"title": "One"})
    path = workspace.articles.path(first.id)
    path.write_text(path.read_text().replace("title: One", "title: By hand"))
    with pytest.raises(RefusedError, match="changed outside"):
        workspace.corrections.undo(first.id)
    assert "title: By hand" in path.read_text()


def test_what_goes_to_the_trash_takes_its_steps_along(workspace: Workspace, tmp_path: Path) -> None:
    first = made(workspace, tmp_path / "in")
    workspace.corrections.set_fields(first.id, {"title": "One"})
    removed = workspace.removal.forget(first.id)
    assert (removed.trash / "original" / "corrections.jsonl").is_file()
    again = made(workspace, tmp_path / "in")
    assert workspace.corrections.steps(again.id) == ((), ())


def test_an_attached_text_is_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    record = made(workspace, tmp_path / "in", "r.bib", RECORD)
    (tmp_path / "text.txt").write_text(BODY)
    workspace.importing.attach(record.id, tmp_path / "text.txt")
    assert workspace.corrections.undo(record.id)[1] == "attached text.txt"
    assert workspace.articles.article(record.id, again=True) == record


def test_where_a_text_stands_in_a_journal_can_be_corrected(workspace: Workspace, tmp_path: Path) -> None:
    record = made(workspace, tmp_path / "in", "r.bib", RECORD)
    assert (record.metadata.value("volume"), record.metadata.value("DOI")) == ("12", "10.1/x")
    assert record.metadata.evidence["volume"] == "BibTeX field volume (line 3)"
    changed = workspace.corrections.set_fields(record.id, {"volume": "13", "DOI": "", "issue": "2"})
    assert (changed.metadata.value("volume"), changed.metadata.state("volume")) == ("13", State.USER)
    assert (changed.metadata.state("DOI"), "DOI" in changed.metadata.extra) == (State.MISSING, False)
    assert changed.metadata.extra["issue"] == "2"


def test_speakers_stand_in_paragraphs_that_are_there(workspace: Workspace, tmp_path: Path) -> None:
    first = made(workspace, tmp_path / "in")
    with pytest.raises(InvalidError, match="no ¶ 9"):
        workspace.corrections.set_fields(first.id, {"speakers": "Ida Berg ¶ 9"})
    assert workspace.corrections.steps(first.id) == ((), ())


def test_themes_are_added_and_renamed_with_the_comments_of_their_file(workspace: Workspace) -> None:
    before = workspace.places.themes.read_text()
    workspace.themes.add("sea", "Ferries", any_of=("ferr*", " quay ", ""), scope_note="Boats.")
    workspace.themes.rename("sea", "Ferries and harbours")
    text = workspace.places.themes.read_text()
    assert text.startswith(before.removesuffix(" []\n"))
    theme = next(t for t in workspace.articles.matcher.themes if t.id == "sea")
    assert (theme.pref_label, theme.rules.any, theme.scope_note) == (
        "Ferries and harbours",
        ("ferr*", "quay"),
        "Boats.",
    )
