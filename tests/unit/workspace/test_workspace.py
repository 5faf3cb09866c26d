"""The service that both faces call: briefs renamed and thrown away, themes that break, passages of other briefs."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.errors import HeldError, InvalidError, NotFoundError, RefusedError, StorageError
from briefing_tui.model import ExcerptState, Facet, Filter, Filters, Sort, Span, edits
from briefing_tui.support.locations import Locations
from briefing_tui.workspace import Workspace, find, make

NOTE = "note-deconfliction-line"


@pytest.fixture
def workspace(shipped: Path, home: Path) -> Workspace:
    opened = Workspace.open(shipped, Locations(home / "config", home / "state", home / "cache"))
    opened.articles.scan()
    return opened


def test_a_renamed_brief_keeps_its_steps(workspace: Workspace) -> None:
    workspace.briefs.new("desk", "T")
    with workspace.briefs.open("desk") as session:
        session.edit(edits.add_section(session.brief, "One")[0], "one")
        session.edit(edits.add_section(session.brief, "Two")[0], "two")
    workspace.last_brief = "desk"
    workspace.briefs.rename("desk", "table")
    assert workspace.last_brief == "table"
    assert "desk" not in {b.id for b in workspace.briefs.heads()}
    with workspace.briefs.open("table") as session:
        assert session.brief.id == "table"
        assert session.undo() == "two"
        assert [s.title for s in session.brief.sections] == ["One"]
    assert "id: table" in (workspace.path / "briefs/table.yaml").read_text()


def test_a_brief_that_is_open_is_neither_renamed_nor_deleted(workspace: Workspace) -> None:
    with workspace.briefs.open("deconfliction"):
        with pytest.raises(HeldError):
            workspace.briefs.rename("deconfliction", "other")
        with pytest.raises(HeldError):
            workspace.briefs.delete("deconfliction")
    assert {b.id for b in workspace.briefs.heads()} == {"deconfliction", "washington-channel"}


def test_a_new_brief_under_an_old_id_begins_anew(workspace: Workspace) -> None:
    workspace.briefs.new("desk", "Old")
    with workspace.briefs.open("desk") as session:
        session.edit(edits.add_section(session.brief, "One")[0], "one")
    workspace.briefs.delete("desk")
    workspace.briefs.new("desk", "New")
    with workspace.briefs.open("desk") as session:
        assert session.brief.title == "New"
        assert session.undo() is None


def test_broken_themes_are_a_problem_and_the_last_good_ones_stay(workspace: Workspace, shipped: Path) -> None:
    before = workspace.articles.theme_counts()
    file = shipped / "corpus/themes.yaml"
    good = file.read_text()
    file.write_text(good + "\n- id: [broken\n")
    workspace.articles.scan()
    assert [c.theme.id for c in workspace.articles.theme_counts()] == [c.theme.id for c in before]
    assert [(c.articles, c.paragraphs) for c in workspace.articles.theme_counts()] == [
        (c.articles, c.paragraphs) for c in before
    ]
    assert any("themes.yaml" in p.file and p.line for p in workspace.problems())
    file.write_text(good)
    workspace.articles.scan()
    assert workspace.problems() == ()


def test_counts_follow_the_other_filters(workspace: Workspace) -> None:
    digests = Filters() & Filter(Facet.TEXT, "digest")
    assert workspace.articles.totals(digests)[0] == len(workspace.articles.headers(digests)) == 5
    counted = {c.theme.id: c.articles for c in workspace.articles.theme_counts(digests)}
    for theme, n in counted.items():
        assert len(workspace.articles.headers(digests & Filter(Facet.THEME, theme))) == n
    assert len(workspace.articles.list_json(digests, Sort.TITLE)) == 5
    assert dict(workspace.articles.facet_values(Facet.TEXT, digests))["full"] == 11


def test_what_other_briefs_pinned(workspace: Workspace) -> None:
    found = workspace.briefs.passages(NOTE, besides="washington-channel")
    assert {brief for brief, _ in found} == {"deconfliction"}
    text = workspace.articles.article(NOTE).text
    assert "it does not settle a dispute" in " ".join(span.slice(text) for _, span in found)
    assert workspace.briefs.passages(NOTE, besides="deconfliction") == ()


def test_pinning_trims_white_space_and_takes_the_source_as_it_is(workspace: Workspace) -> None:
    article = workspace.articles.article(NOTE)
    paragraph = article.segments.paragraphs[2].span
    workspace.briefs.new("desk", "T")
    with workspace.briefs.open("desk") as session:
        pinned = workspace.briefs.pin(session, article, Span(paragraph.start, paragraph.end + 1))
        assert pinned.excerpt.span == paragraph
        assert pinned.excerpt.exact == paragraph.slice(article.text)
        with pytest.raises(InvalidError):
            workspace.briefs.pin(session, article, Span(paragraph.end, paragraph.end + 1))


def test_what_is_pinned_is_compared_with_the_file_as_it_is_then(workspace: Workspace, shipped: Path) -> None:
    file = shipped / "corpus" / f"{NOTE}.md"
    article = workspace.articles.article(NOTE)
    span = article.segments.paragraphs[0].span
    words = span.slice(article.text)
    workspace.briefs.new("desk", "T")
    with workspace.briefs.open("desk") as session:
        assert workspace.briefs.pin(session, article, span).verification.state is ExcerptState.IDENTICAL
        file.write_text(file.read_text(encoding="utf-8").replace(words[-12:], "otherwise."), encoding="utf-8")
        assert not workspace.briefs.pin(session, article, span).verification.state.verified


def test_nothing_is_pinned_from_a_file_that_is_gone(workspace: Workspace, shipped: Path) -> None:
    article = workspace.articles.article(NOTE)
    (shipped / "corpus" / f"{NOTE}.md").unlink()
    workspace.briefs.new("desk", "T")
    with workspace.briefs.open("desk") as session:
        before = session.brief
        with pytest.raises(RefusedError, match="gone") as caught:
            workspace.briefs.pin(session, article, article.segments.paragraphs[0].span)
        with pytest.raises(RefusedError):
            workspace.briefs.require_source(article)
        assert "import it again" in caught.value.hint
        assert session.brief is before
    with pytest.raises(NotFoundError) as unknown:  # by command, which reads the article first
        workspace.articles.article(NOTE)
    assert "deleted, renamed or moved" in unknown.value.hint


def test_a_likelihood_outside_the_scale_is_refused(workspace: Workspace) -> None:
    with workspace.briefs.open("deconfliction") as session:
        before = session.brief
        with pytest.raises(InvalidError, match="not a term of"):
            workspace.briefs.judge(session, "It will hold.", likelihood="perhaps")
        assert session.brief == before
        added = workspace.briefs.judge(session, "It will hold.", likelihood="unlikely", for_=("e1",))
        assert session.brief.judgements[-1].id == added


def test_an_article_in_a_sub_folder_and_one_outside(workspace: Workspace, shipped: Path) -> None:
    (shipped / "corpus/inner").mkdir()
    (shipped / "corpus" / f"{NOTE}.md").rename(shipped / f"corpus/inner/{NOTE}.md")
    workspace.articles.scan()
    assert workspace.articles.article(NOTE).id == NOTE
    for name in ("../briefs/deconfliction", "", ".", "inner"):
        with pytest.raises(NotFoundError):
            workspace.articles.article(name)


def test_finding_and_making(tmp_path: Path) -> None:
    places = make(tmp_path / "a b")
    assert find(places.corpus) == places.root
    with pytest.raises(NotFoundError):
        find(tmp_path)


def test_a_brief_is_deleted_without_a_trace_beside_the_others(workspace: Workspace) -> None:
    workspace.briefs.new("desk", "T")
    with workspace.briefs.open("desk"):
        pass
    binned = workspace.briefs.delete("desk")
    assert binned.parent.name == ".trash"
    assert not [p.name for p in (workspace.path / "briefs").iterdir() if "desk" in p.name]


def test_an_id_that_a_rename_left_is_free(workspace: Workspace) -> None:
    workspace.briefs.new("desk", "Old")
    with workspace.briefs.open("desk") as session:
        session.edit(edits.add_section(session.brief, "One")[0], "one")
    workspace.briefs.rename("desk", "table")
    assert not [p.name for p in (workspace.path / "briefs").iterdir() if "desk" in p.name]
    workspace.briefs.new("desk", "New")
    with workspace.briefs.open("desk") as session:
        assert (session.brief.title, session.undo(), session.messages) == ("New", None, [])


def test_a_link_to_a_brief_is_deleted_and_the_brief_stays(workspace: Workspace) -> None:
    folder = workspace.path / "briefs"
    (folder / "other.yaml").symlink_to("deconfliction.yaml")
    with workspace.briefs.open("other"), pytest.raises(HeldError):
        workspace.briefs.open_to_write("deconfliction")
    binned = workspace.briefs.delete("other")
    assert binned.resolve() == (folder / "deconfliction.yaml").resolve()
    assert not (folder / "other.yaml").is_symlink()
    assert workspace.briefs.read("deconfliction").excerpts


def test_what_may_no_longer_be_read_is_a_problem(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mode of a file changes neither its time nor its size; root may read it all the same, hence the patch."""
    article, brief = workspace.articles.path(NOTE), workspace.path / "briefs/deconfliction.yaml"
    total = workspace.articles.totals()[0]
    real_access, real_open = os.access, os.open

    def denied(path: str | Path, *args: int, **options: Any) -> bool:
        return Path(path).name not in {article.name, brief.name} and real_access(path, *args, **options)

    def refused(path: str | Path, *args: Any, **options: Any) -> int:
        if path == brief:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real_open(path, *args, **options)

    with monkeypatch.context() as patched:
        patched.setattr(os, "access", denied)
        patched.setattr(os, "open", refused)
        for file in (article, brief):
            file.chmod(0)
        workspace.articles.scan()
        (problem,) = workspace.problems()
        assert (problem.file, bool(problem.hint)) == (f"corpus/{NOTE}.md", True)
        assert workspace.articles.totals()[0] == total - 1
        assert "no permission" in {h.id: h.problem for h in workspace.briefs.heads()}["deconfliction"]
    for file in (article, brief):
        file.chmod(0o644)
    workspace.articles.scan()
    assert workspace.problems() == ()
    assert workspace.articles.totals()[0] == total
    assert {h.problem for h in workspace.briefs.heads()} == {""}


def test_a_folder_of_briefs_that_is_none(workspace: Workspace) -> None:
    folder = workspace.path / "briefs"
    folder.rename(folder.with_name("elsewhere"))
    assert workspace.briefs.heads() == ()
    folder.write_text("in the way")
    for attempt in (
        workspace.briefs.heads,
        lambda: workspace.briefs.new("desk", "T"),
        lambda: workspace.briefs.read("deconfliction"),
    ):
        with pytest.raises(StorageError) as caught:
            attempt()
        assert "briefs" in caught.value.where


def test_an_id_that_no_file_can_have(workspace: Workspace) -> None:
    for brief_id in ("a" * 300, "", "../corpus/themes", "\0"):
        with pytest.raises(NotFoundError):
            workspace.briefs.read(brief_id)


def test_a_rename_that_fails_leaves_the_old_one_alone(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageError("the disk is full")

    with workspace.briefs.open("deconfliction") as session:
        workspace.briefs.set_fields(session, {"title": "Other"})
    with monkeypatch.context() as patched:
        patched.setattr("briefing_tui.storage.hand_over_steps", full)
        with pytest.raises(StorageError):
            workspace.briefs.rename("deconfliction", "table")
    assert {h.id for h in workspace.briefs.heads()} == {"deconfliction", "washington-channel"}
    with workspace.briefs.open("deconfliction") as session:
        assert session.undo() == "set title"


def test_a_corpus_that_is_closed_is_not_an_empty_one(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotFoundError):
        workspace.articles.article("gone")
    monkeypatch.setattr(os, "access", lambda path, mode, **_: Path(path) != workspace.places.corpus)
    with pytest.raises(StorageError, match="no permission"):
        workspace.articles.article("gone")
